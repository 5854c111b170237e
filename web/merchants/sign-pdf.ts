import { PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';
import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?url';
import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf?url';
import * as fontkit from 'fontkit';
import { bankText } from './method-text.ts';
import { matrixOf, type Sign, stretchesOf } from './sign.ts';
import { signTexts } from './sign-texts.ts';

export type PaperFormat = 'a5' | 'a6' | 'a4';
type Face = { font: PDFFont; known: ReadonlySet<number> };
type Faces = { regular: Face; bold: Face };
type Frame = { x: number; y: number; width: number; height: number };

// In points: 72 to the inch.
const millimetre = 72 / 25.4;
const sizes: Record<PaperFormat, [width: number, height: number]> = { a5: [148, 210], a6: [105, 148], a4: [210, 297] };
// Words on a sign are for the buyers in the street: Vietnamese, whatever language the app speaks.
const t = signTexts.vi.sign;

/** The signs as a PDF with embedded type; codes are shapes, so that they stay sharp in every size. */
export async function signsPdf(signs: readonly Sign[], paper: PaperFormat, street: string): Promise<Blob> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit as unknown as Parameters<typeof pdf.registerFontkit>[0]);
  const faces: Faces = { regular: await face(pdf, regular), bold: await face(pdf, bold) };
  const [width, height] = sizes[paper].map((side) => side * millimetre) as [number, number];
  pdf.setTitle(t.title);
  pdf.setLanguage('vi');
  const onEach = paper === 'a4' ? 4 : 1;
  for (let from = 0; from < signs.length; from += onEach) {
    const page = pdf.addPage([width, height]);
    for (const [at, sign] of signs.slice(from, from + onEach).entries()) draw(page, sign, frameOf(paper, at, width, height), faces, street);
  }
  return new Blob([(await pdf.save()) as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
}

async function face(pdf: PDFDocument, url: string): Promise<Face> {
  const font = await pdf.embedFont(await (await fetch(url)).arrayBuffer(), { subset: true, features: { liga: false } });
  return { font, known: new Set(font.getCharacterSet()) };
}

function frameOf(paper: PaperFormat, at: number, width: number, height: number): Frame {
  if (paper !== 'a4') return { x: 0, y: 0, width, height };
  return { x: at % 2 === 0 ? 0 : width / 2, y: at < 2 ? height / 2 : 0, width: width / 2, height: height / 2 };
}

function draw(page: PDFPage, sign: Sign, frame: Frame, faces: Faces, street: string): void {
  const unit = frame.width / 105;
  const middle = frame.x + frame.width / 2;
  page.drawRectangle({
    x: frame.x + 4 * unit,
    y: frame.y + 4 * unit,
    width: frame.width - 8 * unit,
    height: frame.height - 8 * unit,
    borderColor: rgb(0.04, 0.31, 0.54),
    borderWidth: 1.2 * unit,
  });
  const line = (text: string, top: number, size: number, { font, known }: Face) => {
    const words = [...text].filter((letter) => known.has(letter.codePointAt(0) ?? 0)).join('');
    const fits = Math.min(size * unit, (size * unit * (frame.width - 20 * unit)) / Math.max(1, font.widthOfTextAtSize(words, size * unit)));
    page.drawText(words, { x: middle - font.widthOfTextAtSize(words, fits) / 2, y: frame.y + frame.height - top * unit, size: fits, font });
  };
  line(t.title.toLocaleUpperCase('vi'), 16, 7, faces.bold);
  line(sign.merchantName, 27, 8, faces.bold);
  code(page, sign.payload, { x: middle - 32 * unit, y: frame.y + frame.height - 98 * unit, side: 64 * unit });
  line(bankText(sign.bankBin), 111, 6, faces.bold);
  line(`${t.account}: ${sign.account}`, 120, 6, faces.regular);
  line(`${sign.place} – ${street}`, 129, 4.5, faces.regular);
  line(t.cashless, 137, 4.5, faces.regular);
}

function code(page: PDFPage, payload: string, { x, y, side }: { x: number; y: number; side: number }): void {
  const matrix = matrixOf(payload);
  const module = side / matrix.length;
  const path = stretchesOf(matrix)
    .map(([row, from, length]) => `M${from * module} ${row * module}h${length * module}v${module}h${-length * module}z`)
    .join('');
  // The origin of a path is its upper left corner.
  page.drawSvgPath(path, { x, y: y + side, color: rgb(0, 0, 0), borderWidth: 0 });
}
