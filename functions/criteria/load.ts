import type { CriteriaSet } from '../../shared/criteria-set.ts';
import type { Failure } from '../../shared/failure.ts';
import type { CriteriaSetId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { may, type Place } from '../../shared/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { repeatOf, staleIf } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findCriteriaSet } from './store.ts';

/** What a request says about the edition it wants to change: which one, and the version it saw. */
export type Seen = { id: CriteriaSetId; edition: number; version: number };

/** Where a set stands, as far as permission asks: in the authority that keeps it. */
export const placeOf = ({ authorityId, above }: Pick<CriteriaSet, 'authorityId' | 'above'>): Place => ({ above: [authorityId, ...above] });

/** Either the action still is to be decided, or it was done already and `answer` is what it answered. */
type Ready = { done: true; answer: Result<CriteriaSet, Failure> } | { done: false; set: CriteriaSet };

/** What every change of an edition begins with: it exists, the actor may, a repeat answers the same, nobody changed it meanwhile. */
export async function ready({ table }: Deps, actor: Actor, act: Act, seen: Seen): Promise<Ready> {
  const done = (answer: Result<CriteriaSet, Failure>): Ready => ({ done: true, answer });
  const set = await findCriteriaSet(table, seen.id, seen.edition);
  if (!set) return done(fail({ code: 'not-found', what: 'criteria', id: seen.id }));
  const allowed = may(actor, 'criteria.write', placeOf(set));
  if (!allowed.ok) return done(allowed);
  const again = repeatOf(set, act);
  if (again) return done(again);
  const current = staleIf(set, seen.version, 'criteria');
  return current.ok ? { done: false, set } : done(current);
}
