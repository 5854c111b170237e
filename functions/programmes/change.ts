import type { Failure } from '../../shared/failures/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import { may } from '../../shared/people/policy.ts';
import type { Programme, ProgrammeDetails } from '../../shared/programmes/programme.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change as changed, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { checkedMembers } from './members.ts';
import { programmeAt } from './store.ts';

/** Changes a draft. Once a programme is open, wards work by its rules, and only its deadlines can move. */
export async function changeProgramme(
  deps: Deps,
  command: Command,
  seen: Seen<ProgrammeId>,
  details: ProgrammeDetails,
): Promise<Result<Programme, Failure>> {
  const { table } = deps;
  const now = await loadForUpdate(deps, command, 'programme.write', programmeAt(seen));
  if (now.done) return now.answer;
  const { found: programme } = now;
  if (programme.state !== 'draft') return fail({ code: 'programme-frozen', state: programme.state });

  // A draft may be handed to another authority only by an officer of that one too.
  const allowed = may(command.by, 'programme.write', { advisingAuthorityId: details.advisingAuthorityId });
  if (!allowed.ok) return allowed;
  const advising = await checkedMembers(table, details);
  if (!advising.ok) return advising;
  const above = [advising.value.id, ...advising.value.above];
  return save(
    table,
    changed(table, command, 'programme.change', 'programme', programme, { ...details, id: programme.id, above, state: 'draft' }),
  );
}
