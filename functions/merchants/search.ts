import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import { fold } from '../../shared/text/fold.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import { beginning, getMany, type Page, queryItems } from '../data/read.ts';
import { type Key, partition } from '../data/table.ts';
import type { Deps } from '../deps.ts';

/** Open merchants of the wards directly below a unit whose name begins like this, without marks and case; `limit` at most 100. */
export async function search(
  { table }: Deps,
  actor: Actor,
  unitId: AuthorityId,
  name: string,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Merchant>, Failure>> {
  const allowed = await loadForRead({ table }, actor, 'merchant.search', authorityAt({ id: unitId }));
  if (!allowed.ok) return allowed;

  const folded = fold(name);
  if (folded === '') return ok({ items: [] });
  const pk: [string, string] = ['NAMEPK', partition.merchantNames(unitId, folded)];
  const page = await queryItems(table, { index: 'name', pk, sk: beginning('NAMESK', folded) }, limit, cursor);
  if (!page.ok) return page;
  const keys = page.value.items.map((item) => ({ PK: item['PK'], SK: item['SK'] }) as Key);
  return ok({ ...page.value, items: await getMany(table, 'merchant', keys) });
}
