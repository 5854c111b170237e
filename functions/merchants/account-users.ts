import type { Failure } from '../../shared/failures/failure.ts';
import type { MerchantId, StreetId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Actor } from '../../shared/people/person.ts';
import { may } from '../../shared/people/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { loadForRead } from '../data/guard.ts';
import { getMany, type Page, queryItems } from '../data/read.ts';
import { attributesOf, type Key } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { merchantAt } from './store.ts';

/** Who else is paid into this merchant's account, wherever their street is: as many of the first 100 as the actor may read. */
export async function accountUsers(
  { table }: Deps,
  actor: Actor,
  streetId: StreetId,
  id: MerchantId,
): Promise<Result<Page<Merchant>, Failure>> {
  const found = await loadForRead({ table }, actor, 'merchant.read', merchantAt({ streetId, id }));
  if (!found.ok) return found;
  const account = attributesOf.merchant(found.value, table)['ACCOUNT'];
  if (!account) return fail({ code: 'no-account' });

  const page = await queryItems(table, { index: 'account', pk: ['ACCOUNT', account] }, 100);
  if (!page.ok) return page;
  const users = await getMany(
    table,
    'merchant',
    page.value.items.map((item) => ({ PK: item['PK'], SK: item['SK'] }) as Key),
  );
  return ok({ items: users.filter((user) => user.id !== id && may(actor, 'merchant.read', user).ok) });
}
