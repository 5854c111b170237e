import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { type Marked, marked } from './content.ts';
import { all, at, broken, elements, entries, unpacked, value } from './objects.ts';

/** The rules for fonts and for what else a page is painted with (ISO 19005-2, 6.2). */
export function fontRules(document: PDFDocument): string[] {
  const fonts = all(document, 'Subtype', 'Type0');
  return [
    ...broken([['There are fonts', fonts.length > 0]]),
    ...new Set(fonts.flatMap((font) => rulesOf(document, font, shown(document, font)))),
  ];
}

function rulesOf(document: PDFDocument, font: PDFObject, glyphs: Set<number>): string[] {
  const of = (...path: (string | number)[]) => at(document, font, ...path);
  const name = String(value(of('BaseFont')));
  const program = unpacked(of('DescendantFonts', 0, 'FontDescriptor', 'FontFile2'));
  const widths = elements(of('DescendantFonts', 0, 'W', 1)).map(value);
  const characters = charactersOf(unpacked(of('ToUnicode')).toString('latin1'));
  return broken([
    ['A font is embedded', program.length > 0],
    ['A subset carries a tag of six capitals', /^[A-Z]{6}\+./.test(name)],
    [
      'A font has the same name in its three dictionaries',
      value(of('DescendantFonts', 0, 'BaseFont')) === name && value(of('DescendantFonts', 0, 'FontDescriptor', 'FontName')) === name,
    ],
    [
      'Codes are the numbers of glyphs',
      value(of('Encoding')) === 'Identity-H' &&
        value(of('DescendantFonts', 0, 'Subtype')) === 'CIDFontType2' &&
        value(of('DescendantFonts', 0, 'CIDToGIDMap')) === 'Identity',
    ],
    ['A font lists no set of its glyphs', of('DescendantFonts', 0, 'FontDescriptor', 'CIDSet') === undefined],
    [
      'Widths are those of the font',
      program.length === 0 || (value(of('DescendantFonts', 0, 'W', 0)) === 0 && widthsAgree(program, widths)),
    ],
    ['Every glyph that is shown is in the font', [...glyphs].every((glyph) => glyph > 0 && glyph < widths.length)],
    ['Every glyph that is shown has its character', [...glyphs].every((glyph) => isCharacter(characters.get(glyph)))],
  ]);
}

function widthsAgree(program: Buffer, widths: unknown[]): boolean {
  const font = fontkit.create(program);
  return (
    font.numGlyphs === widths.length &&
    widths.every((width, glyph) => Math.abs(Number(width) - (font.getGlyph(glyph).advanceWidth * 1000) / font.unitsPerEm) <= 1)
  );
}

const isCharacter = (character: string | undefined): boolean =>
  character !== undefined && !['\u0000', '\ufeff', '\ufffe', '\ufffd'].includes(character) && character === character.normalize('NFC');

/** What a map to Unicode says, of the form that certificates use: stretches with a list. */
function charactersOf(map: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, first, , list] of map.matchAll(/<([0-9a-f]{4})>\s*<([0-9a-f]{4})>\s*\[([^\]]*)\]/gi)) {
    const codes = [...(list ?? '').matchAll(/<([0-9a-f]+)>/gi)].map(([, code]) => Number.parseInt(code ?? '', 16));
    for (const [i, code] of codes.entries()) found.set(Number.parseInt(first ?? '', 16) + i, String.fromCodePoint(code));
  }
  return found;
}

/** The glyphs that pages and appearances show in this font. */
function shown(document: PDFDocument, font: PDFObject): Set<number> {
  const found = new Set<number>();
  for (const { fonts, content } of painted(document))
    for (const [name, glyphs] of content.glyphs) if (at(document, fonts, name) === font) for (const glyph of glyphs) found.add(glyph);
  return found;
}

/** Everything that is painted: pages, and the forms that they and their annotations call. */
export function painted(document: PDFDocument): { fonts: PDFObject | undefined; content: Marked }[] {
  const sources = [
    ...document.getPages().map(({ node }) => ({ owner: node as PDFObject, text: pageContent(document, node) })),
    ...all(document, 'Subtype', 'Form').map((form) => ({ owner: form as PDFObject, text: unpacked(form).toString('latin1') })),
  ];
  return sources.map(({ owner, text }) => ({ fonts: at(document, owner, 'Resources', 'Font'), content: marked(text) }));
}

export function pageContent(document: PDFDocument, page: PDFObject): string {
  const contents = at(document, page, 'Contents');
  const streams = elements(contents);
  return (streams.length > 0 ? streams : [contents]).map((each) => unpacked(at(document, each)).toString('latin1')).join('\n');
}

/** The rules for forms and colours. */
export function paintRules(document: PDFDocument): string[] {
  const forms = all(document, 'Subtype', 'Form');
  const known = new Set('q Q cm w m l c h re S f f* RG rg BT ET Tf Tc Td TJ BDC BMC EMC Do n W'.split(' '));
  return broken([
    ['Every form has resources of its own', forms.every((form) => at(document, form, 'Resources') !== undefined)],
    [
      'Colours are of the device that the profile describes',
      painted(document).every(({ content }) => [...content.operators].every((each) => known.has(each))),
    ],
    [
      'Nothing is transparent',
      forms.every((form) => at(document, form, 'Group') === undefined) &&
        entries(document, at(document, document.getPages()[0]?.node, 'Resources', 'ExtGState')).length === 0,
    ],
    ['There are no images', all(document, 'Subtype', 'Image').length === 0],
  ]);
}
