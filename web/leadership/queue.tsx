import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { approve as approveRow } from '../../shared/nominations/decisions.ts';
import { DeadlineText } from '../components/deadline-text.tsx';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { dayText, numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { ApproveDialog } from '../nominations/approve-dialog.tsx';
import { type NominationShown, useProgramme } from '../nominations/queries.ts';
import { useWhyNot } from '../nominations/why-not.ts';
import { leadershipTexts } from './leadership-texts.ts';
import { useQueue, type Waiting } from './queries.ts';
import '../styles/leadership.css';

type Recommended = Extract<Waiting, { state: 'recommended' }>;
type Certified = Extract<Waiting, { state: 'certified' }>;

/** What waits for leadership: recommendations to decide on, one or many at once, and requests to confirm. */
export default function Queue(): ReactNode {
  const t = useT(leadershipTexts);
  const queue = useQueue();
  // The dialog goes on with what was chosen, also when the list behind it no longer has it; versions are those of the list.
  const [approving, setApproving] = useState<readonly Recommended[]>();
  const current = (chosen: Recommended): NominationShown => queue.data?.find(({ id }) => id === chosen.id) ?? chosen;
  return (
    <>
      <h1>{t.queue}</h1>
      {approving && <ApproveDialog nominations={approving.map(current)} close={() => setApproving(undefined)} />}
      <Loaded query={queue}>
        {(waiting) => {
          const recommended = waiting.filter((each) => each.state === 'recommended');
          const requests = waiting.filter((each) => each.state === 'certified');
          return (
            <>
              {waiting.length === 0 && <Nothing />}
              {recommended.length > 0 && <Recommendations all={recommended} approve={setApproving} />}
              {requests.length > 0 && (
                <section>
                  <h2>{t.requests}</h2>
                  {requests.map((each) => (
                    <Request key={each.id} nomination={each} />
                  ))}
                </section>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Nothing(): ReactNode {
  const t = useT(leadershipTexts);
  return (
    <div className="card">
      <h2>{t.nothing}</h2>
      <p>{t.nothingText}</p>
      <Link className="button" href="/giay-chung-nhan">
        {t.toCertificates}
      </Link>{' '}
      <Link className="button" href="/le-trao">
        {t.toCeremony}
      </Link>
    </div>
  );
}

function Recommendations({ all, approve }: { all: readonly Recommended[]; approve: (chosen: readonly Recommended[]) => void }): ReactNode {
  const t = useT(leadershipTexts);
  const whyNot = useWhyNot();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const possible = all.filter((each) => whyNot((asked) => approveRow.whyNot(asked, each, {})) === undefined);
  const ready = possible.filter((each) => chosen.has(each.id));
  const toggle = (id: string) => setChosen((was) => new Set(was.has(id) ? [...was].filter((each) => each !== id) : [...was, id]));
  return (
    <section>
      <h2>{t.recommended}</h2>
      {possible.length > 1 && (
        <label className="choice">
          <input
            type="checkbox"
            checked={ready.length === possible.length}
            onChange={({ target }) => setChosen(new Set(target.checked ? possible.map((each) => each.id) : []))}
          />
          {t.chooseAll}
        </label>
      )}
      {all.map((each) => (
        <Recommendation
          key={each.id}
          nomination={each}
          why={whyNot((asked) => approveRow.whyNot(asked, each, {}))}
          chosen={chosen.has(each.id)}
          toggle={() => toggle(each.id)}
        />
      ))}
      <div className="decide-bar">
        <span role="status">{t.chosen(ready.length)}</span>
        <button type="button" className="button main" disabled={ready.length === 0} onClick={() => approve(ready)}>
          <Icon name="award" /> {t.approveChosen(ready.length)}
        </button>
      </div>
    </section>
  );
}

function Recommendation(of: { nomination: Recommended; why: string | undefined; chosen: boolean; toggle: () => void }): ReactNode {
  const t = useT(leadershipTexts);
  const { language } = useLanguage();
  const { id, streetName, wardName, programmeId, recommendation, outcome, submission } = of.nomination;
  const programme = useProgramme(programmeId);
  const ceremony = programme.data?.ceremonyAt;
  return (
    <article className="card waiting-one">
      <input
        type="checkbox"
        aria-label={t.choose(streetName)}
        aria-describedby={of.why ? `why-${id}` : undefined}
        checked={of.chosen && of.why === undefined}
        disabled={of.why !== undefined}
        onChange={of.toggle}
      />
      <div>
        <h3>
          <Link href={`/ho-so/${id}`}>{streetName}</Link>
        </h3>
        <p className="quiet">{wardName}</p>
        <p className="badges">
          <span className={`badge ${recommendation.inFavour ? 'ok' : 'danger'}`}>
            <Icon name={recommendation.inFavour ? 'check' : 'cross'} /> {recommendation.inFavour ? t.inFavour : t.against}
          </span>
          {ceremony && (
            <span>
              {t.ceremony}: <DeadlineText until={ceremony} />
            </span>
          )}
        </p>
        {of.why && (
          <p className="quiet" id={`why-${id}`}>
            {of.why}
          </p>
        )}
        <dl className="figures-row">
          <div>
            <dt>{t.score}</dt>
            <dd>{numberText(outcome.score, language, 1)}</dd>
          </div>
          <div>
            <dt>{t.unmet}</dt>
            <dd>{outcome.unmet.length === 0 ? t.noneUnmet : outcome.unmet.join(', ')}</dd>
          </div>
          <div>
            <dt>{t.waitingSince}</dt>
            <dd>{dayText(recommendation.at, language)}</dd>
          </div>
        </dl>
        <ShareBar label={t.cashless} part={submission.figures.cashless} of={submission.figures.merchants} />
      </div>
    </article>
  );
}

function Request({ nomination }: { nomination: Certified }): ReactNode {
  const t = useT(leadershipTexts);
  const { language } = useLanguage();
  const { pending, certificateNumber, streetName, wardName, id } = nomination;
  if (pending.kind === 'none') return null;
  return (
    <article className="card">
      <h3>
        <Link href={`/ho-so/${id}`}>{streetName}</Link>
      </h3>
      <p className="quiet">
        {wardName}, {t.numberOf(certificateNumber)}, {dayText(pending.at, language)}
      </p>
      <p>
        <span className={`badge ${pending.kind === 'revocation' ? 'danger' : 'warning'}`}>
          <Icon name="warning" /> {pending.kind === 'revocation' ? t.revocation : t.correction}
        </span>
      </p>
      <p>{pending.reason}</p>
      <Link className="button" href={`/ho-so/${id}`}>
        {t.open}
      </Link>
    </article>
  );
}
