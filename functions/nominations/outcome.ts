import { type Assessment, counts } from '../../shared/assessment.ts';
import type { NominationIn, Sample } from '../../shared/nomination.ts';
import type { Programme } from '../../shared/programme.ts';
import { combine, type Score, score } from '../../shared/score.ts';
import type { Deps } from '../deps.ts';
import { findProgramme } from '../programmes/store.ts';
import type { Dossier } from './store.ts';

/** The score of one assessment of a nomination, as the server computes it from what the dossier holds. */
export const scoreOf = (
  programme: Programme,
  nomination: Pick<NominationIn<'assessing'>, 'kind' | 'submission'>,
  sample: Sample | undefined,
  assessment: Assessment,
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
export async function assessedIfAllIn(
  { table }: Deps,
  nomination: NominationIn<'assessing'>,
  dossier: Dossier,
  assessments: readonly Assessment[],
): Promise<NominationIn<'assessing'> | NominationIn<'assessed'>> {
  const { assessors, completed } = nomination.assignment;
  if (!assessors.every((person) => completed.includes(person))) return nomination;
  const programme = await findProgramme(table, nomination.programmeId);
  if (!programme) throw new Error(`programme ${nomination.programmeId} is gone`);
  const inRound = assessments.filter((each) => each.round === nomination.round && counts(each) && assessors.includes(each.personId));
  const sample = dossier.samples.find((each) => each.round === nomination.round);
  const [first, ...others] = inRound.map((each) => scoreOf(programme, nomination, sample, each));
  if (!first) return nomination;
  const { score: reached, passed, unmet, spread, flagged } = combine([first, ...others], programme.checklist.passScore);
  const lateToAcknowledge = inRound.filter((each) => each.state === 'late' && !each.acknowledged).length;
  return { ...nomination, state: 'assessed', outcome: { score: reached, passed, unmet, spread, flagged, lateToAcknowledge } };
}
