import { missingAnswers } from '../assessments/missing-answers.ts';
import { criteriaFor } from '../criteria/checklist.ts';
import { arrival, laterOf } from '../deadline.ts';
import type { Failure } from '../failures/failure.ts';
import type { Instant } from '../ids.ts';
import type { Programme } from '../programmes/programme.ts';
import type { SampledMerchant } from './nomination.ts';
import { type Assessed, type AssessmentValue, assessedIfAllIn } from './outcome.ts';
import { type Asked, type Command, transition, type ValueIn } from './transition.ts';

/** When the visit was finished, by the device's clock, and how far that is from the server's. */
type Finished = { completedAt: Instant; clockOffsetMs: number };
type Facts = Omit<Assessed, 'programme'> & {
  programme: Pick<Programme, 'checklist' | 'minMerchants' | 'assessmentDueAt' | 'syncGraceHours'>;
  /** The assessor's own visit in this round, one of `assessments`. */
  assessment: AssessmentValue;
};

/**
 * An assessor hands a visit in. The last one of the round moves the nomination to assessed. Work that was finished in time but arrives
 * after the grace is kept for an officer: then the nomination stays as it is (`nomination` is left out).
 */
export const assess = transition({
  action: 'assess',
  from: ['assessing'],
  permission: 'assessment.write',
  refuse: (asked: Asked<Finished>, nomination, facts: Facts) => whyNotHandIn(asked, visitOf(nomination, facts)),
  next(
    { by, at, completedAt, clockOffsetMs }: Command<Finished>,
    nomination,
    { assessment, ...facts }: Facts,
  ): { assessment: AssessmentValue; nomination?: ValueIn<'assessing'> | ValueIn<'assessed'> } {
    const { dueAt } = visitOf(nomination, { assessment, ...facts });
    const arrived = arrival({ completedAt, clockOffsetMs, dueAt, graceHours: facts.programme.syncGraceHours, now: new Date(at) });
    const handedIn = { ...assessment, dueAt, clocks: { completedAt, clockOffsetMs, receivedAt: at } };
    if (arrived === 'too-late') return { assessment: { ...handedIn, state: 'kept' } };
    const counted: AssessmentValue = { ...handedIn, state: arrived === 'late' ? 'late' : 'completed' };
    const assignment = { ...nomination.assignment, completed: [...nomination.assignment.completed, by.id] };
    const assessments = [...facts.assessments.filter((each) => each !== assessment), counted];
    return { assessment: counted, nomination: assessedIfAllIn({ ...nomination, assignment, updatedAt: at }, { ...facts, assessments }) };
  },
});

/** A visit as the phone knows it too. */
export type Visit = {
  assessment: Pick<AssessmentValue, 'state' | 'round' | 'sheet'>;
  kind: 'street' | 'market';
  programme: Pick<Programme, 'checklist' | 'syncGraceHours'>;
  sample: readonly SampledMerchant[];
  dueAt: Instant;
};

/** Why a visit cannot be handed in. Before it is finished nobody knows when that will be: then the deadline is not asked. */
export function whyNotHandIn(
  { at, completedAt, clockOffsetMs }: Pick<Asked<Finished>, 'at' | 'completedAt' | 'clockOffsetMs'>,
  visit: Visit,
): Failure | undefined {
  const { assessment, kind, programme, sample, dueAt } = visit;
  const over = whyNotWrite(assessment);
  if (over) return over;
  const lacking = missingAnswers(criteriaFor(programme.checklist, kind), sample, assessment.sheet);
  if (lacking.missing.length > 0 || lacking.spotChecks > 0) return { code: 'assessment-incomplete', ...lacking };
  if (completedAt === undefined) return undefined;
  const arrived = arrival({
    completedAt,
    clockOffsetMs: clockOffsetMs ?? 0,
    dueAt,
    graceHours: programme.syncGraceHours,
    now: new Date(at),
  });
  return arrived === 'refused' ? { code: 'deadline-passed', closedAt: dueAt } : undefined;
}

/** Why nothing can be written on a visit any more. */
export const whyNotWrite = ({ state, round }: Pick<AssessmentValue, 'state' | 'round'>): Failure | undefined =>
  state === 'writing' ? undefined : { code: 'round-over', round };

const visitOf = (nomination: ValueIn<'assessing'>, { assessment, programme, samples }: Facts): Visit => ({
  assessment,
  kind: nomination.kind,
  programme,
  sample: samples.find((each) => each.round === nomination.round)?.merchants ?? [],
  dueAt: laterOf(programme.assessmentDueAt, nomination.extended.assessmentDueAt),
});
