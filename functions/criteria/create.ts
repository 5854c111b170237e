import type { CriteriaSet, CriteriaSetDetails } from '../../shared/criteria-set.ts';
import type { Failure } from '../../shared/failure.ts';
import type { AuthorityId, CriteriaSetId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import { findAuthority } from '../authorities/store.ts';
import type { Act } from '../data/audit.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { placeOf } from './load.ts';

/** Begins a set of criteria for an authority: its first edition is a draft. */
export async function create(
  { table }: Deps,
  actor: Actor,
  act: Act,
  id: CriteriaSetId,
  authorityId: AuthorityId,
  details: CriteriaSetDetails,
): Promise<Result<CriteriaSet, Failure>> {
  const authority = await findAuthority(table, authorityId);
  if (!authority) return fail({ code: 'not-found', what: 'authority', id: authorityId });
  const { above } = authority;
  const allowed = may(actor, 'criteria.write', placeOf({ authorityId, above }));
  if (!allowed.ok) return allowed;
  return save(
    table,
    creation(table, act, 'criteria.create', 'criteria', { ...details, id, edition: 1, authorityId, above, state: 'draft' }),
  );
}
