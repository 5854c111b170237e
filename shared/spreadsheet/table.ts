import { cellLine } from './cell-text.ts';
import { findHead, type Head, isNumbering } from './head.ts';
import { readHeading } from './heading.ts';
import type { Layout, OpenRow } from './layout.ts';
import { joinMethods, readMethods } from './methods.ts';
import { isRefused, type RowReading, type SkippedRow } from './reading.ts';
import { ownStreet, readRow, type Surroundings } from './row.ts';
import { continuesMerchant, rowKind } from './row-kind.ts';
import type { NamedStreet } from './street-name.ts';
import type { Merge, WorksheetCell, WorksheetCells } from './worksheet.ts';

/** The rows of a table, what was skipped in it, and the streets that it names. */
export type Table = { rows: RowReading[]; skipped: SkippedRow[]; streets: Map<string, NamedStreet> };

type Context = { heading: NamedStreet | undefined; merges: readonly Merge[]; followHeads: boolean };

/**
 * Reads the body of a table, down to the end of the sheet: a head repeated on each page is skipped, and where it stands in another order
 * (`followHeads`) the columns change with it. A street written in the first of merged rows goes for the rows below.
 */
export function readTable(cells: WorksheetCells, head: Head, { heading, merges, followHeads }: Context): Table {
  const table: Table = { rows: [], skipped: [], streets: new Map() };
  const around: Surroundings = { street: undefined, heading, residentialGroup: undefined };
  const topOf = mergedTops(merges, cells.length);
  let { layout } = head;
  let inFooter = false;
  let lastRow = head.next - 1;
  const skip = (at: number, why: SkippedRow['why'], text: string) => table.skipped.push({ row: at + 1, why, text });

  for (let at = head.next; at < cells.length; at++) {
    const line = cells[at] ?? [];
    if (startsHead(line, layout.columns.get('name')?.[0]?.head)) {
      const again = findHead(cells, at, at + 1);
      if (again) {
        if (followHeads) layout = again.layout;
        // A second table may have a title of its own between it and the first.
        around.street = readHeading(cells, lastRow + 1, at).street ?? around.street;
        for (let row = at; row < again.next; row++) skip(row, 'head', lineText(cells[row]));
        at = again.next - 1;
        inFooter = false;
        continue;
      }
    }
    if (isNumbering(line)) {
      skip(at, 'head', lineText(line));
      continue;
    }
    const row: OpenRow = { row: at + 1, cells: line, layout, issues: [] };
    const above = table.rows.at(-1);
    if (above && !isRefused(above) && !inFooter && continuesMerchant(row)) {
      above.details.methods = joinMethods([...above.details.methods, ...readMethods(row)]);
      above.issues.push(...row.issues);
      // Its text is an account.
      skip(at, 'continued', '');
      continue;
    }
    const kind = rowKind(row, inFooter);
    if (kind.kind === 'blank') continue;
    if (kind.kind === 'section') {
      around.street = kind.street ?? (kind.residentialGroup ? around.street : undefined);
      around.residentialGroup = kind.residentialGroup;
    }
    if (kind.kind !== 'merchant') {
      inFooter ||= kind.kind === 'footer';
      skip(at, kind.kind, kind.text);
      continue;
    }
    inFooter = false;
    lastRow = at;
    row.cells = withMerged(at, topOf, cells, layout);
    around.street = ownStreet(row) ?? around.street;
    const { reading, street } = readRow(row, around);
    if (street) table.streets.set(street.name, street);
    table.rows.push(reading);
  }
  return table;
}

/** For each cell under the first of merged ones, by row and column, the row where its value stands. */
function mergedTops(merges: readonly Merge[], rows: number): Map<string, number> {
  const tops = new Map<string, number>();
  let left = mostMerged;
  for (const { column, from, to } of merges) {
    for (let row = from + 1; row <= Math.min(to, rows - 1) && left > 0; row++, left--) tops.set(`${row} ${column}`, from);
  }
  return tops;
}

// A file may claim any number of merged cells, one over the other.
const mostMerged = 100_000;

/** Several shops may share a house, a group or a trade; a name or an account that is merged is one merchant's. */
function withMerged(at: number, tops: ReadonlyMap<string, number>, cells: WorksheetCells, layout: Layout): readonly WorksheetCell[] {
  const line = cells[at] ?? [];
  if (tops.size === 0) return line;
  const filled = [...line];
  for (const field of ['place', 'residentialGroup', 'category'] as const) {
    const column = layout.columns.get(field)?.[0]?.column;
    const top = tops.get(`${at} ${column}`);
    if (column !== undefined && top !== undefined) filled[column] ??= cells[top]?.[column] ?? null;
  }
  return filled;
}

const lineText = (line: readonly WorksheetCell[] | undefined) =>
  (line ?? [])
    .filter((cell) => cell !== null)
    .map(cellLine)
    .join(' ')
    .slice(0, 200);

/** Whether a row may be a head again: it says "STT", or what stood over the names. Most rows are told apart by their texts alone. */
function startsHead(line: readonly WorksheetCell[], nameHead: string | undefined): boolean {
  return line.some(
    (cell) => typeof cell === 'string' && (cell === nameHead || (cell.length <= 12 && /^(stt|tt|số tt|so tt|số thứ tự)$/i.test(cell))),
  );
}
