import { nameKey } from '../text/fold.ts';
import type { Merchant } from './merchant.ts';

/**
 * Whether the merchants of one account belong to one owner or to several. The same tax code is the same owner, however the name is
 * spelled; an owner who is not recorded leaves it open.
 */
export function accountOwners(merchants: readonly Pick<Merchant, 'owner' | 'taxId'>[]): 'one' | 'several' | 'unknown' {
  const [first] = merchants;
  if (first?.taxId !== undefined && merchants.every((each) => each.taxId === first.taxId)) return 'one';
  const owners = new Set(merchants.flatMap(({ owner }) => (owner ? [nameKey(owner)] : [])));
  if (owners.size > 1) return 'several';
  return merchants.every(({ owner }) => owner) ? 'one' : 'unknown';
}
