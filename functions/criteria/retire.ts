import type { CriteriaSet } from '../../shared/criteria-set.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen } from './load.ts';

/** Takes an edition out of the choice, or gives a draft up. Programmes that chose it keep their own copy. */
export async function retire(deps: Deps, actor: Actor, act: Act, seen: Seen): Promise<Result<CriteriaSet, Failure>> {
  const now = await ready(deps, actor, act, seen);
  if (now.done) return now.answer;
  const { set } = now;
  if (set.state === 'retired')
    return fail({ code: 'wrong-state', action: 'criteria.retire', state: set.state, allowed: ['draft', 'published'] });
  return save(deps.table, change(deps.table, act, 'criteria.retire', 'criteria', set, { ...set, state: 'retired', retiredAt: act.at }));
}
