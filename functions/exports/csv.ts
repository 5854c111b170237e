import { escapeFormula } from '../../shared/spreadsheet/escape-formula.ts';
import { dayText } from '../../shared/texts/words.ts';
import type { ExportCell, ExportTable } from './export-table.ts';

const encoder = new TextEncoder();

/** A sheet as CSV (RFC 4180), UTF-8 with a byte order mark so that Excel reads Vietnamese; a page of rows at a time. */
export async function* csv({ headings, pages }: ExportTable): AsyncGenerator<Uint8Array> {
  yield encoder.encode(`\uFEFF${lineOf(headings)}`);
  for await (const rows of pages) yield encoder.encode(rows.map(lineOf).join(''));
}

const lineOf = (cells: readonly ExportCell[]): string => `${cells.map((cell) => quoted(textOf(cell))).join(',')}\r\n`;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function textOf(cell: ExportCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return escapeFormula(cell);
  if ('day' in cell) return dayText(cell.day);
  const inVietnam = new Date(Date.parse(cell.at) + 7 * 3_600_000).toISOString();
  return `${dayText(cell.at)} ${inVietnam.slice(11, 16)}`;
}
