import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { criteriaSetAt, type SeenEdition } from './store.ts';

/** Takes an edition out of the choice, or gives a draft up. Programmes that chose it keep their own copy. */
export async function retire(deps: Deps, command: Command, seen: SeenEdition): Promise<Result<CriteriaSet, Failure>> {
  const open = await loadForUpdate(deps, command, 'criteria.write', criteriaSetAt(seen));
  if (open.done) return open.answer;
  const { found: set } = open;
  if (set.state === 'retired')
    return fail({ code: 'wrong-state', action: 'criteria.retire', state: set.state, allowed: ['draft', 'published'] });
  return save(
    deps.table,
    change(deps.table, command, 'criteria.retire', 'criteria', set, { ...set, state: 'retired', retiredAt: command.at }),
  );
}
