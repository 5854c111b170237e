import { tidy } from '../text/fold.ts';
import { detectEncoding, type Encoding, repairText } from '../text/legacy-encoding.ts';
import { mostColumns } from './head.ts';
import type { WorksheetCell, WorksheetCells } from './worksheet.ts';

/**
 * The cells with their texts repaired and tidy: old encodings decoded, NFC, no invisible characters, one space between words. Line breaks
 * stay, because they separate what a cell lists. Empty texts become nothing.
 * Fonts may differ from column to column, and only the text tells: each column is judged, with the whole sheet behind it.
 */
export function cleanCells(cells: WorksheetCells): { cells: WorksheetCells; encoding: Encoding } {
  const width = Math.min(
    mostColumns,
    cells.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const samples = Array.from({ length: width }, (_, column) => sampleOf(cells, column));
  const encoding = detectEncoding(samples.flatMap((texts) => texts.slice(0, 50)));
  const cleaners = samples.map((texts) => {
    const own = detectEncoding(texts);
    return cleaner(own === 'unicode' || own === 'nfd' ? encoding : own);
  });
  return { cells: cells.map((row) => row.slice(0, width).map((cell, column) => cleanCell(cell, cleaners[column]))), encoding };
}

function cleanCell(cell: WorksheetCell, clean: ((text: string) => string) | undefined): WorksheetCell {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string' || !clean) return cell;
  const text = clean(cell);
  return text === '' ? null : text;
}

/** Cleans each text once: most of a list repeats. */
function cleaner(hint: Encoding): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (isPlain.test(text)) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const lines = repairText(text.slice(0, mostLetters), hint).text.split(/\r\n?|[\n\v\u2028]/);
    const after = lines
      .map(tidy)
      .filter((line) => line !== '')
      .join('\n')
      .replace(asText, (_, quoted: string | undefined, marked: string | undefined) => quoted ?? marked ?? '');
    known.set(text, after);
    return after;
  };
}

// Printable ASCII with single spaces and no mark at its beginning.
const isPlain = /^[!#-&(-<>-~][!-~]*(?: [!-~]+)*$/;

// ="0904123456" and '0904123456 are how people make a spreadsheet keep the zero.
const asText = /^(?:="([^"]*)"|'([\d+=@-][^']*))$/;

// The longest field holds 500; a cell may hold 32,767.
const mostLetters = 2000;

// An encoding shows within some texts; judging all of a long list would take longer than reading it.
const sampleSize = 120;

/** Texts of a column that can tell an encoding, from everywhere in it. */
function sampleOf(cells: WorksheetCells, column: number): string[] {
  const texts = new Set<string>();
  const step = Math.max(1, Math.floor(cells.length / (sampleSize * 3)));
  for (let start = 0; start < Math.min(step, 3); start++) {
    for (let row = start; row < cells.length && texts.size < sampleSize; row += step) {
      const cell = cells[row]?.[column];
      if (typeof cell === 'string' && cell.length <= 200 && /[^\0-\x7F]/.test(cell)) texts.add(cell);
    }
  }
  return [...texts];
}
