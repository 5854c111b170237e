import {
  AlignmentType,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Align, Block, DocumentCell, DocumentColumn, DocumentRun } from '../office-document.ts';
import { clean, cleanRun } from './clean.ts';
import { style, twips } from './styles.ts';

const alignments = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A paragraph in one of our styles. */
export const line = (text: string, of: string): Paragraph => new Paragraph({ style: of, children: [new TextRun(clean(text))] });

/** The blocks of a body. `held` keeps the last paragraph on the page of what follows: a signature never stands alone. */
export const blocks = (all: readonly Block[], held = false): (Paragraph | Table)[] =>
  all.map((block, at) => blockOf(block, held && at === all.length - 1, all[at - 1]?.kind === 'table'));

function blockOf(block: Block, keepNext: boolean, belowTable: boolean): Paragraph | Table {
  const room = belowTable ? { spacing: { before: twips(3) } } : {};
  switch (block.kind) {
    case 'paragraph':
      return new Paragraph({
        style: 'BodyText',
        children: runs(block.text),
        ...((keepNext || announces(block.text)) && { keepNext: true }),
        ...room,
      });
    case 'basis':
      return line(block.text, style.basis);
    case 'heading':
      return new Paragraph({
        heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        children: [new TextRun(clean(block.text))],
        ...room,
      });
    case 'centred':
      return line(block.text, style.centred);
    case 'table':
      return tableOf(block);
  }
}

/** What ends with a colon stays on the page of what it announces. */
const announces = (pieces: readonly DocumentRun[]): boolean => {
  const last = pieces.at(-1);
  return typeof last === 'string' && last.endsWith(':');
};

function runs(pieces: readonly DocumentRun[]): TextRun[] {
  return pieces.map((piece) => {
    const text = typeof piece === 'string' ? piece : 'bold' in piece ? piece.bold : piece.italic;
    return new TextRun({
      text: cleanRun(text),
      ...(typeof piece !== 'string' && ('bold' in piece ? { bold: true } : { italics: true })),
    });
  });
}

/** A table of fixed widths, so that every word processor breaks its lines alike; its head is repeated, its rows are never torn. */
function tableOf({ columns, rows, total }: Extract<Block, { kind: 'table' }>): Table {
  const widths = columns.map(({ width }) => twips(width));
  const cell = (text: DocumentCell, at: number, of: string, bold: boolean, align?: Align): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: (typeof text === 'string' ? [text] : text).map(
        (words) =>
          new Paragraph({
            style: of,
            ...(align && { alignment: alignments[align] }),
            children: [new TextRun({ text: clean(words), ...(bold && { bold }) })],
          }),
      ),
    });
  const row = (cells: readonly DocumentCell[], bold = false): TableRow =>
    new TableRow({ cantSplit: true, children: cells.map((text, at) => cell(text, at, style.cell, bold, columns[at]?.align)) });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: twips(1.2), right: twips(1.2), marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((each: DocumentColumn, at) => cell(each.title, at, style.head, false)),
      }),
      ...rows.map((each) => row(each)),
      ...(total ? [row(total, true)] : []),
    ],
  });
}
