import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { CriteriaSetId } from '../../shared/ids.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { newestEditionAt } from './store.ts';

/** Begins the next edition of a set as a draft, a copy of the newest one. A set has one draft at a time: its number is its key. */
export async function nextEdition({ table }: Deps, command: Command, id: CriteriaSetId): Promise<Result<CriteriaSet, Failure>> {
  const open = await loadForUpdate({ table }, command, 'criteria.write', newestEditionAt(id));
  if (open.done) return open.answer;
  const { found: newest } = open;
  if (newest.state === 'draft')
    return fail({ code: 'wrong-state', action: 'criteria.nextEdition', state: newest.state, allowed: ['published', 'retired'] });

  const { name, checklist, authorityId, above } = newest;
  return save(
    table,
    creation(table, command, 'criteria.nextEdition', 'criteria', {
      id,
      edition: newest.edition + 1,
      name,
      checklist,
      authorityId,
      above,
      state: 'draft',
    }),
  );
}
