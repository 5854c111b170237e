import type { Failure } from '../../shared/failures/failure.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from './load-nomination.ts';

/** Leadership asks the Economics office to look again: the recommendation is taken off, the reason (`act.note`) stays with the dossier. */
export async function sendBack(deps: Deps, command: Command & { note: string }, move: Move): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, command, move, transitions.sendBack);
  if (from.done) return from.answer;
  const next = transitions.sendBack.decide({ ...command, reason: command.note }, from.nomination, {});
  if (!next.ok) return next;
  return save(deps.table, change(deps.table, command, 'nomination.sendBack', 'nomination', from.nomination, next.value));
}
