import { repertoire } from './repertoire.ts';

/** A fact that cannot be printed: the characters without a glyph, and the field they stand in, for example `segment.from`. */
export type MissingGlyph = { code: 'missing-glyph'; characters: string[]; field: string };

/** The first field with a character that the fonts of the certificate cannot show. It is refused: it would print as a box. */
export function firstUnprintable(facts: object, path = ''): MissingGlyph | undefined {
  for (const [key, value] of Object.entries(facts)) {
    const field = path + key;
    if (typeof value === 'object' && value !== null) {
      const inside = firstUnprintable(value, `${field}.`);
      if (inside) return inside;
    }
    if (typeof value !== 'string') continue;
    const text = value.normalize('NFC');
    if (!printable.test(text)) return { code: 'missing-glyph', characters: strange(text), field };
  }
  return undefined;
}

const printable = new RegExp(
  `^[\\s${[...repertoire].map((character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('')}]*$`,
  'u',
);
const strange = (text: string): string[] => [...new Set(text)].filter((character) => !printable.test(character));
