import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Role } from '../../shared/people/person.ts';
import { Waiting } from '../components/waiting.tsx';
import { keepAnswers } from '../server/queries.ts';
import { useMe, useSession, WorkingContext } from '../session/use-session.ts';
import { Frame } from './frame.tsx';
import { Landing } from './landing.tsx';
import { NoRole } from './no-role.tsx';
import { Returned } from './returned.tsx';
import { Routes } from './routes.tsx';

const OpenCheckPage = lazy(() => import('../verification/open-page.tsx'));

const kept = 'pho-so.role';

/** Who sees what: strangers the landing page, people with a role their pages. */
export function SignedIn(): ReactNode {
  const session = useSession();
  if (location.pathname === '/dang-nhap') return <Returned />;
  if (location.pathname === '/kiem-tra' && session.state === 'signed-out')
    return (
      <Suspense fallback={<Waiting />}>
        <OpenCheckPage />
      </Suspense>
    );
  return session.state === 'signed-out' ? <Landing /> : <Staff subject={session.subject} key={session.subject} />;
}

function Staff({ subject }: { subject: string }): ReactNode {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    void keepAnswers(subject).finally(() => setRestored(true));
  }, [subject]);
  return restored ? <WithRole subject={subject} /> : <Waiting />;
}

function WithRole({ subject }: { subject: string }): ReactNode {
  const me = useMe(subject);
  const [chosen, choose] = useState(() => localStorage.getItem(kept) ?? '');
  if (!me.data) return me.error ? <NoRole error={me.error} retry={() => void me.refetch()} /> : <Waiting />;
  const nameOf = ({ role, authorityId }: { role: Role; authorityId: string }) => `${role} ${authorityId}`;
  const held = me.data.roles.find((each) => nameOf(each) === chosen) ?? me.data.roles[0];
  if (!held) return <NoRole />;
  const change = (next: string) => {
    localStorage.setItem(kept, next);
    choose(next);
  };
  return (
    <WorkingContext value={{ me: me.data, ...held }}>
      <Frame roles={me.data.roles} chosen={nameOf(held)} choose={change}>
        <Routes role={held.role} />
      </Frame>
    </WorkingContext>
  );
}
