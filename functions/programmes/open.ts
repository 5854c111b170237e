import type { Failure } from '../../shared/failures/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { checkedMembers } from './members.ts';
import { programmeAt } from './store.ts';

/** Opens a draft: wards may draft dossiers, and criteria and members are frozen. */
export async function open(deps: Deps, command: Command, seen: Seen<ProgrammeId>): Promise<Result<Programme, Failure>> {
  const { table } = deps;
  const now = await loadForUpdate(deps, command, 'programme.write', programmeAt(seen));
  if (now.done) return now.answer;
  const { found: programme } = now;
  if (programme.state !== 'draft') return fail({ code: 'programme-frozen', state: programme.state });

  // A reform may have ended a ward since the draft was written.
  const members = await checkedMembers(table, programme);
  if (!members.ok) return members;
  return save(
    table,
    change(table, command, 'programme.open', 'programme', programme, { ...programme, state: 'open', openedAt: command.at }),
  );
}
