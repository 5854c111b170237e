import type { Failure } from '../../shared/failures/failure.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from './load-nomination.ts';

/** Advises leadership for or against (tờ trình). */
export async function recommend(
  deps: Deps,
  command: Command,
  move: Move,
  advice: { inFavour: boolean; reason: string },
): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, command, move, transitions.recommend);
  if (from.done) return from.answer;
  const next = transitions.recommend.decide({ ...command, ...advice }, from.nomination, {});
  if (!next.ok) return next;
  return save(deps.table, change(deps.table, command, 'nomination.recommend', 'nomination', from.nomination, next.value));
}
