import type { Failure } from '../../shared/failure.ts';
import type { StreetId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Street, StreetDetails } from '../../shared/street.ts';
import type { Act } from '../data/audit.ts';
import { change as changed, repeatOf, save, staleIf } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findStreet } from './store.ts';

/** Corrects a street or market. Its merchants, figures and certificate stay; while a nomination holds it, nothing changes. */
export async function change(
  { table }: Deps,
  actor: Actor,
  act: Act,
  id: StreetId,
  seenVersion: number,
  details: StreetDetails,
): Promise<Result<Street, Failure>> {
  const street = await findStreet(table, id);
  if (!street) return fail({ code: 'not-found', what: 'street', id });

  const allowed = may(actor, 'street.write', street);
  if (!allowed.ok) return allowed;

  const again = repeatOf(street, act);
  if (again) return again;
  const current = staleIf(street, seenVersion, 'street');
  if (!current.ok) return current;
  if (street.lockedBy) return fail({ code: 'street-locked', nominationId: street.lockedBy });

  const { wardId, above, figures, certified, createdAt } = street;
  const kept = { id, wardId, above, figures, createdAt, ...(certified && { certified }) };
  return save(table, changed(table, act, 'street.change', 'street', street, { ...details, ...kept }));
}
