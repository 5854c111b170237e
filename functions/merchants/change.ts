import type { Failure } from '../../shared/failures/failure.ts';
import { type EditedMerchant, unmasked } from '../../shared/merchants/masked-account.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { saveCounted } from './load-merchant.ts';
import { merchantAt, type SeenMerchant } from './store.ts';

/** Replaces what is typed about a merchant; accounts that arrive masked stay as they are stored. */
export async function changeMerchant(
  deps: Deps,
  command: Command,
  seen: SeenMerchant,
  edited: EditedMerchant,
): Promise<Result<Merchant, Failure>> {
  const open = await loadForUpdate(deps, command, 'merchant.write', merchantAt(seen));
  if (open.done) return open.answer;
  const { found: merchant } = open;
  if (merchant.state === 'closed') return fail({ code: 'merchant-closed' });

  const details = unmasked(edited, merchant);
  if (!details.ok) return details;

  const { id, streetId, wardId, above, createdAt, imported, distinctFrom, state } = merchant;
  return saveCounted(deps.table, command, 'merchant.change', merchant, {
    ...details.value,
    id,
    streetId,
    wardId,
    above,
    createdAt,
    distinctFrom,
    state,
    ...(imported && { imported }),
    updatedAt: deps.now().toISOString(),
  });
}
