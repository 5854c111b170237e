import type { Failure } from '../../shared/failures/failure.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from './load-nomination.ts';
import { freeSlot } from './store.ts';
import { unlock } from './street-lock.ts';

/** Leadership declines, with a reason. The place in the quota and the street are free again. */
export async function decline(deps: Deps, command: Command, move: Move, reason: string): Promise<Result<Nomination, Failure>> {
  const { table } = deps;
  const from = await ready(deps, command, move, transitions.decline);
  if (from.done) return from.answer;
  const { nomination } = from;
  const next = transitions.decline.decide({ ...command, reason }, nomination, {});
  if (!next.ok) return next;
  return save(table, change(table, command, 'nomination.decline', 'nomination', nomination, next.value), [
    ...freeSlot(table, nomination),
    ...(await unlock(table, command, nomination)),
  ]);
}
