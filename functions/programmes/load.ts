import type { Failure } from '../../shared/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { may, type Place } from '../../shared/policy.ts';
import type { Programme } from '../../shared/programme.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { repeatOf, staleIf } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findProgramme } from './store.ts';

/** What a request says about the programme it wants to change: which one, and the version it saw. */
export type Seen = { id: ProgrammeId; version: number };

/** Either the action still is to be decided, or it was done already and `answer` is what it answered. */
export type Ready = { done: true; answer: Result<Programme, Failure> } | { done: false; programme: Programme };

/** Where a programme stands, as far as permission asks. */
export const placeOf = ({ advisingAuthorityId, issuingAuthorityId, above }: Programme): Place => ({
  advisingAuthorityId,
  issuingAuthorityId,
  above,
});

/** What every change of a programme begins with: it exists, the actor may, a repeat answers the same, nobody changed it meanwhile. */
export async function ready({ table }: Deps, actor: Actor, act: Act, seen: Seen): Promise<Ready> {
  const done = (answer: Result<Programme, Failure>): Ready => ({ done: true, answer });
  const programme = await findProgramme(table, seen.id);
  if (!programme) return done(fail({ code: 'not-found', what: 'programme', id: seen.id }));
  const allowed = may(actor, 'programme.write', placeOf(programme));
  if (!allowed.ok) return done(allowed);
  const again = repeatOf(programme, act);
  if (again) return done(again);
  const current = staleIf(programme, seen.version, 'programme');
  return current.ok ? { done: false, programme } : done(current);
}

/** The programme for reading, if it exists and the actor may. */
export async function readable(
  { table }: Deps,
  actor: Actor,
  id: ProgrammeId,
  permission: 'programme.read' | 'programme.board',
): Promise<Result<Programme, Failure>> {
  const programme = await findProgramme(table, id);
  if (!programme) return fail({ code: 'not-found', what: 'programme', id });
  const allowed = may(actor, permission, placeOf(programme));
  return allowed.ok ? ok(programme) : allowed;
}
