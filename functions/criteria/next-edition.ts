import type { CriteriaSet } from '../../shared/criteria-set.ts';
import type { Failure } from '../../shared/failure.ts';
import type { CriteriaSetId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { creation, repeatOf, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { placeOf } from './load.ts';
import { newestEdition } from './store.ts';

/** Begins the next edition of a set as a draft, a copy of the newest one. A set has one draft at a time: its number is its key. */
export async function nextEdition({ table }: Deps, actor: Actor, act: Act, id: CriteriaSetId): Promise<Result<CriteriaSet, Failure>> {
  const newest = await newestEdition(table, id);
  if (!newest) return fail({ code: 'not-found', what: 'criteria', id });
  const allowed = may(actor, 'criteria.write', placeOf(newest));
  if (!allowed.ok) return allowed;
  const again = repeatOf(newest, act);
  if (again) return again;
  if (newest.state === 'draft')
    return fail({ code: 'wrong-state', action: 'criteria.nextEdition', state: newest.state, allowed: ['published', 'retired'] });

  const { name, checklist, authorityId, above } = newest;
  return save(
    table,
    creation(table, act, 'criteria.nextEdition', 'criteria', {
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
