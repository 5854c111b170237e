import type { Failure } from '../../shared/failure.ts';
import type { Nomination } from '../../shared/nomination.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from './load.ts';
import { freeSlot } from './store.ts';
import { unlock } from './street-lock.ts';

/** Takes a dossier back before it is assessed: its place in the quota and its street are free again. */
export async function withdraw(deps: Deps, command: Command, move: Move, reason: string): Promise<Result<Nomination, Failure>> {
  const { table } = deps;
  const from = await ready(deps, command, move, 'nomination.withdraw', 'withdraw');
  if (from.done) return from.answer;
  const { slot: _, ...rest } = from.nomination;
  return save(
    table,
    change(table, command, 'nomination.withdraw', 'nomination', from.nomination, {
      ...rest,
      state: 'withdrawn',
      withdrawnAt: command.at,
      reason,
      updatedAt: command.at,
    }),
    [...freeSlot(table, from.nomination), ...(await unlock(table, command, from.nomination))],
  );
}
