import type { Failure } from '../../shared/failure.ts';
import type { Nomination } from '../../shared/nomination.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from './load.ts';

/** Leadership asks the Economics office to look again: the recommendation is taken off, the reason (`act.note`) stays with the dossier. */
export async function sendBack(deps: Deps, command: Command & { note: string }, move: Move): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, command, move, 'nomination.sendBack', 'sendBack');
  if (from.done) return from.answer;
  const { recommendation: _, ...rest } = from.nomination;
  return save(
    deps.table,
    change(deps.table, command, 'nomination.sendBack', 'nomination', from.nomination, {
      ...rest,
      state: 'assessed',
      sentBack: { by: command.by.id, at: command.at, reason: command.note },
      updatedAt: command.at,
    }),
  );
}
