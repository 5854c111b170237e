import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import type { FaceName, Measures } from '../../functions/pdf/faces.ts';
import { readInstalledFont } from '../../functions/pdf/installed-font.ts';
import { repertoire } from '../../functions/pdf/repertoire.ts';
import type { Deflate, PdfWriter } from '../../functions/pdf/writer.ts';
import { renumbered } from './renumbered.ts';

/** The originals, which are what is shipped: "Playfair" is a reserved name (OFL 1.1, §3), so only the file of a certificate holds a part of it. */
export const fontFiles = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  display: '@expo-google-fonts/playfair-display/700Bold/PlayfairDisplay_700Bold.ttf',
} as const satisfies Record<FaceName, string>;

// A subset's name begins with six capitals and a plus (ISO 32000-1, 9.6.4).
const embeddedNames: Record<FaceName, string> = {
  regular: 'PHOSOR+Tinos-Regular',
  italic: 'PHOSOI+Tinos-Italic',
  bold: 'PHOSOB+Tinos-Bold',
  display: 'PHOSOD+PlayfairDisplay-Bold',
};

const characters = [...repertoire];

/** The number of what says which character each glyph is. It serves all faces: the first glyphs are the repertoire. */
export function embedUnicodeMap(file: PdfWriter, deflate: Deflate): number {
  const number = file.next();
  file.stream(number, '/Filter /FlateDecode', deflate(Buffer.from(unicodeMap)));
  return number;
}

/** Embeds one face, cut down to the repertoire; gives the number of its dictionary and what type is set with. */
export async function embedFace(
  file: PdfWriter,
  { name, toUnicode, deflate }: { name: FaceName; toUnicode: number; deflate: Deflate },
): Promise<{ font: number; measures: Measures }> {
  const original = await readInstalledFont(fontFiles[name]);
  const cut = await subset(original);
  const font = fontkit.create(cut);
  const { bytes, glyphs } = renumbered(
    cut,
    characters.map((character) => glyphNumber(font, character)),
  );
  const widths = glyphs.map((id) => thousandth(font, font.getGlyph(id).advanceWidth));

  const [type0, cid, descriptor, program] = [file.next(), file.next(), file.next(), file.next()];
  const embedded = `/${embeddedNames[name]}`;
  file.stream(program, `/Length1 ${bytes.length} /Filter /FlateDecode`, deflate(bytes));
  file.object(
    type0,
    `<< /Type /Font /Subtype /Type0 /BaseFont ${embedded} /Encoding /Identity-H /DescendantFonts [${cid} 0 R] /ToUnicode ${toUnicode} 0 R >>`,
  );
  file.object(
    cid,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${embedded} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /CIDToGIDMap /Identity /DW 0 /W [0 [${widths.join(' ')}]] >>`,
  );
  const { bbox } = font;
  const box = [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((n) => thousandth(font, n)).join(' ');
  const [ascent, descent, capHeight] = [font.ascent, font.descent, font.capHeight].map((n) => thousandth(font, n));
  const [flags, slant] = name === 'italic' ? [4 + 2 + 64, Math.round(font.italicAngle)] : [4 + 2, 0];
  const stem = name === 'bold' || name === 'display' ? 140 : 80;
  file.object(
    descriptor,
    `<< /Type /FontDescriptor /FontName ${embedded} /Flags ${flags} /FontBBox [${box}] /ItalicAngle ${slant} /Ascent ${ascent} /Descent ${descent} /CapHeight ${capHeight} /StemV ${stem} /FontFile2 ${program} 0 R >>`,
  );
  return {
    font: type0,
    measures: {
      advances: widths.slice(1, 1 + characters.length),
      // Tinos kerns unaccented letters only, which sets "Tr" and "Tô" unevenly; Playfair kerns all of them.
      ...(name === 'display' && { kerning: kerningOf(fontkit.create(original)) }),
    },
  };
}

// Layout tables are dropped: composed letters need no shaping, and they weigh more than the glyphs.
const subset = (original: Uint8Array): Promise<Uint8Array> =>
  subsetFont(original, characters.join(''), {
    targetFormat: 'truetype',
    noLayoutClosure: true,
    noHinting: true,
    dropTables: ['GSUB', 'GPOS', 'GDEF', 'STAT', 'gasp'],
  });

const thousandth = (font: fontkit.Font, units: number): number => Math.round((units * 1000) / font.unitsPerEm);

function glyphNumber(font: fontkit.Font, character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (!font.hasGlyphForCodePoint(codePoint)) throw new Error(`The font has no glyph for ${character}`);
  return font.glyphForCodePoint(codePoint).id;
}

const hex = (n: number): string => n.toString(16).padStart(4, '0');

// ISO 32000-1, 9.10.3. One stretch may not go beyond one first byte: there are fewer than 256 characters.
const unicodeMap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange
<0001> <${hex(characters.length)}> [${characters.map((character) => `<${hex(character.codePointAt(0) ?? 0)}>`).join('')}]
endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`;

/** Kerning between classes: letters that stand alike beside all others are one class, as "o", "ò" and "ọ" mostly are. */
function kerningOf(font: fontkit.Font): NonNullable<Measures['kerning']> {
  const pairs = characters.map((left) =>
    characters.map((right) => {
      const { glyphs, positions } = font.layout(left + right);
      return thousandth(font, (positions[0]?.xAdvance ?? 0) - (glyphs[0]?.advanceWidth ?? 0));
    }),
  );
  const left = classes(pairs);
  const right = classes(characters.map((_, i) => pairs.map((row) => row[i] ?? 0)));
  const firstOf = (of: number[]) => [...new Set(of)].map((each) => of.indexOf(each));
  return { left, right, between: firstOf(left).map((l) => firstOf(right).map((r) => pairs[l]?.[r] ?? 0)) };
}

function classes(rows: number[][]): number[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = row.join();
    if (!seen.has(key)) seen.set(key, seen.size);
    return seen.get(key) ?? 0;
  });
}
