import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { failureText } from '../../shared/failures/failure-texts.ts';
import type { Instant } from '../../shared/ids.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { clockOffset } from '../server/clock.ts';
import { assessmentTexts } from './assessment-texts.ts';
import { finish } from './device-store.ts';
import { FinishedNote } from './finished-note.tsx';
import { ScoreLine } from './score-line.tsx';
import { lacking, whyNotFinish } from './score-so-far.ts';
import { sendNow } from './sending.ts';
import type { OpenFieldAssessment } from './use-field-assessment.ts';
import { WithAssessment } from './with-assessment.tsx';

/** What is still missing before a visit can be handed in; then handing it in, with or without a network. */
export default function FinishPage(): ReactNode {
  return <WithAssessment>{(open) => <Finish open={open} />}</WithAssessment>;
}

function Finish({ open }: { open: OpenFieldAssessment }): ReactNode {
  const t = useT(assessmentTexts);
  const { language } = useLanguage();
  const [, go] = useLocation();
  const [failed, setFailed] = useState(false);
  const { assignment, sheet, visit } = open;
  const at = `/phieu/${visit.nominationId}`;
  const { missing, shops } = lacking(assignment, sheet);
  const now = { at: new Date(Date.now() + clockOffset()).toISOString() };
  const why = whyNotFinish(assignment, sheet, now);
  const late = whyNotFinish(assignment, sheet, { ...now, completedAt: now.at, clockOffsetMs: 0 })?.code === 'deadline-passed';
  const handIn = async () => {
    try {
      await finish(visit.key, new Date().toISOString() as Instant, Math.round(clockOffset()));
      void sendNow(visit.personId);
      go(at);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <h1>{t.check}</h1>
      <p>{assignment.street.name}</p>
      <ScoreLine open={open} />
      {visit.finished && <FinishedNote finished={visit.finished} />}
      {late && !visit.finished && <p className="notice danger">{t.pastDue}</p>}
      <p className={`notice ${why ? 'warning' : 'ok'}`} id="why">
        {why ? failureText(why, language) : t.ready}
      </p>
      {missing.length > 0 && (
        <section className="card">
          <h2>{t.missingQuestions}</h2>
          <ul className="tasks">
            {missing.map((criterion) => (
              <li key={criterion.code}>
                <Link href={`${at}/cau/${criterion.code}`}>
                  {criterion.code}. {criterion[language]}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shops.length > 0 && (
        <section className="card">
          <h2>{t.missingShops}</h2>
          <ul className="tasks">
            {shops.map(({ merchantId, name, place }) => (
              <li key={merchantId}>
                <Link href={`${at}/co-so/${merchantId}`}>
                  {place} · {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {failed && (
        <p className="notice danger" role="alert">
          {t.storageFull}
        </p>
      )}
      <div className="steps">
        <Link className="button" href={at}>
          {t.toOverview}
        </Link>
        <button
          type="button"
          className="button main"
          aria-describedby="why"
          disabled={why !== undefined || visit.finished !== undefined || open.kept.kind !== 'kept'}
          onClick={() => void handIn()}
        >
          {t.finish}
        </button>
      </div>
    </>
  );
}
