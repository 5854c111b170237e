import type { Failure } from '../../shared/failures/failure.ts';
import type { ImportId, MerchantId } from '../../shared/ids.ts';
import type { StoredPlan } from '../../shared/merchants/import.ts';
import type { Merchant, MerchantDetails } from '../../shared/merchants/merchant.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { isRefused, type RowReading } from '../../shared/spreadsheet/reading.ts';
import { duplicatesOfRows, isGood } from './import-duplicates.ts';
import { importRowId } from './import-row-id.ts';

/** A row that becomes a merchant, with the merchants that a person called distinct from it. */
export type Line = { row: number; id: MerchantId; details: MerchantDetails; distinctFrom: MerchantId[] };

/** What a plan takes from a list, in its order, and the failure when the list is not as clean as the plan asks. */
export function linesOf(
  rows: readonly RowReading[],
  plan: StoredPlan,
  importId: ImportId,
  street: { name: string; merchants: readonly Merchant[] },
): { lines: Line[]; clean: Result<true, Failure> } {
  const leftOut = new Set(plan.leaveOut);
  const wanted = rows.filter(({ row }) => !leftOut.has(row));
  const good = wanted.filter(isGood);
  // An import that is continued has written some of its rows already: those are not its duplicates.
  const others = street.merchants.filter((merchant) => merchant.imported?.importId !== importId);
  const ids = new Map(good.map(({ row }) => [row, importRowId(importId, row)]));
  const pairs = duplicatesOfRows(good, others, street.name, (row) => ids.get(row) as MerchantId);

  const distinct = new Set(plan.distinct);
  const undecided = new Set<number>();
  const distinctFrom = new Map<number, MerchantId[]>();
  for (const { a, b } of pairs) {
    if (!distinct.has(b.row) && !(a.row !== undefined && distinct.has(a.row))) undecided.add(b.row);
    // Remembered on the earlier row, whose id is the smaller one; a merchant that is there already is not touched.
    const [keeper, other] = a.row === undefined ? [b.row, a.id] : [a.row, b.id];
    distinctFrom.set(keeper, [...(distinctFrom.get(keeper) ?? []), other as MerchantId]);
  }
  const unclean = plan.rows === 'all' ? wanted.filter(isUnclean).map(({ row }) => row) : [];
  return {
    lines: good.map(({ row, details }) => ({
      row,
      id: ids.get(row) as MerchantId,
      details,
      distinctFrom: (distinctFrom.get(row) ?? []).slice(0, mostRemembered),
    })),
    clean:
      unclean.length + undecided.size === 0
        ? ok(true)
        : fail({ code: 'import-not-clean', rows: unclean, duplicates: [...undecided].sort((x, y) => x - y) }),
  };
}

const mostRemembered = 200;
const isUnclean = (row: RowReading): boolean => isRefused(row) || row.issues.some((issue) => issue.severity === 'error');
