import type { Failure } from '../../shared/failures/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import { may } from '../../shared/people/policy.ts';
import type { Programme, ProgrammeDetails } from '../../shared/programmes/programme.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { checkedMembers } from './members.ts';

/** Sets up one round of certification as a draft: nothing is frozen and no ward sees a form before it opens. */
export async function createProgramme(
  { table }: Deps,
  command: Command,
  id: ProgrammeId,
  details: ProgrammeDetails,
): Promise<Result<Programme, Failure>> {
  const allowed = may(command.by, 'programme.write', { advisingAuthorityId: details.advisingAuthorityId });
  if (!allowed.ok) return allowed;

  const advising = await checkedMembers(table, details);
  if (!advising.ok) return advising;
  const above = [advising.value.id, ...advising.value.above];
  return save(table, creation(table, command, 'programme.create', 'programme', { ...details, id, above, state: 'draft' }));
}
