import type { CertificateLines } from '../../../shared/certificates/certificate-text.ts';
import type { Faces } from '../../pdf/faces.ts';
import { atScale, fitted, type Line, type Run, type Style, widthOf } from '../../pdf/typeset.ts';
import { page } from './page.ts';

/** Where everything of a certificate goes, in reading order. */
export type Layout = {
  /** Each is one line of words or a heading; a line that was broken is two runs. */
  paragraphs: Paragraph[];
  /** The line under the motto, as long as the motto (Decree 30/2020/NĐ-CP, annex I). */
  rule: { x: number; y: number; width: number };
  /** The free room above the signatory's name, for pen and seal, or for the mark of an electronic signature. */
  signing: Box;
  signatory: Run[];
  verification?: Verification;
  watermark?: Run;
};
export type Paragraph = { tag: 'P' | 'H1'; runs: Run[] };
export type Verification = { qr: { x: number; y: number; size: number; address: string }; invitation: Run[]; link: Run[]; linkArea: Box };
export type Box = { x: number; y: number; width: number; height: number };

const centre = page.width / 2;
// The widest a line in the middle may be, and the zone between the divider and the signatures, from its top to its foot.
const column = 640;
const zone = { top: page.dividerY - 10, foot: 196 };
const qr = { x: 124, y: 77, size: 80 };
const verification = { x: qr.x + qr.size + 14, width: 220 };
const signature = { centre: 614, width: 256, date: 171, name: 72 };

/** Sets the words of a certificate: fixed lines at head and foot, and a middle that shrinks as a whole when it is full. */
export function layOut(words: CertificateLines, faces: Faces): Layout {
  const { regular, italic, bold, display } = faces;
  const motto: Style = { face: bold, size: 14, colour: 'ink' };
  const mottoWidth = widthOf(words.motto, motto);
  const head = [
    centred(words.country, { face: bold, size: 13, colour: 'ink', tracking: 0.3 }, { y: 512 }),
    centred(words.motto, motto, { y: 494.5 }),
    centred(words.authority, { face: bold, size: 15, colour: 'red', tracking: 0.4 }, { y: 466 }),
  ];
  const title = [
    ...centred(words.title, { face: display, size: 42, colour: 'red', tracking: 1.2 }, { y: 407 }),
    ...centred(words.subject, { face: bold, size: 16, colour: 'navy', tracking: 0.5 }, { y: 382 }),
  ];
  const middle = stack([
    { text: words.certifies, style: { face: italic, size: 14.5, colour: 'ink' }, above: 20 },
    { text: words.name, style: { face: display, size: 35, colour: 'red', tracking: 0.2 }, above: 40 },
    { text: words.segment, style: { face: italic, size: 14.5, colour: 'ink' }, above: 26 },
    { text: words.place, style: { face: regular, size: 15.5, colour: 'ink' }, above: words.segment ? 21 : 27 },
    { text: words.figures, style: { face: regular, size: 15, colour: 'ink' }, above: 27 },
    { text: words.score, style: { face: regular, size: 15, colour: 'ink' }, above: 19 },
    { text: words.decision, style: { face: italic, size: 13, colour: 'ink' }, above: 19 },
    { text: words.supersedes, style: { face: italic, size: 13, colour: 'ink' }, above: 17 },
  ]);
  const number = words.number ? [atLeft(words.number, { face: bold, size: 13, colour: 'ink' }, qr.x, signature.date, 300)] : [];
  const { above, signatory, signing } = signatureBlock(words, faces);
  const paragraphs = (lines: Run[][]): Paragraph[] => lines.map((runs) => ({ tag: 'P', runs }));
  return {
    paragraphs: [...paragraphs(head), { tag: 'H1', runs: title }, ...paragraphs([...middle, ...number, ...above])],
    rule: { x: centre - mottoWidth / 2, y: 488.5, width: mottoWidth },
    signing,
    signatory,
    ...(words.verification && { verification: verificationBlock(words.verification, faces) }),
    ...(words.watermark && { watermark: watermark(words.watermark, faces) }),
  };
}

