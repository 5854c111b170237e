import { type ReactNode, useEffect } from 'react';
import { Link, useParams } from 'wouter';
import { isOpenToWard } from '../../shared/nominations/edit.ts';
import type { NominationState } from '../../shared/nominations/nomination.ts';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { NextStep } from '../components/next-step.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { useT } from '../language/language.tsx';
import { ChangesSince } from '../nominations/changes-since.tsx';
import { Decided } from '../nominations/decided.tsx';
import { Contact } from '../nominations/dossier-contact.tsx';
import { DossierFiles } from '../nominations/dossier-files.tsx';
import { type DossierShown, type NominationShown, useDossier, useProgramme } from '../nominations/queries.ts';
import { ReturnedNote } from '../nominations/returned-note.tsx';
import { NominationHistory } from '../nominations/timeline.tsx';
import { Withdraw } from '../nominations/withdraw.tsx';
import { Documents } from '../office-documents/documents.tsx';
import { papersOf } from '../office-documents/papers.ts';
import { useBackTo } from './back-to.ts';
import { useCheck } from './queries.ts';
import { pageOfMissing } from './tasks.ts';
import { wardTexts } from './ward-texts.ts';
import '../styles/nominations.css';
import '../styles/ward.css';

/** `/ho-so/:nominationId` for the ward: what it put forward, what is still missing, and what became of it. */
export default function WardDossier(): ReactNode {
  const { nominationId } = useParams<{ nominationId: string }>();
  const dossier = useDossier(nominationId);
  return <Loaded query={dossier}>{(found) => <Shown dossier={found} />}</Loaded>;
}

function Shown({ dossier }: { dossier: DossierShown }): ReactNode {
  const t = useT(wardTexts);
  const { nomination } = dossier;
  const programme = useProgramme(nomination.programmeId);
  const back = useBackTo('');
  const open = isOpenToWard(nomination);
  useHash();
  return (
    <>
      <div className="title">
        <h1>{t.dossierTitle(nomination.streetName)}</h1>
        <StateBadge state={nomination.state} />
      </div>
      <p>
        <NextStep dossier={nomination} times={programme.data} />
      </p>
      <p className="quiet">
        {t.programme}: {programme.data?.name} · <Link href={`/duong/${nomination.streetId}`}>{t.street}</Link>
        {'submission' in nomination && (
          <>
            {' '}
            · <Link href={`/ho-so/${nomination.id}/bien-nhan`}>{t.seeReceipt}</Link>
          </>
        )}
      </p>
      {back.given && (
        <p>
          <Link href={back.to} className="button">
            <Icon name="back" /> {t.back}
          </Link>
        </p>
      )}
      <ReturnedNote dossier={dossier} />
      <StateNote nomination={nomination} />
      {open && <Missing nomination={nomination} />}
      <Contact nomination={nomination} />
      <DossierFiles nomination={nomination} />
      <Documents papers={papersOf(nomination, 'ward')} />
      <ChangesSince nomination={nomination} />
      {nomination.state !== 'returned' && <Decided nomination={nomination} />}
      <Withdraw nomination={nomination} />
      <NominationHistory id={nomination.id} />
    </>
  );
}

/** Goes to the part that the address names, once it stands there. */
function useHash(): void {
  useEffect(() => {
    const part = document.getElementById(location.hash.slice(1));
    part?.scrollIntoView();
    part?.querySelector<HTMLElement>('input, a, button')?.focus();
  }, []);
}

const over: readonly NominationState[] = ['withdrawn', 'declined', 'revoked', 'certified'];

/** Why a dossier cannot be changed in its state. */
function StateNote({ nomination }: { nomination: NominationShown }): ReactNode {
  const t = useT(wardTexts);
  if (isOpenToWard(nomination)) return null;
  return (
    <div className="notice">
      {nomination.state === 'withdrawn' && <p>{t.withdrawnText(nomination.reason)}</p>}
      <p>{over.includes(nomination.state) ? t.lockedAfter : t.lockedText}</p>
    </div>
  );
}

/** What is missing, each with the place where it is put right; when nothing is, the way to the check page. */
function Missing({ nomination }: { nomination: NominationShown }): ReactNode {
  const t = useT(wardTexts);
  const check = useCheck(nomination.id);
  return (
    <section className="card" aria-labelledby="missing">
      <h2 id="missing">{check.data?.missing.length === 0 ? t.ready : t.missing}</h2>
      <Loaded query={check}>
        {({ missing }) =>
          missing.length === 0 ? (
            <p>
              <Icon name="check" /> {t.complete}
            </p>
          ) : (
            <ul className="tasks">
              {missing.map((item) => (
                <li key={item}>
                  <span>
                    <Icon name="warning" /> {t.missingItem[item] ?? item}
                  </span>
                  <Link href={pageOfMissing(item, nomination)}>
                    {t.mend}
                    <span className="visually-hidden">: {t.missingItem[item] ?? item}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className="buttons">
        <Link href={`/ho-so/${nomination.id}/nop`} className="button main">
          {t.review}
        </Link>
      </div>
    </section>
  );
}
