import type { Failure } from '../../shared/failure.ts';
import type { Nomination } from '../../shared/nomination.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from './load.ts';

/** Advises leadership for or against (tờ trình). In favour only what passes the criteria, and only when every late sync was acknowledged. */
export async function recommend(
  deps: Deps,
  command: Command,
  move: Move,
  advice: { inFavour: boolean; reason: string },
): Promise<Result<Nomination, Failure>> {
  const { table } = deps;
  const from = await ready(deps, command, move, 'nomination.recommend', 'recommend');
  if (from.done) return from.answer;
  const { nomination } = from;
  const { lateToAcknowledge, passed, score, unmet } = nomination.outcome;
  if (lateToAcknowledge > 0) return fail({ code: 'late-not-acknowledged', count: lateToAcknowledge });
  if (advice.inFavour && !passed) return fail({ code: 'criteria-not-passed', score, unmet });
  return save(
    table,
    change(table, command, 'nomination.recommend', 'nomination', nomination, {
      ...nomination,
      state: 'recommended',
      recommendation: { ...advice, by: command.by.id, at: command.at },
      updatedAt: command.at,
    }),
  );
}
