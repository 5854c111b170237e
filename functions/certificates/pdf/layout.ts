import type { CertificateLines } from '../../../shared/certificate-text.ts';
import type { Faces } from './faces.ts';
import { page } from './page.ts';
import { fitted, type Run, type Style, widthOf } from './typeset.ts';

/** Where everything of a certificate goes. The seal and the signature on file need the free room above the signatory's name. */
export type Layout = {
  runs: Run[];
  /** The line under the motto, as long as the motto (Decree 30/2020/NĐ-CP, annex I). */
  rule: { x: number; y: number; width: number };
  qr?: { x: number; y: number; size: number; address: string };
  watermark?: Run;
};

const centre = page.width / 2;
// The widest a line in the middle may be, and the zone between the divider and the signatures, from its top to its foot.
const column = 640;
const zone = { top: page.dividerY - 10, foot: 196 };
const qr = { x: 124, y: 77, size: 80 };
const verification = { x: qr.x + qr.size + 14, width: 220 };
const signature = { centre: 614, width: 232, date: 171, name: 72 };

/** Sets the words of a certificate: fixed lines at head and foot, and a middle that shrinks as a whole when it is full. */
export function layOut(words: CertificateLines, faces: Faces): Layout {
  const { regular, italic, bold, display } = faces;
  const motto: Style = { face: bold, size: 14, colour: 'ink' };
  const mottoWidth = widthOf(words.motto, motto);
  const head = [
    ...centred(words.country, { face: bold, size: 13, colour: 'ink', tracking: 0.3 }, { y: 512 }),
    ...centred(words.motto, motto, { y: 494.5 }),
    ...centred(words.authority, { face: bold, size: 15, colour: 'red', tracking: 0.4 }, { y: 465 }),
    ...centred(words.title, { face: display, size: 42, colour: 'red', tracking: 1.2 }, { y: 409 }),
    ...centred(words.subject, { face: bold, size: 16, colour: 'navy', tracking: 0.5 }, { y: 383 }),
  ];
  const middle = stack([
    { text: words.certifies, style: { face: italic, size: 14.5, colour: 'ink' }, above: 20 },
    { text: words.name, style: { face: display, size: 35, colour: 'red', tracking: 0.2 }, above: 40 },
    { text: words.segment, style: { face: italic, size: 14.5, colour: 'ink' }, above: 23 },
    { text: words.place, style: { face: regular, size: 15.5, colour: 'ink' }, above: 21 },
    { text: words.figures, style: { face: regular, size: 15, colour: 'ink' }, above: 27 },
    { text: words.score, style: { face: regular, size: 15, colour: 'ink' }, above: 19 },
    { text: words.decision, style: { face: italic, size: 13, colour: 'ink' }, above: 19 },
    { text: words.supersedes, style: { face: italic, size: 13, colour: 'ink' }, above: 17 },
  ]);
  return {
    runs: [...head, ...middle, ...signatureBlock(words, faces), ...verificationBlock(words, faces)],
    rule: { x: centre - mottoWidth / 2, y: 488.5, width: mottoWidth },
    ...(words.verification && { qr: { ...qr, address: words.verification.address } }),
    ...(words.watermark && { watermark: watermark(words.watermark, faces) }),
  };
}

function centred(text: string, style: Style, at: { y: number; middle?: number; width?: number; leading?: number }): Run[] {
  const { y, middle = centre, width = column, leading = style.size * 1.2 } = at;
  const { lines, size } = fitted(text, style, width);
  const set = { ...style, size, tracking: ((style.tracking ?? 0) * size) / style.size };
  // Two lines stand around the place of one.
  const top = y + ((lines.length - 1) * leading * size) / style.size / 2;
  return lines.map((line, i) => ({ ...set, text: line, x: middle - widthOf(line, set) / 2, y: top - (i * leading * size) / style.size }));
}

type Item = { text: string | undefined; style: Style; above: number };

/** Stacks the lines of the middle; `above` is the room from the baseline before. Everything shrinks together when the zone is full. */
function stack(items: Item[]): Run[] {
  const rows = items.flatMap(({ text, style, above }) => {
    if (text === undefined) return [];
    const { lines, size } = fitted(text, style, column);
    const shrunk = size / style.size;
    const set = { ...style, size, tracking: (style.tracking ?? 0) * shrunk };
    return lines.map((line, i) => ({
      line,
      set,
      above: i === 0 ? Math.max(above * shrunk, above - style.size * (1 - shrunk)) : size * 1.18,
    }));
  });
  const needed = rows.reduce((sum, row) => sum + row.above, 0);
  const scale = Math.min(1, (zone.top - zone.foot) / needed);
  let y = zone.top - (zone.top - zone.foot - needed * scale) / 2.4;
  return rows.map(({ line, set, above }) => {
    y -= above * scale;
    const scaled = { ...set, size: set.size * scale, tracking: set.tracking * scale };
    return { ...scaled, text: line, x: centre - widthOf(line, scaled) / 2, y };
  });
}

function signatureBlock(words: CertificateLines, { italic, bold }: Faces): Run[] {
  const at = (y: number) => ({ y, middle: signature.centre, width: signature.width });
  const strong: Style = { face: bold, size: 13, colour: 'ink' };
  return [
    ...centred(words.placeAndDate, { face: italic, size: 13, colour: 'ink' }, at(signature.date)),
    ...words.capacity.flatMap((line, i) => centred(line, strong, at(signature.date - 17 - 15 * i))),
    ...centred(words.signatory, { ...strong, size: 14 }, at(signature.name)),
  ];
}

function verificationBlock({ number, verification: shown }: CertificateLines, { italic, bold }: Faces): Run[] {
  const left = (text: string, style: Style, x: number, y: number, width: number): Run[] => {
    const { lines, size } = fitted(text, style, width);
    return lines.map((line, i) => ({ ...style, size, text: line, x, y: y - i * size * 1.2 }));
  };
  return [
    ...(number ? left(number, { face: bold, size: 13, colour: 'ink' }, qr.x, signature.date, 300) : []),
    ...(shown
      ? [
          ...left(shown.invitation, { face: italic, size: 11, colour: 'ink' }, verification.x, 109, verification.width),
          ...left(shown.domain, { face: bold, size: 11.5, colour: 'navy' }, verification.x, 94, verification.width),
          ...left(shown.code, { face: bold, size: 11.5, colour: 'navy', tracking: 0.3 }, verification.x, 79, verification.width),
        ]
      : []),
  ];
}

function watermark(text: string, { bold }: Faces): Run {
  const style: Style = { face: bold, size: 150, colour: 'blush' };
  return { ...style, text, x: -widthOf(text, style) / 2, y: -50 };
}
