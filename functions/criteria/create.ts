import type { CriteriaSet, CriteriaSetDetails } from '../../shared/criteria/criteria-set.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId, CriteriaSetId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import { authorityAt } from '../authorities/store.ts';
import type { Command } from '../data/audit.ts';
import { loadForRead } from '../data/guard.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';

/** Begins a set of criteria for an authority: its first edition is a draft. */
export async function createCriteriaSet(
  { table }: Deps,
  command: Command,
  id: CriteriaSetId,
  authorityId: AuthorityId,
  details: CriteriaSetDetails,
): Promise<Result<CriteriaSet, Failure>> {
  const found = await loadForRead({ table }, command.by, 'criteria.write', authorityAt({ id: authorityId }));
  if (!found.ok) return found;
  const { above } = found.value;
  return save(
    table,
    creation(table, command, 'criteria.create', 'criteria', { ...details, id, edition: 1, authorityId, above, state: 'draft' }),
  );
}
