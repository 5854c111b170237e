import * as z from 'zod/mini';
import type { Failure } from '../../shared/failures/failure.ts';
import { MerchantId, StreetId, type WardId } from '../../shared/ids.ts';
import { type Reason, reasons, type Strength } from '../../shared/merchants/duplicates.ts';
import { ImportSource, Mapping } from '../../shared/merchants/import.ts';
import { type Merchant, MerchantDetails } from '../../shared/merchants/merchant.ts';
import type { Actor } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { fieldCodes } from '../../shared/spreadsheet/fields.ts';
import { errorCodes, type FoundList, warningCodes } from '../../shared/spreadsheet/reading.ts';
import type { Worksheet } from '../../shared/spreadsheet/worksheet.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { findStreet } from '../streets/store.ts';
import { type ColumnSample, columnSamples } from './column-samples.ts';
import { duplicatesOfRows, isGood } from './import-duplicates.ts';
import { listsIn, readSource } from './import-source.ts';
import { allMerchantsOf } from './store.ts';

export const PreviewRequest = z.strictObject({
  source: ImportSource,
  streetId: z.optional(StreetId),
  sheet: z.optional(z.string().check(z.maxLength(100))),
  mapping: z.optional(Mapping),
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

const rowNumber = z.int().check(z.describe('Row of the sheet, counted from 1'));
const issue = z.object({
  row: rowNumber,
  column: z.optional(z.int()),
  field: z.optional(z.enum(fieldCodes)),
  code: z.enum([...errorCodes, ...warningCodes]),
  severity: z.enum(['error', 'warning']),
  value: z.optional(z.string()),
});
const read = { row: rowNumber, street: z.optional(z.string()), issues: z.array(issue) };
/** A row and the row or merchant that it may repeat. */
export type RowDuplicate = {
  row: number;
  with: { row: number } | { merchantId: MerchantId; name: string };
  strength: Strength;
  because: Reason[];
};
const Duplicate = z.object({
  row: z.int(),
  with: z.union([z.object({ row: z.int() }), z.object({ merchantId: MerchantId, name: z.string() })]),
  strength: z.enum(['same', 'maybe']),
  because: z.array(z.enum(reasons)),
});
const kind = z.enum(['street', 'market']);
const Totals = z.object({
  rows: z.int(),
  good: z.int(),
  refused: z.int(),
  errors: z.int(),
  warnings: z.int(),
  cashless: z.int(),
  qr: z.int(),
  card: z.int(),
  wallet: z.int(),
  mobileMoney: z.int(),
  twoMethods: z.int(),
  eInvoice: z.int(),
  commitment: z.int(),
});

/** `sheets` are all sheets of the file; `reading` has one entry per list, with the rows as they will be stored. */
export const ImportPreview = z.object({
  sheets: z.array(z.string()),
  reading: z.array(
    z.object({
      isList: z.literal(true),
      sheet: z.string(),
      headerRows: z.array(z.int()),
      mapping: z.record(z.string(), z.optional(z.int())),
      unmapped: z.array(z.object({ column: z.int(), head: z.string() })),
      title: z.optional(z.string()),
      street: z.optional(z.string()),
      ward: z.optional(z.string()),
      kind,
      streets: z.array(z.object({ name: z.string(), kind, rows: z.int() })),
      encoding: z.enum(['unicode', 'nfd', 'tcvn3', 'vni', 'mojibake']),
      rows: z.array(
        z.union([z.object({ ...read, details: MerchantDetails }), z.object({ ...read, refused: z.enum(['no-name', 'no-place']) })]),
      ),
      skipped: z.array(
        z.object({ row: z.int(), why: z.enum(['head', 'section', 'total', 'footer', 'remark', 'continued']), text: z.string() }),
      ),
      totals: Totals,
      columns: z.array(z.object({ column: z.int(), head: z.string(), samples: z.array(z.string()) })),
      duplicates: z.array(Duplicate),
    }),
  ),
});
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

const columnsOf = (sheets: readonly Worksheet[], list: FoundList): ColumnSample[] => {
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
