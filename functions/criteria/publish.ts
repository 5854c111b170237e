import { type CriteriaSet, checklistFaults } from '../../shared/criteria-set.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen } from './load.ts';

/** Makes a draft an edition that officers may choose; from then on it never changes. */
export async function publish(deps: Deps, actor: Actor, act: Act, seen: Seen): Promise<Result<CriteriaSet, Failure>> {
  const now = await ready(deps, actor, act, seen);
  if (now.done) return now.answer;
  const { set } = now;
  if (set.state !== 'draft') return fail({ code: 'wrong-state', action: 'criteria.publish', state: set.state, allowed: ['draft'] });
  const fields = checklistFaults(set.checklist);
  if (fields.length > 0) return fail({ code: 'invalid-input', fields });
  return save(
    deps.table,
    change(deps.table, act, 'criteria.publish', 'criteria', set, { ...set, state: 'published', publishedAt: act.at }),
  );
}
