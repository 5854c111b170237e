import type { Failure } from '../../shared/failure.ts';
import type { Actor } from '../../shared/person.ts';
import type { Programme } from '../../shared/programme.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen } from './load.ts';

/** Closes an open programme: no new dossiers. What was certified stays certified. */
export async function close(deps: Deps, actor: Actor, act: Act, seen: Seen): Promise<Result<Programme, Failure>> {
  const { table } = deps;
  const now = await ready(deps, actor, act, seen);
  if (now.done) return now.answer;
  const { programme } = now;
  if (programme.state !== 'open') return fail({ code: 'programme-not-open', state: programme.state });
  return save(table, change(table, act, 'programme.close', 'programme', programme, { ...programme, state: 'closed', closedAt: act.at }));
}
