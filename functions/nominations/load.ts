import type { Failure } from '../../shared/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import { type Action, mayLeave } from '../../shared/lifecycle.ts';
import type { Nomination } from '../../shared/nomination.ts';
import type { ActionName } from '../../shared/policy.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { type Dossier, dossierAt } from './store.ts';

/** What a request says about the nomination it wants to move: which one, and the version it saw. */
export type Move = Seen<NominationId>;
type In<A extends Action> = Extract<ReturnType<typeof mayLeave<A>>, { ok: true }>['value'];

/** Either the action still is to be decided, or it was done already and `answer` is what it answered. */
export type Ready<A extends Action> =
  | { done: true; answer: Result<Nomination, Failure> }
  | { done: false; nomination: In<A>; dossier: Dossier };

/**
 * What every move of a nomination begins with: the guard of all records, and then a state that this action may leave.
 */
export async function ready<A extends Action>(
  deps: Deps,
  command: Command,
  move: Move,
  permission: ActionName,
  action: A,
): Promise<Ready<A>> {
  const open = await loadForUpdate(deps, command, permission, dossierAt(move));
  if (open.done) return open;
  const from = mayLeave(open.found.nomination, action);
  return from.ok ? { done: false, nomination: from.value as In<A>, dossier: open.found } : { done: true, answer: from };
}
