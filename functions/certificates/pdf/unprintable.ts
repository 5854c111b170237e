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
    const characters = [...new Set(value.normalize('NFC').replace(/\s/gu, ' '))].filter((character) => !repertoire.has(character));
    if (characters.length > 0) return { code: 'missing-glyph', characters, field };
  }
  return undefined;
}
