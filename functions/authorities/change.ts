import type { Authority } from '../../shared/authority.ts';
import type { Failure } from '../../shared/failure.ts';
import type { AuthorityId, Day } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change as changed, repeatOf, save, staleIf } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findAuthority } from './store.ts';

/** Corrects a unit's name or ends its validity. Its tier and place never change: a reform makes new units. */
export async function change(
  { table }: Deps,
  actor: Actor,
  act: Act,
  id: AuthorityId,
  seenVersion: number,
  next: { name: string; validUntil?: Day | undefined },
): Promise<Result<Authority, Failure>> {
  const authority = await findAuthority(table, id);
  if (!authority) return fail({ code: 'not-found', what: 'authority', id });

  const allowed = may(actor, 'authority.write', { wardId: authority.id, above: authority.above });
  if (!allowed.ok) return allowed;

  const again = repeatOf(authority, act);
  if (again) return again;
  const current = staleIf(authority, seenVersion, 'authority');
  if (!current.ok) return current;

  if (next.validUntil !== undefined && next.validUntil < authority.validFrom)
    return fail({ code: 'unit-out-of-order', field: 'validUntil' });
  const { validUntil: _, ...rest } = authority;
  return save(
    table,
    changed(table, act, 'authority.change', 'authority', authority, {
      ...rest,
      name: next.name,
      ...(next.validUntil && { validUntil: next.validUntil }),
    }),
  );
}