/** One or two lines around a middle. Two lines stand around the place of one (`hold` 0.5), or end on it (`hold` 1). */
function centred(text: string, style: Style, at: { y: number; hold?: number; middle?: number; width?: number }): Run[] {
  const { y, hold = 0.5, middle = centre, width = column } = at;
  const { lines, style: set } = fitted(text, style, width);
  const top = y + (lines.length - 1) * hold * leading(set);
  return lines.map((line, i) => ({ ...set, text: line.text, x: middle - line.width / 2, y: top - i * leading(set) }));
}

/** From one line to the next, in points: Playfair stacks its marks higher ("ễ" under "ộ" still needs to clear). */
const leading = ({ face, size }: Style): number => size * (face.name === 'display' ? 1.3 : 1.18);

type Item = Pick<Row, 'style' | 'above'> & { text: string | undefined };

/** Stacks the lines of the middle: the largest they can be in the zone; when it has room to spare, the gaps grow a little. */
function stack(items: Item[]): Run[][] {
  const room = zone.top - zone.foot;
  let rows: Row[] = [];
  for (const scale of scales) {
    rows = rowsAt(scale, items);
    if (heightOf(rows) <= room) break;
  }
  const spread = Math.min(1.2, room / heightOf(rows));
  let y = zone.top - (room - heightOf(rows) * spread) / 2.4;
  const lines: Run[][] = [];
  for (const { line, style, above, first } of rows) {
    y -= above * spread;
    const run = { ...style, text: line.text, x: centre - line.width / 2, y };
    if (first) lines.push([run]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}

const scales = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7, 0.65, 0.6];

/** One row of the middle; `above` is the room from the baseline before, `first` says that a line begins. */
type Row = { line: Line; style: Style; above: number; first: boolean };

const heightOf = (rows: Row[]): number => rows.reduce((sum, { above }) => sum + above, 0);

function rowsAt(scale: number, items: Item[]): Row[] {
  return items.flatMap(({ text, style: full, above }) => {
    if (text === undefined) return [];
    const { lines, style: set } = fitted(text, atScale(full, scale), column);
    // A shrunken line needs less room above it, by about the height of its letters.
    const gap = above * scale - 0.6 * (full.size * scale - set.size);
    return lines.map((line, i) => ({ line, style: set, above: i === 0 ? gap : leading(set), first: i === 0 }));
  });
}

function signatureBlock(words: CertificateLines, { italic, bold }: Faces): { above: Run[][]; signatory: Run[]; signing: Box } {
  const { centre: middle, width } = signature;
  const at = (y: number) => ({ y, hold: 1, middle, width });
  const strong: Style = { face: bold, size: 13, colour: 'ink' };
  const signatory = centred(words.signatory, { ...strong, size: 14 }, at(signature.name));
  const lowest = signature.date - 17 - 15 * (words.capacity.length - 1);
  const foot = (signatory[0]?.y ?? 0) + 17;
  return {
    above: [
      centred(words.placeAndDate, { face: italic, size: 13, colour: 'ink' }, at(signature.date)),
      ...words.capacity.map((line, i) => centred(line, strong, at(signature.date - 17 - 15 * i))),
    ],
    signatory,
    signing: { x: middle - 100, y: foot, width: 200, height: lowest - 6 - foot },
  };
}

function verificationBlock(words: NonNullable<CertificateLines['verification']>, { italic, bold }: Faces): Verification {
  const { x, width } = verification;
  const strong: Style = { face: bold, size: 11.5, colour: 'navy' };
  return {
    qr: { ...qr, address: words.address },
    invitation: atLeft(words.invitation, { face: italic, size: 11, colour: 'ink' }, x, 109, width),
    link: [...atLeft(words.domain, strong, x, 94, width), ...atLeft(words.code, { ...strong, tracking: 0.3 }, x, 79, width)],
    linkArea: { x: x - 2, y: 75, width: width + 4, height: 30 },
  };
}

/** One or two lines from the left, the last of them on `y`. */
function atLeft(text: string, style: Style, x: number, y: number, width: number): Run[] {
  const { lines, style: set } = fitted(text, style, width);
  return lines.map((line, i) => ({ ...set, text: line.text, x, y: y + (lines.length - 1 - i) * leading(set) }));
}

function watermark(text: string, { bold }: Faces): Run {
  const style: Style = { face: bold, size: 128, colour: 'blush' };
  return { ...style, text, x: -widthOf(text, style) / 2, y: -42 };
}
