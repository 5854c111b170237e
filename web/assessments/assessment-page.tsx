import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { AssessmentSheet } from '../../shared/assessments/assessment.ts';
import { DeadlineText } from '../components/deadline-text.tsx';
import { Icon } from '../components/icon.tsx';
import { RecordLink } from '../components/record-link.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { Arrived } from './arrival.tsx';
import { assessmentTexts } from './assessment-texts.ts';
import { FinishedNote } from './finished-note.tsx';
import { ScoreLine } from './score-line.tsx';
import { lacking, questionsOf } from './score-so-far.ts';
import type { OpenFieldAssessment } from './use-field-assessment.ts';
import { WithAssessment } from './with-assessment.tsx';

/** One visit at a glance: where, until when, what is done, what is left. */
export default function AssessmentPage(): ReactNode {
  return <WithAssessment>{(open) => <Overview open={open} />}</WithAssessment>;
}

function Overview({ open }: { open: OpenFieldAssessment }): ReactNode {
  const t = useT(assessmentTexts);
  const { assignment, sheet, visit } = open;
  const { street, wardName, programme, dueAt } = assignment;
  const at = `/phieu/${visit.nominationId}`;
  const { answers, spotChecks } = sheet;
  return (
    <>
      <h1>{street.name}</h1>
      <p>
        {wardName} ·{' '}
        {street.kind === 'street'
          ? street.from && street.to
            ? t.segment(street.from, street.to)
            : t.street
          : (street.address ?? t.market)}
        <br />
        <DeadlineText until={dueAt} />
      </p>
      {visit.finished ? <FinishedNote finished={visit.finished} /> : <Arrived open={open} />}
      {visit.finished?.receipt && <RecordLink nominationId={visit.nominationId} person={visit.personId} label={t.record} />}
      <ScoreLine open={open} />
      <Lists assignment={assignment} answers={answers} spotChecks={spotChecks} />
      <div className="field">
        <label htmlFor="visit-note">{t.visitNote}</label>
        <textarea
          id="visit-note"
          maxLength={4000}
          value={sheet.note ?? ''}
          disabled={visit.finished !== undefined}
          onChange={({ target: { value } }) => open.change((now) => ({ ...now, note: value || undefined }))}
        />
      </div>
      {!visit.finished && (
        <Link className="button main wide" href={`${at}/gui`}>
          {t.check}
        </Link>
      )}
      <p className="quiet">{programme.name}</p>
    </>
  );
}

type Parts = Pick<OpenFieldAssessment, 'assignment'> & Pick<AssessmentSheet, 'answers' | 'spotChecks'>;

/** Questions and shops with what is done. Drawn anew only when an answer changes: a note is typed letter by letter above sixty shops. */
const Lists = memo(function Lists({ assignment, answers, spotChecks }: Parts): ReactNode {
  const t = useT(assessmentTexts);
  const { language } = useLanguage();
  const { sample, assessment } = assignment;
  const at = `/phieu/${assessment.nominationId}`;
  const questions = questionsOf(assignment);
  const { missing, shops } = lacking(assignment, { answers, spotChecks });
  const missed = new Set(missing.map(({ code }) => code));
  const checks = new Map(spotChecks.map((check) => [check.merchantId, check]));
  return (
    <>
      <section className="card">
        <h2>{t.questions}</h2>
        <p className="quiet">{t.answered(questions.length - questions.filter(({ code }) => missed.has(code)).length, questions.length)}</p>
        <ul className="tasks">
          {questions.map((criterion) => (
            <li key={criterion.code}>
              <Link href={`${at}/cau/${criterion.code}`}>
                {criterion.code}. {criterion[language]}
              </Link>
              <DoneSign done={!missed.has(criterion.code)} />
            </li>
          ))}
        </ul>
      </section>
      <section className="card">
        <h2>{t.shops}</h2>
        <p className="quiet">{t.shopsText}</p>
        <p className="quiet">{t.checked(sample.merchants.length - shops.length, sample.merchants.length)}</p>
        <ul className="tasks">
          {sample.merchants.map(({ merchantId, name, place }) => {
            const check = checks.get(merchantId);
            return (
              <li key={merchantId}>
                <Link href={`${at}/co-so/${merchantId}`}>
                  {place} · {name}
                </Link>
                {check ? <span className="badge ok">{t.outcomes[check.outcome]}</span> : <span className="badge">{t.notChecked}</span>}
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
});

function DoneSign({ done }: { done: boolean }): ReactNode {
  const t = useT(assessmentTexts);
  return done ? (
    <span className="badge ok">
      <Icon name="check" /> {t.done}
    </span>
  ) : (
    <span className="badge">{t.toDo}</span>
  );
}
