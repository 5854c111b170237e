import { cellLine } from './cell-text.ts';
import { assignColumns, type HeadColumn } from './columns.ts';
import { headKey, matchHead, saysNo, saysYes, sure } from './head-words.ts';
import type { Layout } from './layout.ts';
import type { WorksheetCell, WorksheetCells } from './worksheet.ts';

/** The head of a table: its layout, the heads that no field takes, and the first row of the body (counted from 0). */
export type Head = { layout: Layout; unmapped: { column: number; head: string }[]; next: number };

/** Columns beyond the 200th are no part of a list. */
export const mostColumns = 200;

const mostHeadRows = 5;

/** Finds the head of the next table, in one row or up to five merged ones; only rows `from` to before `to` can begin it. */
export function findHead(cells: WorksheetCells, from: number, to: number): Head | undefined {
  for (let row = from; row < Math.min(to, cells.length); row++) {
    if (!mayBeHead(cells[row])) continue;
    const head = readHead(cells, row);
    if (head) return head;
  }
  return undefined;
}

/** Reads the table head that begins in a row; nothing when its columns are not those of a list of merchants. */
function readHead(cells: WorksheetCells, top: number): Head | undefined {
  const rows = [top];
  let next = top + 1;
  for (; next < cells.length && next < top + mostHeadRows; next++) {
    if (isNumbering(cells[next])) continue;
    if (!continuesHead(cells, rows, next)) break;
    rows.push(next);
  }
  const above = groupRowAbove(cells, top);
  const headRows = above === undefined ? rows : [above, ...rows];
  const { mapping, columns, unmapped } = assignColumns(headColumns(cells, headRows), cells, next);
  const has = (...fields: Parameters<typeof columns.get>[0][]) => fields.filter((field) => columns.has(field)).length;
  // A summary has names and counts, but never the house, owner, phone or tax code of anybody.
  if (has('name') === 0 || has('place', 'owner', 'phone', 'taxId', 'category') === 0 || columns.size < 3) return undefined;
  return { layout: { mapping, columns, headerRows: headRows.map((row) => row + 1) }, unmapped, next };
}

/** The heads of all columns: the lowest text of each, and with it the group heads above, spread over the blanks that merging leaves. */
function headColumns(cells: WorksheetCells, rows: readonly number[]): HeadColumn[] {
  const width = Math.min(mostColumns, Math.max(...rows.map((row) => cells[row]?.length ?? 0)));
  const texts = rows.map((row) => Array.from({ length: width }, (_, column) => cellLine(cells[row]?.[column])));
  const groups = texts.map((line, level) => spread(line, texts.slice(level + 1)));
  return Array.from({ length: width }, (_, column): HeadColumn | undefined => {
    const lowest = texts.findLastIndex((line) => line[column] !== '');
    const leaf = texts[lowest]?.[column];
    if (leaf === undefined) return undefined;
    const above = groups.slice(0, lowest).map((line) => line[column] ?? '');
    return { column, head: leaf, groups: above.filter((text) => text !== '' && text !== leaf).reverse() };
  }).filter((each) => each !== undefined);
}

function spread(line: readonly string[], below: readonly (readonly string[])[]): string[] {
  let group = '';
  return line.map((text, column) => {
    if (text !== '') group = text;
    else if (!below.some((each) => each[column] !== '')) group = '';
    return group;
  });
}

/** A row belongs to the head when half of it are heads, and it says nothing else under a column that already has its head. */
function continuesHead(cells: WorksheetCells, rows: readonly number[], next: number): boolean {
  const line = (cells[next] ?? []).slice(0, mostColumns);
  const columns = [...line.keys()].filter((column) => line[column] !== null);
  const isHead = (column: number) => {
    const text = cellLine(line[column]);
    return matchHead(text).some((each) => each.weight >= 4) || saysYes(text) || saysNo(text);
  };
  const fits = (column: number) => {
    if (typeof line[column] !== 'string' || cellLine(line[column]).length > 90) return false;
    const over = rows.flatMap((row) => matchHead(cellLine(cells[row]?.[column])).filter((each) => each.weight >= sure));
    // One text alone under a head is a section of the table: "Tổ dân phố số 3".
    return !over.some(({ field }) => field === 'stt' || (leafFields.has(field) && (columns.length === 1 || !isHead(column))));
  };
  return columns.length > 0 && columns.filter(isHead).length * 2 >= columns.length && columns.every(fits);
}

// Under these heads stand values; under the others may stand sub-heads.
const leafFields = new Set<string>(['stt', 'name', 'place', 'street', 'phone', 'taxId', 'category', 'type']);

/** The row of group heads above the first row of heads: not a title, and not the heading of an office. */
function groupRowAbove(cells: WorksheetCells, top: number): number | undefined {
  const above = top - 1;
  const texts = (cells[above] ?? []).slice(0, mostColumns).map(cellLine);
  const first = texts.findIndex((text) => text !== '');
  const office = texts.some(
    (text) =>
      text.length > 90 || /\b(cong hoa|doc lap|uy ban|ubnd|danh sach|phuong|tuyen|bieu|phu luc|ngay|thong ke)\b/.test(headKey(text)),
  );
  return first >= 1 && !office ? above : undefined;
}

/** "(1) (2) (3)" or "A B 1 2 3" under the heads: the numbers of the columns. */
export function isNumbering(line: readonly WorksheetCell[] | undefined): boolean {
  const texts = (line ?? []).map((cell) => cellLine(cell).replace(/[()[\]\s]/g, '')).filter((text) => text !== '');
  if (texts.length < 3 || !texts.every((text) => /^(\d{1,2}|[a-zA-Z]|\d{1,2}=[\d+\-=]+)$/.test(text))) return false;
  const numbers = texts.map((text) => Number.parseInt(text, 10)).filter((number) => !Number.isNaN(number));
  return numbers.length >= 3 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}

/** Two heads at least, and a third of the texts: a shop for phones beside a wallet's name makes no head. */
function mayBeHead(line: readonly WorksheetCell[] | undefined): boolean {
  const cells = (line ?? []).slice(0, mostColumns).filter((cell) => cell !== null);
  if (cells.length < 2 || cells.some((cell) => typeof cell === 'boolean')) return false;
  const fields = new Set<string>();
  let heads = 0;
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell.length > 90) continue;
    const [best] = matchHead(cellLine(cell));
    if (!best || best.weight < 5) continue;
    heads++;
    fields.add(best.field);
  }
  return fields.size >= 2 && heads * 3 >= cells.length;
}
