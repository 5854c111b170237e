import * as z from 'zod/mini';
import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import { ShownMerchant } from '../../shared/merchants/masked-account.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import { getMany, type Page, queryItems } from '../data/read.ts';
import { type Key, partition } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { maskedMerchant } from './show.ts';

/** Merchants that are paid into one account; `account` only tells one account from another. */
export const AccountGroup = z.object({
  account: z.string().check(z.describe('Tells one account from another')),
  merchants: z.array(ShownMerchant),
});
export type AccountGroup = z.infer<typeof AccountGroup>;

/** As many records as one read takes. */
const atOnce = 100;

/**
 * Accounts that several merchants of the wards directly below a unit are paid into, account by account. The index lists every account,
 * so a page may hold few groups or none; `limit` is how many entries of it are looked through. A group that touches the edge of a page
 * stands there also when it has one merchant only: the rest may be on the page beside it.
 */
export async function sharedAccounts(
  { table }: Deps,
  actor: Actor,
  unitId: AuthorityId,
  limit: number,
  cursor?: string,
): Promise<Result<Page<AccountGroup>, Failure>> {
  const allowed = await loadForRead({ table }, actor, 'merchant.search', authorityAt({ id: unitId }));
  if (!allowed.ok) return allowed;

  const page = await queryItems(table, { index: 'due', pk: ['DUEPK', partition.accounts(unitId)] }, limit, cursor);
  if (!page.ok) return page;
  const groups = new Map<string, Key[]>();
  for (const item of page.value.items) {
    const account = String(item['DUESK']).split('#')[0] as string;
    groups.set(account, [...(groups.get(account) ?? []), { PK: item['PK'], SK: item['SK'] } as Key]);
  }
  const all = [...groups.entries()];
  const shared = all.filter(
    ([, keys], at) => keys.length > 1 || (at === 0 && cursor !== undefined) || (at === all.length - 1 && page.value.next !== undefined),
  );
  const keys = shared.flatMap(([, of]) => of);
  const found = new Map<string, ShownMerchant>();
  for (let n = 0; n < keys.length; n += atOnce)
    for (const merchant of await getMany(table, 'merchant', keys.slice(n, n + atOnce))) found.set(merchant.id, maskedMerchant(merchant));
  const items = shared.map(([account, of]) => ({
    account,
    merchants: of.flatMap(({ SK }) => found.get(SK.replace('MERCHANT#', '')) ?? []),
  }));
  return ok({ ...page.value, items });
}
