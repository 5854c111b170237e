import type { Failure } from '../../shared/failure.ts';
import type { Actor } from '../../shared/person.ts';
import type { Programme } from '../../shared/programme.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen } from './load.ts';
import { checkedMembers } from './members.ts';

/** Opens a draft: wards may draft dossiers, and criteria and members are frozen. */
export async function open(deps: Deps, actor: Actor, act: Act, seen: Seen): Promise<Result<Programme, Failure>> {
  const { table } = deps;
  const now = await ready(deps, actor, act, seen);
  if (now.done) return now.answer;
  const { programme } = now;
  if (programme.state !== 'draft') return fail({ code: 'programme-frozen', state: programme.state });

  // A reform may have ended a ward since the draft was written.
  const members = await checkedMembers(table, programme);
  if (!members.ok) return members;
  return save(table, change(table, act, 'programme.open', 'programme', programme, { ...programme, state: 'open', openedAt: act.at }));
}
