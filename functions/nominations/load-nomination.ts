import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import type { Nomination, NominationIn, NominationState } from '../../shared/nominations/nomination.ts';
import { isIn, wrongState } from '../../shared/nominations/transition.ts';
import type { ActionName } from '../../shared/people/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { type Dossier, dossierAt } from './store.ts';

/** What a request says about the nomination it wants to move: which one, and the version it saw. */
export type Move = Seen<NominationId>;

/** Either the action still is to be decided, or it was done already and `answer` is what it answered. */
export type Ready<S extends NominationState> =
  | { done: true; answer: Result<Nomination, Failure> }
  | { done: false; nomination: NominationIn<S>; dossier: Dossier };

/**
 * What every move of a nomination begins with: the guard of all records, and then a state that this row of the lifecycle leaves. It
 * spares loading what the row's own `decide` must know when that would refuse anyway.
 */
export async function ready<S extends NominationState>(
  deps: Deps,
  command: Command,
  move: Move,
  row: { action: string; permission: ActionName; from: readonly S[] },
): Promise<Ready<S>> {
  const open = await loadForUpdate(deps, command, row.permission, dossierAt(move));
  if (open.done) return open;
  const { nomination } = open.found;
  if (!isIn(nomination, row.from)) return { done: true, answer: fail(wrongState(row, nomination.state)) };
  return { done: false, nomination, dossier: open.found };
}
