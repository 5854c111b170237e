import { cellLine } from '../../shared/spreadsheet/cell-text.ts';
import { cleanCells } from '../../shared/spreadsheet/clean.ts';
import type { FoundList } from '../../shared/spreadsheet/reading.ts';
import type { Worksheet } from '../../shared/spreadsheet/worksheet.ts';

/** A column of a list as people see it (counted from 0): its head, and what stands in its first filled cells. */
export type ColumnSample = { column: number; head: string; samples: string[] };

const mostSamples = 3;
const mostColumns = 200;

/** Every column of a list that has a head or a value, so that a person can say what each one holds. */
export function columnSamples(sheet: Worksheet, list: FoundList): ColumnSample[] {
  const lines = list.rows.slice(0, 50).map(({ row }) => row - 1);
  const { cells } = cleanCells(sheet.cells.slice(0, Math.max(0, ...lines, ...list.headerRows) + 1));
  const heads = list.headerRows.map((row) => cells[row - 1] ?? []);
  const body = lines.map((at) => cells[at] ?? []);
  const width = Math.min(mostColumns, Math.max(0, ...[...heads, ...body].map((row) => row.length)));
  return Array.from({ length: width }, (_, column) => ({
    column,
    head: heads
      .map((row) => cellLine(row[column]))
      .filter((text) => text !== '')
      .join(' – ')
      .slice(0, 120),
    samples: body
      .map((row) => cellLine(row[column]).slice(0, 40))
      .filter((text) => text !== '')
      .slice(0, mostSamples),
  })).filter(({ head, samples }) => head !== '' || samples.length > 0);
}
