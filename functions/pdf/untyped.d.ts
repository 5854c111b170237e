/** What we use of two packages that ship no types. */
declare module 'fontkit' {
  import type { PDFDocument } from '@cantoo/pdf-lib';

  type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];
  type Glyph = { id: number; codePoints: number[]; advanceWidth: number; bbox: { minY: number; maxY: number } };
  type Font = Omit<
    Extract<Awaited<ReturnType<Fontkit['create']>>, { unitsPerEm: number }>,
    'layout' | 'glyphForCodePoint' | 'getGlyph' | 'numGlyphs'
  > & {
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    numGlyphs: number;
    getGlyph(id: number): Glyph;
    layout(text: string): { glyphs: Glyph[]; positions: { xAdvance: number }[] };
  };
  export function create(bytes: Uint8Array): Font;
}

declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'truetype'; noLayoutClosure: boolean; noHinting: boolean; dropTables: string[] },
  ): Promise<Uint8Array>;
}
