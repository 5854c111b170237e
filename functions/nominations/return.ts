import { isPast } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Instant } from '../../shared/ids.ts';
import type { FieldComment, Nomination } from '../../shared/nomination.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from './load.ts';
import { unlock } from './street-lock.ts';

/** Gives a dossier back to its ward with remarks pinned to fields, to be answered by a date. The ward keeps its place in the quota. */
export async function returnToWard(
  deps: Deps,
  command: Command,
  move: Move,
  remarks: { reason: string; answerBy: Instant; comments: FieldComment[] },
): Promise<Result<Nomination, Failure>> {
  const { table, now } = deps;
  const from = await ready(deps, command, move, 'nomination.return', 'return');
  if (from.done) return from.answer;
  if (isPast(remarks.answerBy, now())) return fail({ code: 'not-later', field: 'answerBy', current: command.at });

  const { submission, ...rest } = handedInOnly(from.nomination);
  return save(
    table,
    change(table, command, 'nomination.return', 'nomination', from.nomination, {
      ...rest,
      state: 'returned',
      submission,
      returned: { by: command.by.id, at: command.at, ...remarks },
      updatedAt: command.at,
    }),
    [...(await unlock(table, command, from.nomination))],
  );
}

/** What stays of a nomination when its assessment is over: the assessments themselves remain as records of their round. */
function handedInOnly<N extends Extract<Nomination, { state: 'submitted' | 'assessed' }>>(
  nomination: N,
): Omit<N, 'assignment' | 'outcome' | 'sentBack'> {
  const kept: Partial<Record<string, unknown>> = { ...nomination };
  delete kept['assignment'];
  delete kept['outcome'];
  delete kept['sentBack'];
  return kept as Omit<N, 'assignment' | 'outcome' | 'sentBack'>;
}
