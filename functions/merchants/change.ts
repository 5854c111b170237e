import type { Failure } from '../../shared/failure.ts';
import { type EditedMerchant, unmasked } from '../../shared/masked-account.ts';
import type { Merchant } from '../../shared/merchant.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen, saveCounted } from './load.ts';

/** Replaces what is typed about a merchant; accounts that arrive masked stay as they are stored. */
export async function change(deps: Deps, actor: Actor, act: Act, seen: Seen, edited: EditedMerchant): Promise<Result<Merchant, Failure>> {
  const open = await ready(deps, actor, act, seen, 'merchant.write');
  if (open.done) return open.answer;
  const { merchant } = open;
  if (merchant.state === 'closed') return fail({ code: 'merchant-closed' });

  const details = unmasked(edited, merchant);
  if (!details.ok) return details;

  const { id, streetId, wardId, above, createdAt, imported, distinctFrom, state } = merchant;
  return saveCounted(deps.table, act, 'merchant.change', merchant, {
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
