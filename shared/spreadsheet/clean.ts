import { tidy } from '../text/fold.ts';
import { detectEncoding, type Encoding, repairText } from '../text/legacy-encoding.ts';
import { mostColumns } from './head.ts';
import type { Cell, Cells } from './sheet.ts';

/**
 * The cells with their texts repaired and tidy: old encodings decoded, NFC, no invisible characters, one space between words. Line breaks
 * stay, because they separate what a cell lists. Empty texts become nothing.
 * Fonts may differ from column to column, and only the text tells: each column is judged, with the whole sheet behind it.
 */
export function cleanCells(cells: Cells): { cells: Cells; encoding: Encoding } {
  const width = Math.min(
    mostColumns,
    cells.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const encoding = detectEncoding(sample(cells.flatMap((row) => row)));
  const repaired = Array.from({ length: width }, (_, column) => {
    const own = detectEncoding(sample(cells.map((row) => row[column] ?? null)));
    return cleaner(own === 'unicode' || own === 'nfd' ? encoding : own);
  });
  return { cells: cells.map((row) => row.slice(0, width).map((cell, column) => cleanCell(cell, repaired[column]))), encoding };
}

function cleanCell(cell: Cell, clean: ((text: string) => string) | undefined): Cell {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string' || !clean) return cell;
  const text = clean(cell);
  return text === '' ? null : text;
}

/** Cleans each text once: most of a list repeats. */
function cleaner(hint: Encoding): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const after = isPlain.test(text)
      ? text
      : repairText(text, hint)
          .text.split(/\r\n?|\n/)
          .map(tidy)
          .filter((line) => line !== '')
          .join('\n');
    known.set(text, after);
    return after;
  };
}

// Printable ASCII without spaces to tidy.
const isPlain = /^[!-~]+( [!-~]+)*$/;

// An encoding shows within some hundred texts; judging all of a long list would take longer than reading it.
const sampleSize = 300;

function sample(cells: readonly Cell[]): string[] {
  const texts = new Set<string>();
  const step = Math.max(1, Math.floor(cells.length / (sampleSize * 4)));
  for (let at = 0; at < cells.length && texts.size < sampleSize; at += step) {
    const cell = cells[at];
    if (typeof cell === 'string' && cell.length <= 200 && /[^\0-\x7F]/.test(cell)) texts.add(cell);
  }
  return [...texts];
}
