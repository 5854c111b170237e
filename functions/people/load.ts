import type { Failure } from '../../shared/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Actor, Person } from '../../shared/person.ts';
import { may, type Place } from '../../shared/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { repeatOf, staleIf } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findPerson } from './store.ts';

/** What a request says about the person it wants to change: who, and the version it saw. */
export type Seen = { id: PersonId; version: number };

/** Either the action still is to be decided, or it was done already and `answer` is what it answered. */
export type Ready = { done: true; answer: Result<Person, Failure> } | { done: false; person: Person };

/** Where a person stands, as far as permission asks: in the authority that keeps them. */
export const placeOf = ({ authorityId, above }: Pick<Person, 'authorityId' | 'above'>): Place => ({ above: [authorityId, ...above] });

/** What every change of a person begins with: they exist, the actor may, a repeat answers the same, nobody changed them meanwhile. */
export async function ready(deps: Deps, actor: Actor, act: Act, seen: Seen): Promise<Ready> {
  const done = (answer: Result<Person, Failure>): Ready => ({ done: true, answer });
  const person = await readable(deps, actor, seen.id, 'person.write');
  if (!person.ok) return done(person);
  const again = repeatOf(person.value, act);
  if (again) return done(again);
  const current = staleIf(person.value, seen.version, 'person');
  return current.ok ? { done: false, person: person.value } : done(current);
}

/** The person, if they exist and the actor may. */
export async function readable(
  { table }: Deps,
  actor: Actor,
  id: PersonId,
  permission: 'person.read' | 'person.write',
): Promise<Result<Person, Failure>> {
  const person = await findPerson(table, id);
  if (!person) return fail({ code: 'not-found', what: 'person', id });
  const allowed = may(actor, permission, placeOf(person));
  return allowed.ok ? ok(person) : allowed;
}
