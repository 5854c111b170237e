import { fail, ok, type Result } from '../../shared/result.ts';
import type { FileFailure } from '../../shared/spreadsheet/file-failure.ts';
import type { Merge } from '../../shared/spreadsheet/worksheet.ts';

/** A worksheet's XML made safe, and its cells that are merged downwards, which the parser does not tell. */
export type SafeWorksheet = { xml: string; merges: Merge[] };

/** A list has some twenty columns; cells beyond these are left out, because the parser fills every row up to the last column. */
const mostColumns = 200;
/** The parser fills every cell up to the last row and column, so a few bytes could ask for gigabytes. */
const mostCells = 5_000_000;

/**
 * Makes the XML of a worksheet safe for the parser: empty cells and those far to the right go, a cell without an address gets one, a
 * formula without a stored result becomes its own text (nothing is ever evaluated), a style that does not exist is dropped.
 * @param styles how many cell styles the workbook has
 * @param mostRows rows with content that are still accepted
 */
export function safeWorksheet(xml: string, styles: number, mostRows: number): Result<SafeWorksheet, FileFailure> {
  const start = xml.search(/<sheetData\b/);
  if (start < 0) return ok({ xml: '<worksheet><sheetData></sheetData></worksheet>', merges: [] });
  const closed = xml.indexOf('</sheetData>', start);
  const data = xml.slice(start, closed < 0 ? undefined : closed).replace(/^<sheetData\b[^<>]*>/, '');

  const at = { row: 0, column: 0 };
  const reached = { rows: 0, row: 0, column: 0, impossible: false };
  const rows = data.replace(rowOrCell, (tag: string, attributes: string | undefined, content: string | undefined) => {
    if (attributes === undefined) {
      at.row = Number(/\sr="(\d+)"/.exec(tag)?.[1] ?? at.row + 1);
      at.column = 0;
      reached.impossible ||= at.row > 1_048_576;
      return tag.endsWith('/>') ? '' : `<row r="${at.row}">`;
    }
    const letters = /\sr="([A-Za-z]+)\d+"/.exec(attributes)?.[1];
    at.column = letters === undefined ? at.column + 1 : columnNumber(letters);
    const value = content === undefined ? '' : contentOf(attributes, content, styles);
    if (value === '' || at.column > mostColumns) return '';
    if (at.row > reached.row) reached.rows++;
    reached.row = Math.max(reached.row, at.row);
    reached.column = Math.max(reached.column, at.column);
    return `<c r="${columnLetters(at.column)}${at.row}"${value}</c>`;
  });
  if (reached.impossible) return fail({ code: 'file-unreadable' });
  if (reached.rows > mostRows || reached.row * reached.column > mostCells)
    return fail({ code: 'too-many-rows', rows: reached.row, most: mostRows });
  return ok({ xml: `<worksheet><sheetData>${rows}</sheetData></worksheet>`, merges: mergesIn(xml.slice(Math.max(closed, 0))) });
}

const mostMerges = 20_000;

function mergesIn(xml: string): Merge[] {
  const merges: Merge[] = [];
  for (const [, left = '', from, right = '', to] of xml.matchAll(
    /<mergeCell\b[^<>]*?\sref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    if (left === right && merges.length < mostMerges)
      merges.push({ column: columnNumber(left) - 1, from: Number(from) - 1, to: Number(to) - 1 });
  }
  return merges;
}

// The start of a row, or a whole cell with its attributes and its content. It never looks beyond the next cell, or unclosed tags would
// take time with the square of their number.
const rowOrCell = /<row\b[^<>]*>|<c\b((?:\s[^<>]*?)?)(?:\/>|>([^<]*(?:<(?!\/?c\b|\/?row\b)[^<]*)*)<\/c>)/g;

/** The rest of a cell after its address, up to its end tag; empty for a cell without a value. */
function contentOf(attributes: string, content: string, styles: number): string {
  const hasValue = /<v\b[^<>]*>[^<]+<\/v>|<is\b/.test(content);
  if (!hasValue) {
    const formula = /<f\b[^<>]*>([^<]+)<\/f>/.exec(content)?.[1];
    return formula === undefined ? '' : ` t="inlineStr"><is><t>=${formula}</t></is>`;
  }
  const style = Number(/\ss="(\d+)"/.exec(attributes)?.[1] ?? -1);
  const type = /\st="\w+"/.exec(attributes)?.[0] ?? '';
  return `${type}${style >= 0 && style < styles ? ` s="${style}"` : ''}>${content.replace(/<f\b[^<>]*(?:\/>|>[^<]*<\/f>)/, '')}`;
}

const columnNumber = (letters: string) =>
  Array.from(letters.toUpperCase().slice(0, 6)).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : columnLetters(Math.floor((column - 1) / 26)) + last;
}
