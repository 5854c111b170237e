import { fold } from '../text/fold.ts';
import type { WorksheetCell } from './worksheet.ts';

/** A cell as text; the cells of a reading are already repaired and tidy. Nothing for an empty cell. */
export const cellText = (cell: WorksheetCell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

/** A cell as one line: line breaks inside a cell become spaces. */
export function cellLine(cell: WorksheetCell | undefined): string {
  const text = cellText(cell);
  return text.includes('\n') ? text.replace(/\n+/g, ' ') : text;
}

/** Dots, dashes and words by which people say that there is nothing to write. */
export const saysNothing = (text: string): boolean =>
  text === '' || (text.length <= 20 && mayBeNothing.test(text) && nothing.test(fold(text)));

// Folding takes most of the time of a row, and most texts begin otherwise.
const mayBeNothing = /^[-–—._/…*?kcn]/i;
const nothing = /^([-._/…*?]+|khong|khong co|ko|ko co|k co|chua|chua co|chua ro|n\/?a|none|null|nil|no)$/;

/**
 * The digits of an identifier in a cell, or `rounded` when the spreadsheet has already lost some: a text such as 1.90301E+13, a number of
 * more than 15 digits (a spreadsheet keeps 15), or a long number whose digits end after the sixth (what 1.90301E+13 becomes when it is
 * opened again).
 */
export function identifier(cell: WorksheetCell | undefined): { text: string } | { rounded: true } {
  if (typeof cell === 'number') {
    const digits = String(cell);
    const rounded = /e/i.test(digits) || Math.abs(cell) >= 1e15 || (Math.abs(cell) >= 1e11 && /^\d{1,6}0*$/.test(digits));
    return rounded ? { rounded: true } : { text: digits };
  }
  const text = cellText(cell);
  return /^\d+([.,]\d+)?e\+\d{1,3}$|^\d[.,]\d+e\d{1,3}$/i.test(text) ? { rounded: true } : { text };
}
