import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { HeldRole } from '../../shared/people/person.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { Bell } from '../notices/bell.tsx';
import { useAuthority } from '../server/authority.ts';
import { signIn, signOut } from '../session/session.ts';
import { useSession, useWorking } from '../session/use-session.ts';
import { pages } from './pages.tsx';
import { Preferences } from './preferences.tsx';
import { shellTexts } from './shell-texts.ts';
import { useNarrow } from './use-narrow.ts';
import { useNewVersion } from './use-new-version.ts';
import { useOnline } from './use-online.ts';

const UnreadableNote = lazy(() => import('../device/unreadable-note.tsx').then(({ UnreadableNote: note }) => ({ default: note })));
const BottomBar = lazy(() => import('../assessments/bottom-bar.tsx'));

type FrameProps = { roles: readonly HeldRole[]; chosen: string; choose: (role: string) => void; children: ReactNode };

/** Head, navigation and main part of every page behind the sign-in. */
export function Frame({ roles, chosen, choose, children }: FrameProps): ReactNode {
  const t = useT(shellTexts);
  const { me, role } = useWorking();
  const narrow = useNarrow();
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const entries = pages.filter((page) => page.nav && page.roles.includes(role));
  // After a change of page the focus stands at its beginning, as it would after a load.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what it reacts to
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus();
  }, [path]);
  return (
    <div className={role === 'assessor' ? 'field-work' : undefined}>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="head">
        <Link className="home" href="/">
          {t.product}
        </Link>
        {narrow ? (
          <>
            <Bell />
            <details className="account">
              <summary>{me.name}</summary>
              <Account roles={roles} chosen={chosen} choose={choose} />
            </details>
          </>
        ) : (
          <Account roles={roles} chosen={chosen} choose={choose} bell />
        )}
      </header>
      {entries.length > 0 && (
        <nav className="nav" aria-label={t.menu}>
          {entries.map(({ path: to, nav }) => (
            <Link key={to} href={to} aria-current={isAt(path, to) ? 'page' : undefined}>
              {nav && t.nav[nav]}
            </Link>
          ))}
        </nav>
      )}
      <main id="main" ref={main} tabIndex={-1}>
        <ConnectionStatus />
        <Suspense>
          <UnreadableNote />
        </Suspense>
        {children}
      </main>
      {role === 'assessor' && (
        <Suspense>
          <BottomBar />
        </Suspense>
      )}
    </div>
  );
}

/** Who is signed in, in which role, and how the app looks to them. */
function Account({ roles, chosen, choose, bell }: Omit<FrameProps, 'children'> & { bell?: boolean }): ReactNode {
  const t = useT(shellTexts);
  const { me } = useWorking();
  return (
    <div className="who">
      <span>
        <span className="visually-hidden">{t.signedInAs} </span>
        {me.name}
      </span>
      <select aria-label={t.workingAs} value={chosen} onChange={({ target }) => choose(target.value)}>
        {roles.map((held) => (
          <RoleOption key={`${held.role} ${held.authorityId}`} held={held} />
        ))}
      </select>
      {bell && <Bell />}
      <Preferences />
      <button type="button" className="button plain" onClick={() => void signOut()}>
        {t.signOut}
      </button>
    </div>
  );
}

const isAt = (path: string, to: string): boolean => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`));

function RoleOption({ held }: { held: HeldRole }): ReactNode {
  const t = useT(shellTexts);
  const authority = useAuthority(held.authorityId);
  return (
    <option value={`${held.role} ${held.authorityId}`}>
      {t.roles[held.role]} – {authority.data?.name ?? held.authorityId}
    </option>
  );
}

/** What is wrong with session, network or version, above every page. */
function ConnectionStatus(): ReactNode {
  const t = useT(shellTexts);
  const { language } = useLanguage();
  const session = useSession();
  const online = useOnline();
  const takeOver = useNewVersion();
  return (
    <div aria-live="polite">
      {session.state === 'ended' && (
        <div className="notice warning">
          <p>{t.ended}</p>
          <button type="button" className="button main" onClick={() => void signIn(undefined, language)}>
            {t.signInAgain}
          </button>
        </div>
      )}
      {!online && (
        <p className="notice warning">
          <Icon name="offline" /> {t.offlineText}
        </p>
      )}
      {takeOver && (
        <div className="notice">
          {t.newVersion}{' '}
          <button type="button" className="button" onClick={takeOver}>
            {t.takeOver}
          </button>
        </div>
      )}
    </div>
  );
}
