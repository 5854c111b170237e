import type { Reason, Strength } from '../../shared/duplicates.ts';
import type { Failure } from '../../shared/failure.ts';
import type { MerchantId, StreetId, WardId } from '../../shared/ids.ts';
import type { ImportSource } from '../../shared/import.ts';
import type { Merchant } from '../../shared/merchant.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { FoundList } from '../../shared/spreadsheet/reading.ts';
import type { Sheet } from '../../shared/spreadsheet/sheet.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { findStreet } from '../streets/store.ts';
import { type ColumnSample, columnSamples } from './column-samples.ts';
import { duplicatesOfRows, isGood } from './import-duplicates.ts';
import { listsIn, readSource } from './import-source.ts';
import { allMerchantsOf } from './store.ts';

export type PreviewRequest = {
  source: ImportSource;
  streetId?: StreetId | undefined;
  sheet?: string | undefined;
  mapping?: Record<string, number> | undefined;
};
/** A row and the row or merchant that it may repeat. */
export type RowDuplicate = {
  row: number;
  with: { row: number } | { merchantId: MerchantId; name: string };
  strength: Strength;
  because: Reason[];
};
/** `sheets` are all sheets of the file; `reading` has one entry per list, with the rows as they will be stored. */
export type ImportPreview = { sheets: string[]; reading: (FoundList & { columns: ColumnSample[]; duplicates: RowDuplicate[] })[] };

/** Reads a list as an import would, and writes nothing. With a street, its merchants are looked through for duplicates too. */
export async function preview(deps: Deps, actor: Actor, wardId: WardId, request: PreviewRequest): Promise<Result<ImportPreview, Failure>> {
  const found = await loadForRead(deps, actor, 'import.preview', authorityAt({ id: wardId }));
  if (!found.ok) return found;

  const street = request.streetId && (await findStreet(deps.table, request.streetId));
  if (request.streetId && street?.wardId !== wardId) return fail({ code: 'not-found', what: 'street', id: request.streetId });
  const sheets = await readSource(deps, request.source);
  if (!sheets.ok) return sheets;
  const inFile = request.source.kind === 'file' ? request.source.sheet : undefined;
  const lists = listsIn(sheets.value, request.sheet ?? inFile, request.mapping);
  if (!lists.ok) return lists;

  const existing = street ? await allMerchantsOf(deps.table, street.id) : [];
  return ok({
    sheets: sheets.value.map(({ name }) => name),
    reading: lists.value.map((list) => ({
      ...list,
      columns: columnsOf(sheets.value, list),
      duplicates: duplicatesIn(list, existing, street ? street.name : (list.street ?? '')),
    })),
  });
}

const columnsOf = (sheets: readonly Sheet[], list: FoundList): ColumnSample[] => {
  const sheet = sheets.find(({ name }) => name === list.sheet);
  return sheet ? columnSamples(sheet, list) : [];
};

function duplicatesIn(list: FoundList, existing: readonly Merchant[], street: string): RowDuplicate[] {
  return duplicatesOfRows(list.rows.filter(isGood), existing, street, (row) => `row ${row}`).map(({ a, b, strength, because }) => ({
    row: b.row,
    with: a.row === undefined ? { merchantId: a.id as MerchantId, name: a.name } : { row: a.row },
    strength,
    because,
  }));
}
