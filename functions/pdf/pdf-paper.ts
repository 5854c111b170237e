import { PageSizes, type PDFDocument, type PDFImage, type PDFPage, rgb } from '@cantoo/pdf-lib';
import type { Type, Types } from './pdf-type.ts';

const millimetre = 72 / 25.4;
/** A4 upright with the margins of Decree 30/2020/NĐ-CP, annex I: 20 mm above and below, 30 mm left, 15 mm right. In points. */
export const pageSize = {
  left: 30 * millimetre,
  right: PageSizes.A4[0] - 15 * millimetre,
  top: PageSizes.A4[1] - 20 * millimetre,
  bottom: 20 * millimetre,
} as const;
export const widthOfText: number = pageSize.right - pageSize.left;
const leading = 1.3;
const textColour = rgb(0, 0, 0);

/** Sizes in points; `keep` is how much must have room on the same page below the text, for titles. */
export type Style = {
  face?: keyof Types;
  size?: number;
  align?: 'left' | 'centre' | 'right';
  indent?: number;
  after?: number;
  keep?: number;
};
/** A column of a table: its share of the width. */
export type PdfColumn = { title: string; share: number; align?: 'left' | 'centre' };
/** A cell: its text, and in small italics below it what explains it. */
export type PdfCell = string | { text: string; below: string[] };
export type PdfPaper = ReturnType<typeof pdfPaper>;

/** A document that is written from top to bottom; a new page begins where the old one is full. */
export function pdfPaper(pdf: PDFDocument, types: Types) {
  let page: PDFPage = pdf.addPage(PageSizes.A4);
  let y: number = pageSize.top;

  const turn = () => {
    page = pdf.addPage(PageSizes.A4);
    y = pageSize.top;
    // Pages are numbered in the middle of the upper margin, the first one not.
    put(String(pdf.getPageCount()), pageSize.left + widthOfText / 2, pageSize.top + 14, { size: 13, align: 'centre' });
  };
  /** Makes sure that so much height is free. */
  const room = (height: number) => {
    if (y - height < pageSize.bottom) turn();
  };
  /** One line of text at a place; `x` is its left end, middle or right end. */
  function put(text: string, x: number, at: number, { face = 'regular', size = 13, align = 'left' }: Style = {}): void {
    const { font, shown, width } = types[face];
    const words = shown(text);
    const shift = align === 'left' ? 0 : align === 'centre' ? width(words, size) / 2 : width(words, size);
    page.drawText(words, { x: x - shift, y: at, size, font, color: textColour });
  }
  const rule = (x1: number, x2: number, at: number, thickness = 0.7) =>
    page.drawLine({ start: { x: x1, y: at }, end: { x: x2, y: at }, thickness, color: textColour });

  function write(text: string, { face = 'regular', size = 13, align = 'left', indent = 0, after = 3, keep = 0 }: Style = {}): void {
    const lines = broken(text, types[face], size, widthOfText, indent);
    if (keep > 0) room(lines.length * size * leading + keep);
    for (const [at, words] of lines.entries()) {
      room(size * leading);
      y -= size * leading;
      const x =
        align === 'centre' ? pageSize.left + widthOfText / 2 : align === 'right' ? pageSize.right : pageSize.left + (at === 0 ? indent : 0);
      put(words, x, y + size * 0.3, { face, size, align });
    }
    y -= after;
  }

  function table(columns: readonly PdfColumn[], rows: readonly (readonly PdfCell[])[]): void {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (share / shares) * widthOfText);
    const edges: number[] = [pageSize.left];
    for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
    const head = () =>
      row(
        columns.map(({ title }, at) => laid(title, widths[at] ?? 0, 'bold')),
        true,
      );
    const laid = (cell: PdfCell, width: number, face: keyof Types = 'regular') => {
      const [text, below] = typeof cell === 'string' ? [cell, []] : [cell.text, cell.below];
      return [
        ...broken(text, types[face], 12, width - 8).map((words) => ({ words, face, size: 12 })),
        ...below.flatMap((each) =>
          broken(each, types.italic, 11, width - 8).map((words) => ({ words, face: 'italic' as const, size: 11 })),
        ),
      ];
    };
    type Laid = ReturnType<typeof laid>;
    function row(cells: readonly Laid[], isHead = false): void {
      const height = Math.max(...cells.map((lines) => lines.reduce((sum, { size }) => sum + size * 1.2, 0))) + 6;
      const top = y;
      for (const [at, lines] of cells.entries()) {
        let line = top - 2;
        const align = isHead ? 'centre' : (columns[at]?.align ?? 'left');
        const [left = 0, right = 0] = [edges[at], edges[at + 1]];
        for (const { words, face, size } of lines) {
          line -= size * 1.2;
          put(words, align === 'centre' ? (left + right) / 2 : left + 4, line + size * 0.25, { face, size, align });
        }
      }
      y = top - height;
      for (const x of edges) page.drawLine({ start: { x, y: top }, end: { x, y }, thickness: 0.5, color: textColour });
      rule(pageSize.left, pageSize.right, top, 0.5);
      rule(pageSize.left, pageSize.right, y, 0.5);
    }
    room(60);
    head();
    for (const cells of rows) {
      let rest = cells.map((cell, at) => laid(cell, widths[at] ?? 0));
      // A row that is higher than a page goes on overleaf; any other stays together, under the head of the table again.
      while (rest.some((lines) => lines.length > 0)) {
        const height = Math.max(...rest.map((lines) => lines.reduce((sum, { size }) => sum + size * 1.2, 0))) + 6;
        if (y - height < pageSize.bottom && y < pageSize.top - 40) {
          turn();
          head();
        }
        const fitting = Math.max(1, Math.floor((y - pageSize.bottom - 6) / (12 * 1.2)));
        row(rest.map((lines) => lines.slice(0, fitting)));
        rest = rest.map((lines) => lines.slice(fitting));
      }
    }
    y -= 6;
  }

  return {
    write,
    table,
    put,
    rule,
    room,
    turn,
    /** Height above the lower margin at which the next line goes; `down` leaves some free. */
    at: () => y,
    down: (height: number) => {
      y -= height;
    },
    picture: (image: PDFImage, x: number, at: number, size: { width: number; height: number }) =>
      page.drawImage(image, { x, y: at, ...size }),
    lines: (text: string, width: number, { face = 'regular', size = 13 }: Style = {}) => broken(text, types[face], size, width),
  };
}

/** The text in lines that fit; a word that is longer than a line is cut. */
function broken(text: string, { shown, width }: Type, size: number, space: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  const limit = () => space - (lines.length === 0 ? indent : 0);
  for (let word of shown(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measured(longer) <= limit()) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    while (measured(word) > limit()) {
      let fits = 1;
      while (fits < word.length && measured(word.slice(0, fits + 1)) <= limit()) fits++;
      lines.push(word.slice(0, fits));
      word = word.slice(fits);
    }
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines;

  // Word by word, because widths of words are remembered.
  function measured(words: string): number {
    const each = words.split(' ');
    return each.reduce((sum, word) => sum + width(word, size), 0) + (each.length - 1) * width(' ', size);
  }
}
