import type { Failure } from '../../shared/failures/failure.ts';
import type { MerchantId, StreetId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { saveCounted } from './load-merchant.ts';
import { findMerchant, merchantAt } from './store.ts';

/** "Not a duplicate": a person says that two merchants are two. It is remembered on the one with the smaller id, which is the answer. */
export async function decideDistinct(
  { table, now }: Deps,
  command: Command,
  streetId: StreetId,
  pair: readonly [MerchantId, MerchantId],
): Promise<Result<Merchant, Failure>> {
  const [first, second] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  const [keeper, other] = await Promise.all([findMerchant(table, streetId, first), findMerchant(table, streetId, second)]);
  if (first === second || !keeper || !other) return fail({ code: 'not-a-pair' });

  const open = await loadForUpdate({ table }, command, 'merchant.write', {
    ...merchantAt(keeper),
    version: undefined,
    load: async () => keeper,
  });
  if (open.done) return open.answer;
  // Saying it twice is no change. No version is asked for: the decision is about the pair, not about what the record says.
  if (keeper.distinctFrom.includes(second)) return ok(keeper);
  return saveCounted(table, command, 'merchant.distinct', keeper, {
    ...keeper,
    distinctFrom: [...keeper.distinctFrom, second].slice(-mostRemembered),
    updatedAt: now().toISOString(),
  });
}

const mostRemembered = 200;
