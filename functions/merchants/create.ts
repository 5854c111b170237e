import type { Failure } from '../../shared/failure.ts';
import type { MerchantId, StreetId } from '../../shared/ids.ts';
import type { Merchant, MerchantDetails } from '../../shared/merchant.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import { figuresOf } from '../../shared/street.ts';
import type { Act } from '../data/audit.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findStreet } from '../streets/store.ts';
import { figuresWrite } from './store.ts';

/** Enters a merchant on a street that no nomination holds, and counts it in the street's figures. */
export async function create(
  { table, now }: Deps,
  actor: Actor,
  act: Act,
  streetId: StreetId,
  id: MerchantId,
  details: MerchantDetails,
): Promise<Result<Merchant, Failure>> {
  const street = await findStreet(table, streetId);
  if (!street) return fail({ code: 'not-found', what: 'street', id: streetId });

  const allowed = may(actor, 'merchant.write', street);
  if (!allowed.ok) return allowed;

  const at = now().toISOString();
  const made = creation(table, act, 'merchant.create', 'merchant', {
    ...details,
    id,
    streetId,
    wardId: street.wardId,
    above: street.above,
    createdAt: at,
    updatedAt: at,
    distinctFrom: [],
    state: 'active',
  });
  return save(table, made, [figuresWrite(table, streetId, figuresOf(made.record), { byWard: true })]);
}
