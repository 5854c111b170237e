import type { Failure } from '../failures/failure.ts';
import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { type Assessed, type AssessmentValue, assessedIfAllIn } from './outcome.ts';
import { type Asked, type Command, transition, type Value } from './transition.ts';

type Candidate = Pick<Person, 'id' | 'name' | 'state' | 'authorityId' | 'roles'>;
type Assessors = { assessors: readonly PersonId[] };
type Known = { people: readonly Candidate[] };
/** `draw`: the seed and the size of the sample, if this assignment is the first of its round. */
type Facts = Known & { draw: { seed: string; sampleSize: number } };

/** The Economics office sends assessors. The first assignment of a round draws the sample; later ones keep it. */
export const assign = transition({
  action: 'assign',
  from: ['submitted', 'assessing'],
  permission: 'nomination.assign',
  refuse({ assessors = [] }: Asked<Assessors>, nomination, { people }: Known): Failure | undefined {
    const missing = assessors.find((id) => !people.some((person) => person.id === id));
    if (missing !== undefined) return { code: 'not-found', what: 'person', id: missing };
    for (const person of people) {
      const refusal = whyNotAssess(person, nomination);
      if (refusal) return refusal;
    }
    return undefined;
  },
  next({ at }: Command<Assessors>, nomination, { people, draw }: Facts) {
    const before = nomination.state === 'assessing' ? nomination.assignment : undefined;
    const added = people.filter((person) => !before?.assessors.includes(person.id)).map((person) => person.id);
    const drawn = before ?? { assessors: [], completed: [], ...draw, drawnAt: at };
    return {
      ...nomination,
      state: 'assessing' as const,
      assignment: { ...drawn, assessors: [...drawn.assessors, ...added] },
      updatedAt: at,
    };
  },
});

/** Why somebody cannot assess a nomination: assessors hold the role, are active, and are not of the ward they would assess. */
export function whyNotAssess(person: Omit<Candidate, 'id'>, { wardId }: Pick<Value, 'wardId'>): Failure | undefined {
  if (person.state !== 'active' || !person.roles.some((held) => held.role === 'assessor'))
    return { code: 'not-an-assessor', person: person.name };
  const ofTheWard = person.authorityId === wardId || person.roles.some((held) => held.role === 'ward' && held.authorityId === wardId);
  return ofTheWard ? { code: 'assessor-of-the-ward', person: person.name } : undefined;
}

/** The visit of somebody in the nomination's current round. */
export const visitOf = (assessments: readonly AssessmentValue[], { round }: Pick<Value, 'round'>, personId: string) =>
  assessments.find((each) => each.round === round && each.personId === personId);

/** The Economics office takes an assessor off; when the others are all in, the nomination is assessed. */
export const unassign = transition({
  action: 'unassign',
  from: ['assessing'],
  permission: 'nomination.assign',
  refuse({ person }: Asked<{ person: PersonId }>, nomination, { assessments }: Pick<Assessed, 'assessments'>) {
    const { assessors } = nomination.assignment;
    if (person !== undefined && !(assessors.includes(person) && visitOf(assessments, nomination, person))) return { code: 'not-assigned' };
    return assessors.length === 1 ? { code: 'last-assessor' } : undefined;
  },
  next({ at, person }: Command<{ person: PersonId }>, nomination, { assessments, ...facts }: Assessed) {
    const { assessors, completed } = nomination.assignment;
    const others = (ids: readonly PersonId[]) => ids.filter((each) => each !== person);
    const assignment = { ...nomination.assignment, assessors: others(assessors), completed: others(completed) };
    return assessedIfAllIn(
      { ...nomination, assignment, updatedAt: at },
      { assessments: assessments.filter((each) => each.personId !== person), ...facts },
    );
  },
});
