import type { Authority, AuthorityDetails } from '../../shared/authorities/authority.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import { may } from '../../shared/people/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findAuthority } from './store.ts';

/** Enters a unit into the registry, below a unit that the administrator answers for. */
export async function createAuthority(
  { table }: Deps,
  command: Command,
  id: AuthorityId,
  details: AuthorityDetails,
): Promise<Result<Authority, Failure>> {
  const parent = details.parentId && (await findAuthority(table, details.parentId));
  if (details.parentId && !parent) return fail({ code: 'not-found', what: 'authority', id: details.parentId });

  const above = parent ? [parent.id, ...parent.above] : [];
  const allowed = may(command.by, 'authority.write', { above });
  if (!allowed.ok) return allowed;

  if (details.validUntil !== undefined && details.validUntil < details.validFrom)
    return fail({ code: 'unit-out-of-order', field: 'validUntil' });
  return save(table, creation(table, command, 'authority.create', 'authority', { ...details, id, above }));
}
