import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import { repertoire } from './repertoire.ts';

/** One typeface as the certificate uses it: the bytes to embed, and the measures to set type with (thousandths of the size). */
export type Face = {
  name: FaceName;
  embeddedName: string;
  bytes: Uint8Array;
  glyphOf: (character: string) => { id: number; advance: number };
  kerning: (left: string, right: string) => number;
};
export type Faces = Record<FaceName, Face>;
export type FaceName = keyof typeof files;

const files = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  display: '@expo-google-fonts/playfair-display/700Bold/PlayfairDisplay_700Bold.ttf',
} as const;

// A subset's name begins with six capitals and a plus (ISO 32000-1, 9.6.4).
const embeddedNames = {
  regular: 'PHOSOR+Tinos-Regular',
  italic: 'PHOSOI+Tinos-Italic',
  bold: 'PHOSOB+Tinos-Bold',
  display: 'PHOSOD+PlayfairDisplay-Bold',
} as const;

/** Reads one font file, named as in its npm package. */
export type ReadFont = (file: (typeof files)[FaceName]) => Promise<Uint8Array>;

/** Reads the fonts where npm installed them. */
export const readInstalledFont: ReadFont = (file) => readFile(createRequire(import.meta.url).resolve(file));

/** Cuts the four faces down to the repertoire. The originals are what is shipped: "Playfair" is a reserved name (OFL 1.1, §3). */
export async function loadFaces(readFont: ReadFont): Promise<Faces> {
  const [regular, italic, bold, display] = await Promise.all(
    (['regular', 'italic', 'bold', 'display'] as const).map((name) => face(name, readFont)),
  );
  if (!regular || !italic || !bold || !display) throw new Error('A face is missing');
  return { regular, italic, bold, display };
}

async function face(name: FaceName, readFont: ReadFont): Promise<Face> {
  const original = await readFont(files[name]);
  // Layout tables are dropped: composed letters need no shaping, and they weigh more than the glyphs.
  const bytes = await subsetFont(original, [...repertoire].join(''), {
    targetFormat: 'truetype',
    noLayoutClosure: true,
    noHinting: true,
    dropTables: ['GSUB', 'GPOS', 'GDEF', 'STAT', 'gasp'],
  });
  const font = fontkit.create(bytes);
  const scale = 1000 / font.unitsPerEm;
  const glyphs = new Map([...repertoire].map((character) => [character, glyph(font, character, scale)]));
  return {
    name,
    embeddedName: embeddedNames[name],
    bytes,
    glyphOf: (character) => glyphs.get(character) ?? missing(character),
    // Tinos kerns unaccented letters only, which sets "Tr" and "Tô" unevenly; Playfair kerns all of them.
    kerning: name === 'display' ? kerningOf(original) : () => 0,
  };
}

function glyph(font: fontkit.Font, character: string, scale: number): { id: number; advance: number } {
  const codePoint = character.codePointAt(0) ?? 0;
  if (!font.hasGlyphForCodePoint(codePoint)) throw new Error(`The font has no glyph for ${character}`);
  const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
  return { id, advance: advanceWidth * scale };
}

function missing(character: string): never {
  throw new Error(`${character} is outside the repertoire`);
}

function kerningOf(original: Uint8Array): Face['kerning'] {
  const font = fontkit.create(original);
  const known = new Map<string, number>();
  return (left, right) => {
    const seen = known.get(left + right);
    if (seen !== undefined) return seen;
    const { glyphs, positions } = font.layout(left + right);
    const kern = (((positions[0]?.xAdvance ?? 0) - (glyphs[0]?.advanceWidth ?? 0)) * 1000) / font.unitsPerEm;
    known.set(left + right, kern);
    return kern;
  };
}
