import type { OfflineBundle } from '../../functions/assessments/offline-bundle.ts';
import type { Public } from '../../functions/http/route.ts';
import type { AssessmentSheet } from '../../shared/assessments/assessment.ts';
import { missingAnswers } from '../../shared/assessments/missing-answers.ts';
import { type Score, type ScoreInput, score } from '../../shared/assessments/score.ts';
import { type Criterion, criteriaFor } from '../../shared/criteria/checklist.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { whyNotHandIn } from '../../shared/nominations/assess.ts';

type ScoredBundle = Public<OfflineBundle>;

/** Criteria that an assessor answers, in the order of the checklist. */
export const questionsOf = ({ programme, kind }: ScoredBundle): Criterion[] =>
  criteriaOf({ programme, kind }).filter(({ measure }) => measure.kind !== 'computed' && measure.kind !== 'spotCheck');

const criteriaOf = ({ programme, kind }: Pick<ScoredBundle, 'programme' | 'kind'>): Criterion[] =>
  criteriaFor(programme.checklist as never, kind);

/** The score as the server will compute it from the same sheet: the very same function. */
export const scoreSoFar = ({ programme, kind, figures, located, onTime, sample }: ScoredBundle, sheet: AssessmentSheet): Score =>
  score({
    checklist: programme.checklist as ScoreInput['checklist'],
    kind,
    figures,
    minMerchants: programme.minMerchants,
    located,
    onTime,
    sample: sample.merchants as ScoreInput['sample'],
    sheet,
  });

/** What the sheet still lacks before it can be handed in. */
export const lacking = (
  assignment: ScoredBundle,
  sheet: AssessmentSheet,
): { missing: Criterion[]; shops: ScoredBundle['sample']['merchants'] } => {
  const { missing } = missingAnswers(criteriaOf(assignment), assignment.sample.merchants as ScoreInput['sample'], sheet);
  const checked = new Set(sheet.spotChecks.map(({ merchantId }) => merchantId));
  return {
    missing: criteriaOf(assignment).filter(({ code }) => missing.includes(code)),
    shops: assignment.sample.merchants.filter(({ merchantId }) => !checked.has(merchantId)),
  };
};

/** Why the visit cannot be handed in, as the server will say it. Before it is finished (`when` names the moment only) the deadline is not asked. */
export const whyNotFinish = (
  { assessment, kind, programme, sample, dueAt }: ScoredBundle,
  sheet: AssessmentSheet,
  when: Parameters<typeof whyNotHandIn>[0],
): Failure | undefined =>
  whyNotHandIn(when, {
    assessment: { state: assessment.state, round: assessment.round, sheet },
    kind,
    programme: { syncGraceHours: programme.syncGraceHours, checklist: programme.checklist as ScoreInput['checklist'] },
    sample: sample.merchants as ScoreInput['sample'],
    dueAt,
  });
