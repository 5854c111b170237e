import { type CriteriaSet, checklistFaults } from '../../shared/criteria/criteria-set.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { criteriaSetAt, type SeenEdition } from './store.ts';

/** Makes a draft an edition that officers may choose; from then on it never changes. */
export async function publish(deps: Deps, command: Command, seen: SeenEdition): Promise<Result<CriteriaSet, Failure>> {
  const open = await loadForUpdate(deps, command, 'criteria.write', criteriaSetAt(seen));
  if (open.done) return open.answer;
  const { found: set } = open;
  if (set.state !== 'draft') return fail({ code: 'wrong-state', action: 'criteria.publish', state: set.state, allowed: ['draft'] });
  const fields = checklistFaults(set.checklist);
  if (fields.length > 0) return fail({ code: 'invalid-input', fields });
  return save(
    deps.table,
    change(deps.table, command, 'criteria.publish', 'criteria', set, { ...set, state: 'published', publishedAt: command.at }),
  );
}
