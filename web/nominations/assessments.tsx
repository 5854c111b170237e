import type { ReactNode } from 'react';
import { counts } from '../../shared/assessments/assessment.ts';
import { type Criterion, criteriaFor } from '../../shared/criteria/checklist.ts';
import { DeadlineText } from '../components/deadline-text.tsx';
import { Icon } from '../components/icon.tsx';
import { RecordLink } from '../components/record-link.tsx';
import { dayText, momentText, numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { dossierTexts } from './dossier-texts.ts';
import { Evidence } from './files.tsx';
import { measuredText, neededText } from './measured.ts';
import type { AssessmentShown, DossierShown, ProgrammeShown } from './queries.ts';
import { Results } from './results.tsx';

/** What the assessors found: the result, what is unmet with its evidence, and every sheet. */
export function Assessments({ dossier, programme }: { dossier: DossierShown; programme: ProgrammeShown }): ReactNode {
  const t = useT(dossierTexts);
  const { nomination, assessments } = dossier;
  const outcome = 'outcome' in nomination ? nomination.outcome : undefined;
  const now = assessments.filter((each) => each.round === nomination.round);
  const criteria = criteriaFor(programme.checklist, nomination.kind);
  const { role } = useWorking();
  const mayPrint = role === 'officer' || role === 'leader';
  return (
    <section className="card">
      <h2>{t.assessments}</h2>
      {outcome && <Outcome outcome={outcome} passScore={programme.checklist.passScore} />}
      {outcome && <Unmet criteria={criteria} codes={outcome.unmet} sheets={now} nominationId={nomination.id} />}
      {mayPrint && now.some(counts) && <RecordLink nominationId={nomination.id} label={t.recordOfAll} />}
      {assessments.length === 0 && <p className="quiet">{t.notAssessed}</p>}
      {[...assessments]
        .sort((a, b) => b.round - a.round)
        .map((each) => (
          <OneAssessment
            key={`${each.round} ${each.personId}`}
            visit={each}
            criteria={criteria}
            current={each.round === nomination.round}
            mayPrint={mayPrint}
          />
        ))}
    </section>
  );
}

type OutcomeShown = Extract<DossierShown['nomination'], { outcome: unknown }>['outcome'];

function Outcome({ outcome, passScore }: { outcome: OutcomeShown; passScore: number }): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  return (
    <>
      <p className="outcome">
        <span className={`badge ${outcome.passed ? 'ok' : 'danger'}`}>
          <Icon name={outcome.passed ? 'check' : 'cross'} /> {outcome.passed ? t.passed : t.notPassed}
        </span>{' '}
        <strong>{t.scoreOf(numberText(outcome.score, language, 1), numberText(passScore, language, 1))}</strong>
      </p>
      {outcome.flagged && <p className="notice warning">{t.spread(numberText(outcome.spread, language, 1))}</p>}
      {outcome.lateToAcknowledge > 0 && <p className="notice warning">{t.late(outcome.lateToAcknowledge)}</p>}
    </>
  );
}

/** What is not met, first and with its evidence: it is what a decision turns on. */
function Unmet({
  criteria,
  codes,
  sheets,
  nominationId,
}: {
  criteria: Criterion[];
  codes: readonly string[];
  sheets: readonly AssessmentShown[];
  nominationId: string;
}): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  const unmet = criteria.filter((each) => codes.includes(each.code));
  return (
    <>
      <h3>{t.unmet}</h3>
      {unmet.length === 0 && <p>{t.noneUnmet}</p>}
      <ul className="unmet">
        {unmet.map((criterion) => (
          <li key={criterion.code}>
            <p>
              <strong>
                {criterion.code}. {criterion[language]}
              </strong>{' '}
              {criterion.mandatory && (
                <span className="badge danger">
                  <Icon name="warning" /> {t.mandatory}
                </span>
              )}
            </p>
            {sheets.map((sheet) => {
              const result = sheet.score?.results.find((each) => each.code === criterion.code);
              const answer = sheet.sheet.answers[criterion.code];
              return (
                result && (
                  <div key={sheet.personId}>
                    {sheet.personName}: {measuredText(criterion, result, language, t)} ({t.threshold.toLowerCase()}{' '}
                    {neededText(criterion, language, t)}){answer?.note && ` · ${answer.note}`}
                    <Evidence nominationId={nominationId} evidence={answer?.evidence ?? []} />
                  </div>
                )
              );
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One assessor's visit: its clocks, and on demand each criterion. */
function OneAssessment({
  visit,
  criteria,
  current,
  mayPrint,
}: {
  visit: AssessmentShown;
  criteria: Criterion[];
  current: boolean;
  mayPrint: boolean;
}): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  const late = visit.state === 'late' || visit.state === 'kept';
  const finished = 'clocks' in visit;
  return (
    <article className="visit">
      <h3>
        {t.visitBy(visit.personName)} {!current && <span className="quiet">({t.roundOf(visit.round)})</span>}
      </h3>
      <p>
        <span className={`badge ${late ? 'warning' : visit.state === 'completed' ? 'ok' : ''}`}>
          <Icon name={late ? 'clock' : visit.state === 'completed' ? 'check' : visit.state === 'unassigned' ? 'cross' : 'draft'} />{' '}
          {t.visitStates[visit.state]}
        </span>{' '}
        {finished && visit.score && (
          <strong>
            {t.score} {numberText(visit.score.score, language, 1)}
          </strong>
        )}
        {visit.state === 'writing' && (
          <>
            {t.dueAt}: <DeadlineText until={visit.dueAt} />
          </>
        )}
      </p>
      <dl className="facts">
        {visit.sheet.arrival && (
          <div>
            <dt>{t.arrivedAt}</dt>
            <dd>
              {momentText(visit.sheet.arrival.at, language)}
              {visit.sheet.arrival.position && ` (${t.position(numberText(visit.sheet.arrival.position.accuracyMetres, language))})`}
              {visit.sheet.arrival.manualReason && ` (${visit.sheet.arrival.manualReason})`}
            </dd>
          </div>
        )}
        {finished && (
          <>
            <div>
              <dt>{t.completedAt}</dt>
              <dd>{momentText(visit.clocks.completedAt, language)}</dd>
            </div>
            <div>
              <dt>{t.receivedAt}</dt>
              <dd>{momentText(visit.clocks.receivedAt, language)}</dd>
            </div>
          </>
        )}
        {visit.state === 'late' && visit.acknowledged && (
          <div>
            <dt>{t.acknowledged}</dt>
            <dd>
              {dayText(visit.acknowledged.at, language)}: {visit.acknowledged.note}
            </dd>
          </div>
        )}
        {visit.sheet.note && (
          <div>
            <dt>{t.note}</dt>
            <dd>{visit.sheet.note}</dd>
          </div>
        )}
      </dl>
      {finished && visit.score && <Results visit={visit} results={visit.score.results} criteria={criteria} />}
      {mayPrint && finished && current && <RecordLink nominationId={visit.nominationId} person={visit.personId} label={t.record} />}
    </article>
  );
}
