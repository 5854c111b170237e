import {
  BorderStyle,
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
import type { Appendix, OfficeDocument } from '../office-document.ts';
import { textWidth } from '../office-document.ts';
import { line } from './blocks.ts';
import { clean } from './clean.ts';
import { style, twips } from './styles.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** Two columns without lines, widths in millimetres: as clerks place what stands side by side. */
function sideBySide(left: number, rows: readonly (readonly [Paragraph[], Paragraph[]])[], above = 0): Table {
  const widths = [twips(left), twips(textWidth) - twips(left)];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(textWidth), type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    margins: { top: twips(above), left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.TOP, children }),
          ),
        }),
    ),
  });
}

/** A line of `length` in the middle of `room` (millimetres). */
function rule(length: number, room: number, of: string = style.rule): Paragraph {
  const side = twips((room - length) / 2);
  return new Paragraph({
    style: of,
    indent: { left: side, right: side },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
  });
}

const left = 63;

/** Authority, national name and motto, number, place and date, in their places (Decree 30/2020/NĐ-CP, annex I, part II, 1 to 4). */
export function letterhead({ superior, authority, number, placeAndDate, draft }: OfficeDocument['letterhead']): Table {
  const right = textWidth - left;
  return sideBySide(left, [
    [
      [...(superior ? [line(superior, style.superior)] : []), ...authority.map((text) => line(text, style.authority)), rule(22, left)],
      [line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', style.nation), line('Độc lập - Tự do - Hạnh phúc', style.motto), rule(60, right)],
    ],
    [[line(number, style.number), ...(draft ? [line('DỰ THẢO', style.authority)] : [])], [line(placeAndDate, style.placeAndDate)]],
  ]);
}

/** Type of the paper, what it is about, a line, and whom it goes to (part II, 5 and 9). */
export function title({ title: { type, about }, to = [] }: OfficeDocument): Paragraph[] {
  const [first, ...more] = to;
  const titled = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(clean(type))] }),
    line(about, style.about),
    // Without an addressee the text follows at once.
    rule(45, textWidth, first === undefined ? style.annexRule : style.rule),
  ];
  if (first === undefined) return titled;
  if (more.length === 0) return [...titled, line(`Kính gửi: ${first}.`, style.addressee)];
  return [
    ...titled,
    line('Kính gửi:', style.addressee),
    ...to.map((each, at) => line(`- ${each}${at === to.length - 1 ? '.' : ';'}`, style.addressees)),
  ];
}

/** To whom it goes, beside the capacity and the name of who signs (part II, 7 and 9). */
export function signature({ recipients, signature: { capacity, name } }: OfficeDocument): Table {
  const to = [
    line('Nơi nhận:', style.recipients),
    ...recipients.map((each, at) => line(`- ${each}${at === recipients.length - 1 ? '.' : ';'}`, style.recipient)),
  ];
  // Without a name the room for the signature stays, and dots show where the name goes.
  const by = [...capacity.map((each) => line(each, style.capacity)), line(name ?? '……………………………', style.signatory)];
  return sideBySide(72, [[to, by]], 4);
}

/** "Phụ lục", numbered when there are several, with its title and the paper it goes with (annex I, part III, 1). */
export function annexTitle({ title: what, of }: Appendix, at: number, all: number): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(all > 1 ? `Phụ lục ${roman[at] ?? at + 1}` : 'Phụ lục')] }),
    line(what, style.about),
    line(of, style.annexOf),
    rule(45, textWidth, style.annexRule),
  ];
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'];
