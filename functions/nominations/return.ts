import type { Failure } from '../../shared/failures/failure.ts';
import type { Instant } from '../../shared/ids.ts';
import type { FieldComment, Nomination } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from './load-nomination.ts';
import { unlock } from './street-lock.ts';

/** Gives a dossier back to its ward with remarks pinned to fields, to be answered by a date. The ward keeps its place in the quota. */
export async function returnToWard(
  deps: Deps,
  command: Command,
  move: Move,
  remarks: { reason: string; answerBy: Instant; comments: FieldComment[] },
): Promise<Result<Nomination, Failure>> {
  const { table } = deps;
  const from = await ready(deps, command, move, transitions.return);
  if (from.done) return from.answer;
  const next = transitions.return.decide({ ...command, ...remarks }, from.nomination, {});
  if (!next.ok) return next;
  return save(
    table,
    change(table, command, 'nomination.return', 'nomination', from.nomination, next.value),
    await unlock(table, command, from.nomination),
  );
}
