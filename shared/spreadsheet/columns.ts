import { type ColumnKey, type ColumnMapping, type FieldCode, fieldCodes, repeatableFields } from './fields.ts';
import { isOtherThing, matchHead, saysYes, sure } from './head-words.ts';
import { columnOf, type ListColumn } from './layout.ts';
import { isYes, readMark } from './marks.ts';
import { readType } from './words.ts';
import type { WorksheetCells } from './worksheet.ts';

/** A column's own head and the heads above it, the nearest first. */
export type HeadColumn = { column: number; head: string; groups: readonly string[] };

type Columns = { mapping: ColumnMapping; columns: Map<FieldCode, ListColumn[]>; unmapped: { column: number; head: string }[] };

/**
 * Gives each field its column: the surest heads choose first, a second column of a field only where nothing else fits it. Where heads
 * leave a doubt, the values below decide (`body` is the first row of values).
 */
export function assignColumns(heads: readonly HeadColumn[], cells: WorksheetCells, body: number): Columns {
  const wishes = heads.flatMap((each) => meanings(each).map(({ field, weight }) => ({ ...each, field, weight })));
  wishes.sort((a, b) => b.weight - a.weight || a.column - b.column);
  const taken = new Map<number, ListColumn>();
  const isTaken = (field: FieldCode) => [...taken.values()].some((each) => each.field === field);
  const take = (field: FieldCode, { column, head, groups }: HeadColumn) =>
    taken.set(column, columnOf(field, column, saysYes(head) ? (groups[0] ?? head) : head));

  for (const preference of wishes) if (!taken.has(preference.column) && !isTaken(preference.field)) take(preference.field, preference);
  for (const preference of wishes)
    if (!taken.has(preference.column) && preference.weight >= sure && isRepeatable(preference.field)) take(preference.field, preference);
  decideByValues(taken, cells, body);

  const columns = new Map<FieldCode, ListColumn[]>();
  for (const column of [...taken.values()].sort((a, b) => a.column - b.column))
    columns.set(column.field, [...(columns.get(column.field) ?? []), column]);
  return {
    mapping: mappingOf(columns),
    columns,
    unmapped: heads.filter((each) => !taken.has(each.column)).map(({ column, head }) => ({ column, head })),
  };
}

/** The columns that a person chose, with the heads that stand there. Unknown keys and columns that do not exist are ignored. */
export function chosenColumns(
  mapping: Readonly<Record<string, number>>,
  headOf: (column: number) => string,
  width: number,
): Map<FieldCode, ListColumn[]> {
  const columns = new Map<FieldCode, ListColumn[]>();
  for (const [key, column] of Object.entries(mapping)) {
    const field = fieldCodes.find((each) => each === key.replace(/\.\d+$/, ''));
    if (!field || !Number.isInteger(column) || column < 0 || column >= width) continue;
    const others = columns.get(field) ?? [];
    if (others.length === 0 || isRepeatable(field)) columns.set(field, [...others, columnOf(field, column, headOf(column))]);
  }
  return columns;
}

/** The mapping that says the same as the columns: the second column of a field is `field.2`. */
export function mappingOf(columns: ReadonlyMap<FieldCode, readonly ListColumn[]>): ColumnMapping {
  const entries = [...columns].flatMap(([field, those]) =>
    those.map(({ column }, at): [string, number] => [at === 0 ? field : `${field}.${at + 1}`, column]),
  );
  return Object.fromEntries(entries) as Partial<Record<ColumnKey, number>>;
}

const isRepeatable = (field: FieldCode) => (repeatableFields as readonly FieldCode[]).includes(field);

/** What a column may hold, by its own head; a weak head ("Tên", "Có", "Khác") by the nearest head above it that says something. */
function meanings({ head, groups }: HeadColumn): { field: FieldCode; weight: number }[] {
  const own = matchHead(head);
  if ((own[0]?.weight ?? 0) >= sure || isOtherThing(head)) return own;
  for (const group of groups) {
    const together = saysYes(head) ? matchHead(group) : matchHead(`${group} ${head}`);
    if (together.length > 0) return [...together, ...own];
  }
  return own;
}

function decideByValues(taken: Map<number, ListColumn>, cells: WorksheetCells, body: number): void {
  const find = (field: FieldCode) => [...taken.values()].find((each) => each.field === field);
  const change = (column: ListColumn, field: FieldCode) => taken.set(column.column, columnOf(field, column.column, column.head));
  const share = (column: ListColumn, holds: (cell: string | number | boolean) => boolean) => {
    const values = cells
      .slice(body, body + 200)
      .map((row) => row[column.column] ?? null)
      .filter((cell) => cell !== null);
    return values.length === 0 ? 0 : values.filter(holds).length / values.length;
  };

  // "Loại hình kinh doanh" holds "HKD" in one ward and "Ăn uống" in the next.
  const type = find('type');
  if (type && share(type, (cell) => readType(String(cell)) === undefined) > 0.6) {
    if (find('category')) taken.delete(type.column);
    else change(type, 'category');
  }
  // "Tài khoản ngân hàng" or "Ngân hàng" that is ticked is the transfer column.
  for (const column of [find('account'), find('bank')]) {
    const ticked = column && share(column, (cell) => isYes(readMark(cell)) && String(cell).length <= 4) > 0.6;
    if (column && ticked && !find('qr')) change(column, 'qr');
  }
  // Household businesses may be listed under their owners' names alone.
  const owner = find('owner');
  if (owner && !find('name')) change(owner, 'name');
  // "Đường" over "12 Điện Biên Phủ" is an address.
  const street = find('street');
  if (street && !find('place') && share(street, (cell) => /\d/.test(String(cell))) > 0.6) change(street, 'place');
}
