import type { CriteriaSet, CriteriaSetDetails } from '../../shared/criteria-set.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change as changed, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen } from './load.ts';

/** Changes a draft; a published edition stays what programmes chose. */
export async function change(
  deps: Deps,
  actor: Actor,
  act: Act,
  seen: Seen,
  details: CriteriaSetDetails,
): Promise<Result<CriteriaSet, Failure>> {
  const now = await ready(deps, actor, act, seen);
  if (now.done) return now.answer;
  const { set } = now;
  if (set.state !== 'draft') return fail({ code: 'wrong-state', action: 'criteria.change', state: set.state, allowed: ['draft'] });
  return save(deps.table, changed(deps.table, act, 'criteria.change', 'criteria', set, { ...set, ...details }));
}
