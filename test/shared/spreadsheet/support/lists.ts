import { readFile as readFromDisk } from 'node:fs/promises';
import { readFile } from '../../../../functions/merchants/read-file.ts';
import { readList } from '../../../../shared/spreadsheet/read-list.ts';
import { type FoundList, type GoodRow, isRefused } from '../../../../shared/spreadsheet/reading.ts';
import type { Worksheet, WorksheetCell } from '../../../../shared/spreadsheet/worksheet.ts';

export const demoFolder = new URL('../../../../infra/local/demo-data/wards/', import.meta.url);

/** A merchant of a demonstration list, by the plain head of each column. */
export type Shop = Record<(typeof plainHeads)[number], WorksheetCell>;
export const plainHeads = [
  'STT',
  'Tên cơ sở kinh doanh',
  'Chủ cơ sở',
  'Loại hình',
  'Số nhà',
  'Tuyến đường',
  'TDP',
  'Ngành hàng',
  'MST/Số định danh',
  'Số điện thoại',
  'Chuyển khoản/QR',
  'Ngân hàng',
  'Số tài khoản',
  'POS',
  'Ví điện tử',
  'Mobile Money',
  'Hóa đơn điện tử',
  'Cam kết',
  'Ghi chú',
] as const;

/** The sheets of a demonstration file. */
export async function demoSheets(file: string): Promise<Worksheet[]> {
  const sheets = await readFile(await readFromDisk(new URL(file, demoFolder)), file);
  if (!sheets.ok) throw new Error(`${file}: ${sheets.failure.code}`);
  return sheets.value;
}

/** The 124 merchants of Điện Biên Phủ, one object each. */
export async function shopsOfDienBienPhu(): Promise<Shop[]> {
  const [sheet] = await demoSheets('minh-khai_dien-bien-phu.xlsx');
  const [, ...rows] = sheet?.cells ?? [];
  return rows.map((row) => Object.fromEntries(plainHeads.map((head, column) => [head, row[column] ?? null])) as Shop);
}

/** A column to write: its head, and the cell of each shop. */
export type ColumnPlan = readonly [head: WorksheetCell, cell: keyof Shop | ((shop: Shop, index: number) => WorksheetCell)];

export const plainColumns: ColumnPlan[] = plainHeads.map((head) => [head, head]);

/** The rows of shops under one row of heads. */
export const rowsOf = (shops: readonly Shop[], columns: readonly ColumnPlan[]): WorksheetCell[][] => [
  columns.map(([head]) => head),
  ...bodyOf(shops, columns),
];

export const bodyOf = (shops: readonly Shop[], columns: readonly ColumnPlan[]): WorksheetCell[][] =>
  shops.map((shop, index) => columns.map(([, cell]) => (typeof cell === 'function' ? cell(shop, index) : shop[cell])));

/** Reads cells as a list, or fails the test. */
export function listOf(cells: Worksheet['cells'], name = 'Sheet1', mapping?: Record<string, number>): FoundList {
  const list = readList({ name, cells }, mapping && { mapping });
  if (!list.isList) throw new Error(`not a list: ${list.because}`);
  return list;
}

/** The rows of a list that become merchants. */
export const goodRows = (list: FoundList): GoodRow[] => list.rows.filter((row): row is GoodRow => !isRefused(row));

/** The codes found in the only row of a list. */
export const codesOf = (list: FoundList): string[] => list.rows.flatMap((row) => row.issues.map((issue) => issue.code));
