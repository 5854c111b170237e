import { nameKey } from '../text/fold.ts';
import { cellLine } from './cell-text.ts';
import { cleanCells } from './clean.ts';
import { chosenColumns, mappingOf } from './columns.ts';
import { findHead, type Head, mostColumns } from './head.ts';
import { headKey } from './head-words.ts';
import { readHeading } from './heading.ts';
import type { Layout } from './layout.ts';
import type { ListedStreet, ListReading, RowReading } from './reading.ts';
import { type NamedStreet, streetOfSheetName } from './street-name.ts';
import { readTable } from './table.ts';
import { totalsOf } from './totals.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * Reads the list of merchants that a sheet holds: finds its head, says which column holds what, and reads every row as it will be stored,
 * with errors and warnings per cell (domain, "Import"). Never throws, whatever the cells hold; linear in their number.
 * @param options.mapping the columns that a person chose, in place of those found; with it a sheet without heads can be read too
 */
export function readList(sheet: Worksheet, options: { mapping?: Readonly<Record<string, number>> } = {}): ListReading {
  const { cells, encoding } = cleanCells(sheet.cells);
  if (cells.every((row) => row.every((cell) => cell === null))) return { isList: false, sheet: sheet.name, because: 'empty' };
  // A guide explains the columns, often with an example; its rows are nobody's shops.
  const isGuide = /^(huong dan|vi du|guide|instructions?|example|read ?me|danh muc)\b/.test(headKey(sheet.name));

  const found = isGuide && !options.mapping ? undefined : findHead(cells, 0, mostTitleRows);
  const head = options.mapping ? asChosen(options.mapping, found, cells) : found;
  if (!head) return { isList: false, sheet: sheet.name, because: 'no-head' };
  if (!head.layout.columns.has('name')) return { isList: false, sheet: sheet.name, because: 'no-name-column' };

  const top = (head.layout.headerRows[0] ?? 1) - 1;
  const heading = readHeading(cells, 0, top);
  const fallback = heading.street ?? streetOfSheetName(sheet.name);
  const table = readTable(cells, head, { heading: fallback, merges: sheet.merges ?? [], followHeads: options.mapping === undefined });
  const streets = listStreets(table.rows, table.streets, fallback);
  const main = [...streets].sort((a, b) => b.rows - a.rows)[0];
  return {
    isList: true,
    sheet: sheet.name,
    headerRows: [...head.layout.headerRows],
    mapping: head.layout.mapping,
    unmapped: head.unmapped,
    ...(heading.title && { title: heading.title }),
    ...(main && { street: main.name }),
    ...(heading.ward && { ward: heading.ward }),
    kind: main?.kind ?? 'street',
    streets,
    encoding,
    rows: table.rows,
    skipped: table.skipped,
    totals: totalsOf(table.rows),
  };
}

const mostTitleRows = 200;

/** The layout that a person chose, over the head that was found. */
function asChosen(mapping: Readonly<Record<string, number>>, found: Head | undefined, cells: Worksheet['cells']): Head {
  const headRow = (found?.layout.headerRows.at(-1) ?? 0) - 1;
  const heads = new Map([...(found?.layout.columns.values() ?? [])].flat().map(({ column, head }) => [column, head]));
  const unmapped = found?.unmapped ?? [];
  const headOf = (column: number) =>
    heads.get(column) ?? unmapped.find((each) => each.column === column)?.head ?? cellLine(cells[headRow]?.[column]);
  const columns = chosenColumns(mapping, headOf, mostColumns);
  const used = new Set([...columns.values()].flat().map(({ column }) => column));
  const all = [...heads].map(([column, head]) => ({ column, head })).concat(unmapped);
  const layout: Layout = { mapping: mappingOf(columns), columns, headerRows: found?.layout.headerRows ?? [] };
  return { layout, unmapped: all.filter(({ column }) => !used.has(column)).sort((a, b) => a.column - b.column), next: found?.next ?? 0 };
}

/** The streets of the rows, in the order of the list; spellings of one name are one street. */
function listStreets(
  rows: readonly RowReading[],
  named: ReadonlyMap<string, NamedStreet>,
  fallback: NamedStreet | undefined,
): ListedStreet[] {
  const streets = new Map<string, ListedStreet>();
  const written = new Map<string, ListedStreet>();
  for (const { street } of rows) {
    if (street === undefined) continue;
    let entry = written.get(street);
    if (!entry) {
      const key = nameKey(street);
      entry = streets.get(key) ?? { name: street, kind: named.get(street)?.kind ?? 'street', rows: 0 };
      streets.set(key, entry);
      written.set(street, entry);
    }
    entry.rows++;
  }
  if (streets.size === 0 && fallback) return [{ ...fallback, rows: 0 }];
  return [...streets.values()];
}
