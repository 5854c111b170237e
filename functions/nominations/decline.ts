import type { Failure } from '../../shared/failure.ts';
import type { Nomination } from '../../shared/nomination.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from './load.ts';
import { freeSlot } from './store.ts';
import { unlock } from './street-lock.ts';

/** Leadership declines, with a reason. Who recommended does not decide. The place in the quota and the street are free again. */
export async function decline(deps: Deps, command: Command, move: Move, reason: string): Promise<Result<Nomination, Failure>> {
  const { table } = deps;
  const from = await ready(deps, command, move, 'nomination.decline', 'decline');
  if (from.done) return from.answer;
  const { nomination } = from;
  if (nomination.recommendation.by === command.by.id) return fail({ code: 'own-work', action: 'decline' });
  const { slot: _, ...rest } = nomination;
  return save(
    table,
    change(table, command, 'nomination.decline', 'nomination', nomination, {
      ...rest,
      state: 'declined',
      declined: { by: command.by.id, at: command.at, reason },
      updatedAt: command.at,
    }),
    [...freeSlot(table, nomination), ...(await unlock(table, command, nomination))],
  );
}
