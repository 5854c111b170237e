import type { Failure } from '../failures/failure.ts';
import type { PersonId } from '../ids.ts';
import { type Assessed, type AssessmentValue, assessedIfAllIn } from './outcome.ts';
import { type Asked, type Command, transition, type ValueIn } from './transition.ts';

type Note = { person: PersonId; note: string };
/** `assessment`: the visit that is taken note of, one of `assessments`. */
type Facts = Assessed & { assessment: AssessmentValue };

/** The Economics office takes note of an assessment that was synced late, or accepts one that arrived after the grace. */
export const acknowledge = transition({
  action: 'acknowledge',
  from: ['assessing', 'assessed'],
  permission: 'assessment.acknowledge',
  refuse({ person }: Asked<Note>, nomination, { assessments }: { assessments: readonly Noted[] }): Failure | undefined {
    const inRound = assessments.filter((each) => each.round === nomination.round && (person === undefined || each.personId === person));
    if (person !== undefined && inRound.length === 0) return { code: 'not-assigned' };
    return inRound.some(waitsForOfficer) ? undefined : { code: 'nothing-to-acknowledge' };
  },
  next({ by, at, note, person }: Command<Note>, nomination, { assessment, ...facts }: Facts) {
    // Only what has arrived comes so far.
    if (!('clocks' in assessment)) return { assessment, nomination };
    const noted = { ...assessment, state: 'late' as const, acknowledged: { by: by.id, at, note } };
    const { completed } = nomination.assignment;
    const assignment = { ...nomination.assignment, completed: completed.includes(person) ? completed : [...completed, person] };
    const assessing: ValueIn<'assessing'> = { ...nomination, state: 'assessing', assignment, updatedAt: at };
    const assessments = [...facts.assessments.filter((each) => each !== assessment), noted];
    return { assessment: noted, nomination: assessedIfAllIn(assessing, { ...facts, assessments }) };
  },
});

type Noted = { personId: string; round: number; state: AssessmentValue['state']; acknowledged?: unknown };

/** Came after the deadline and nobody has taken note yet. */
export const waitsForOfficer = (assessment: Omit<Noted, 'personId' | 'round'>): boolean =>
  assessment.state === 'kept' || (assessment.state === 'late' && !assessment.acknowledged);
