import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import type { ShownMerchant } from '../../shared/merchants/masked-account.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import { fold } from '../../shared/text/fold.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import { beginning, getMany, queryItems, type Range } from '../data/read.ts';
import { type Key, lookup, partition, type Table } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { maskedMerchant } from '../merchants/show.ts';

/** By what a person who asks for their data is found. */
export type Sought =
  | { by: 'phone' | 'taxId' | 'name'; value: string }
  /** The account that a shop's first method with an account pays to. */
  | { by: 'account'; value: string; bankBin: string };

/** Merchants of a unit and those below it behind which somebody stands; by name those of the wards directly below. The first hundred, accounts masked. */
export async function find(
  { table }: Deps,
  actor: Actor,
  unitId: AuthorityId,
  sought: Sought,
): Promise<Result<{ items: ShownMerchant[] }, Failure>> {
  const found = await loadForRead({ table }, actor, 'personalData.find', authorityAt({ id: unitId }));
  if (!found.ok) return found;

  const page = await queryItems(table, rangeOf(table, unitId, sought), 100);
  if (!page.ok) return page;
  const keys = page.value.items.map((item) => ({ PK: item['PK'], SK: item['SK'] }) as Key);
  const merchants = await getMany(table, 'merchant', keys);
  return ok({
    items: merchants
      .filter(({ wardId, above }) => wardId === unitId || above.includes(unitId))
      .map((each): ShownMerchant => maskedMerchant(each)),
  });
}

function rangeOf(table: Table, unit: AuthorityId, sought: Sought): Range {
  switch (sought.by) {
    case 'phone':
      return { index: 'phone', pk: ['PHONE', lookup(table, 'phone', sought.value)] };
    case 'taxId':
      return { index: 'taxid', pk: ['TAXID', lookup(table, 'tax', sought.value)] };
    case 'account':
      return { index: 'account', pk: ['ACCOUNT', lookup(table, 'account', `${sought.bankBin}:${sought.value}`)] };
    case 'name': {
      const folded = fold(sought.value);
      return { index: 'name', pk: ['NAMEPK', partition.merchantNames(unit, folded)], sk: beginning('NAMESK', folded) };
    }
  }
}
