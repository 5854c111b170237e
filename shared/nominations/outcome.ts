import { type Assessment, counts } from '../assessments/assessment.ts';
import { combine, type Score, score } from '../assessments/score.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Unsaved } from '../record.ts';
import type { Sample } from './nomination.ts';
import type { ValueIn } from './transition.ts';

export type AssessmentValue = Unsaved<Assessment>;
/** What a result is computed from: the programme's criteria, and what lies under the nomination, of every round. */
export type Assessed = {
  programme: Pick<Programme, 'checklist' | 'minMerchants'>;
  assessments: readonly AssessmentValue[];
  samples: readonly Pick<Sample, 'round' | 'merchants'>[];
};

/** The score of one assessment of a nomination, as the server computes it from what the dossier holds. */
export const scoreOf = (
  programme: Assessed['programme'],
  nomination: Pick<ValueIn<'assessing'>, 'kind' | 'submission'>,
  sample: Pick<Sample, 'merchants'> | undefined,
  assessment: Pick<AssessmentValue, 'sheet'>,
): Score =>
  score({
    checklist: programme.checklist,
    kind: nomination.kind,
    figures: nomination.submission.figures,
    minMerchants: programme.minMerchants,
    located: nomination.submission.located,
    onTime: nomination.submission.onTime,
    sample: sample?.merchants ?? [],
    sheet: assessment.sheet,
  });

/** The nomination as it stands after these assessments: assessed once every assigned assessor is in, with the combined result. */
export function assessedIfAllIn(
  nomination: ValueIn<'assessing'>,
  { programme, assessments, samples }: Assessed,
): ValueIn<'assessing'> | ValueIn<'assessed'> {
  const { assessors, completed } = nomination.assignment;
  if (!assessors.every((person) => completed.includes(person))) return nomination;
  const inRound = assessments.filter((each) => each.round === nomination.round && counts(each) && assessors.includes(each.personId));
  const sample = samples.find((each) => each.round === nomination.round);
  const [first, ...others] = inRound.map((each) => scoreOf(programme, nomination, sample, each));
  if (!first) return nomination;
  const { score: reached, passed, unmet, spread, flagged } = combine([first, ...others], programme.checklist.passScore);
  const lateToAcknowledge = inRound.filter((each) => each.state === 'late' && !each.acknowledged).length;
  return { ...nomination, state: 'assessed', outcome: { score: reached, passed, unmet, spread, flagged, lateToAcknowledge } };
}
