import { duplicatesAmong, type Pair } from '../../shared/merchants/duplicates.ts';
import type { Merchant, MerchantDetails } from '../../shared/merchants/merchant.ts';
import { type GoodRow, isRefused, type RowReading } from '../../shared/spreadsheet/reading.ts';

/** A merchant of the street, or a row of the list (`row` counts from 1). */
export type Candidate = Pick<MerchantDetails, 'name' | 'place' | 'taxId' | 'phone' | 'methods'> & {
  id: string;
  row?: number;
  distinctFrom: readonly string[];
};
/** A pair of which at least `b` is a row. */
export type RowPair = Pair<Candidate> & { b: Candidate & { row: number } };

/** Suggested duplicates of the rows, among themselves and with the open merchants that the street has already. */
export function duplicatesOfRows(
  rows: readonly GoodRow[],
  existing: readonly Merchant[],
  street: string,
  idOf: (row: number) => string,
): RowPair[] {
  const candidates: Candidate[] = [
    ...existing.filter((merchant) => merchant.state === 'active'),
    ...rows.map(({ row, details }) => ({ ...details, id: idOf(row), row, distinctFrom: [] })),
  ];
  // Rows come last, so `b` is a row whenever one of the two is.
  return duplicatesAmong(candidates, street).filter((pair): pair is RowPair => pair.b.row !== undefined);
}

/** Whether the row becomes a merchant. */
export const isGood = (row: RowReading): row is GoodRow => !isRefused(row);
