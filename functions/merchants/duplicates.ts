import type { Failure } from '../../shared/failures/failure.ts';
import type { StreetId } from '../../shared/ids.ts';
import { duplicatesAmong, type Pair } from '../../shared/merchants/duplicates.ts';
import type { ShownMerchant } from '../../shared/merchants/masked-account.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { streetAt } from '../streets/store.ts';
import { maskedMerchant } from './show.ts';
import { allMerchantsOf } from './store.ts';

/** Pairs of open merchants of a street that may be one entered twice and about which nobody has decided, accounts masked. */
export async function duplicates({ table }: Deps, actor: Actor, streetId: StreetId): Promise<Result<Pair<ShownMerchant>[], Failure>> {
  const found = await loadForRead({ table }, actor, 'merchant.read', streetAt({ id: streetId }));
  if (!found.ok) return found;
  const street = found.value;

  const active = (await allMerchantsOf(table, streetId)).filter((merchant) => merchant.state === 'active');
  return ok(duplicatesAmong(active, street.name).map((pair) => ({ ...pair, a: maskedMerchant(pair.a), b: maskedMerchant(pair.b) })));
}
