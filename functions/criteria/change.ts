import type { CriteriaSet, CriteriaSetDetails } from '../../shared/criteria/criteria-set.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import { change as changed, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { criteriaSetAt, type SeenEdition } from './store.ts';

/** Changes a draft; a published edition stays what programmes chose. */
export async function changeCriteriaSet(
  deps: Deps,
  command: Command,
  seen: SeenEdition,
  details: CriteriaSetDetails,
): Promise<Result<CriteriaSet, Failure>> {
  const open = await loadForUpdate(deps, command, 'criteria.write', criteriaSetAt(seen));
  if (open.done) return open.answer;
  const { found: set } = open;
  if (set.state !== 'draft') return fail({ code: 'wrong-state', action: 'criteria.change', state: set.state, allowed: ['draft'] });
  return save(deps.table, changed(deps.table, command, 'criteria.change', 'criteria', set, { ...set, ...details }));
}
