import type { Failure } from '../../shared/failures/failure.ts';
import type { MerchantId, StreetId } from '../../shared/ids.ts';
import type { Merchant, MerchantDetails } from '../../shared/merchants/merchant.ts';
import type { Result } from '../../shared/result.ts';
import { figuresOf } from '../../shared/streets/street.ts';
import type { Command } from '../data/audit.ts';
import { loadForRead } from '../data/guard.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { streetAt } from '../streets/store.ts';
import { figuresWrite } from './store.ts';

/** Enters a merchant on a street that no nomination holds, and counts it in the street's figures. */
export async function createMerchant(
  { table, now }: Deps,
  command: Command,
  streetId: StreetId,
  id: MerchantId,
  details: MerchantDetails,
): Promise<Result<Merchant, Failure>> {
  const found = await loadForRead({ table }, command.by, 'merchant.write', streetAt({ id: streetId }));
  if (!found.ok) return found;
  const street = found.value;

  const at = now().toISOString();
  const made = creation(table, command, 'merchant.create', 'merchant', {
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
