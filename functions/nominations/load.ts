import type { Failure } from '../../shared/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import { type Action, mayLeave } from '../../shared/lifecycle.ts';
import type { Nomination } from '../../shared/nomination.ts';
import type { Actor } from '../../shared/person.ts';
import { type ActionName, may, type Place } from '../../shared/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { repeatOf, staleIf } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Dossier, findDossier } from './store.ts';

/** What a request says about the nomination it wants to move: which one, and the version it saw. */
export type Move = { id: NominationId; version: number };
type In<A extends Action> = Extract<ReturnType<typeof mayLeave<A>>, { ok: true }>['value'];

/** Either the action still is to be decided, or it was done already and `answer` is what it answered. */
export type Ready<A extends Action> =
  | { done: true; answer: Result<Nomination, Failure> }
  | { done: false; nomination: In<A>; dossier: Dossier };

/** Where a nomination stands, as far as permission asks. */
export const placeOf = (nomination: Nomination): Place => ({
  wardId: nomination.wardId,
  above: nomination.above,
  advisingAuthorityId: nomination.advisingAuthorityId,
  issuingAuthorityId: nomination.issuingAuthorityId,
  assessors: 'assignment' in nomination ? nomination.assignment.assessors : [],
});

/**
 * What every move of a nomination begins with: it exists, the actor may, a repeat answers the same, nobody changed it since it was
 * seen, and its state may be left by this action.
 */
export async function ready<A extends Action>(
  { table }: Deps,
  actor: Actor,
  act: Act,
  move: Move,
  permission: ActionName,
  action: A,
): Promise<Ready<A>> {
  const done = (answer: Result<Nomination, Failure>): Ready<A> => ({ done: true, answer });
  const dossier = await findDossier(table, move.id);
  if (!dossier) return done(fail({ code: 'not-found', what: 'nomination', id: move.id }));
  const { nomination } = dossier;

  const allowed = may(actor, permission, placeOf(nomination));
  if (!allowed.ok) return done(allowed);
  const again = repeatOf(nomination, act);
  if (again) return done(again);
  const current = staleIf(nomination, move.version, 'nomination');
  if (!current.ok) return done(current);
  const from = mayLeave(nomination, action);
  if (!from.ok) return done(from);
  return { done: false, nomination: from.value as In<A>, dossier };
}

/** The nomination for reading, if it exists and the actor may. */
export async function readable({ table }: Deps, actor: Actor, id: NominationId, permission: ActionName): Promise<Result<Dossier, Failure>> {
  const dossier = await findDossier(table, id);
  if (!dossier) return fail({ code: 'not-found', what: 'nomination', id });
  const allowed = may(actor, permission, placeOf(dossier.nomination));
  return allowed.ok ? ok(dossier) : allowed;
}
