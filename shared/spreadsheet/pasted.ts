import type { WorksheetCells } from './worksheet.ts';

/**
 * The cells of a text copied from a spreadsheet: tabs between cells, line breaks between rows. A cell that holds a tab, a line break or a
 * quote in such a cell stands in quotes with its quotes doubled; a quote that is closed nowhere is a letter like others.
 */
export function pastedCells(text: string): WorksheetCells {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? closingQuote(text, at) : -1;
    const end = quoted >= 0 ? quoted + 1 : cellEnd(text, at);
    row.push(
      quoted >= 0
        ? text
            .slice(at + 1, quoted)
            .replace(/""/g, '"')
            .replace(/\r\n?/g, '\n')
        : text.slice(at, end),
    );
    at = end + 1;
    if (text[end] === '\t') continue;
    if (text[end] === '\r' && text[at] === '\n') at++;
    rows.push(row);
    row = [];
    // The line break after the last row begins no row.
    if (at >= text.length) break;
  }
  return rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell)));
}

const breaks = /[\t\r\n]/g;

function cellEnd(text: string, from: number): number {
  breaks.lastIndex = from;
  return breaks.exec(text)?.index ?? text.length;
}

/** The quote that closes a cell: not doubled, and followed by the end of the cell. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at++;
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '') ? at : -1;
  }
  return -1;
}
