import { repertoire } from './repertoire.ts';

/** One typeface as the certificate uses it: glyph numbers of the embedded font, and the measures to set type with (thousandths of the size). */
export type Face = {
  name: FaceName;
  glyphOf: (character: string) => Glyph;
  /** Absent in faces that are set without. */
  kerning?: (left: string, right: string) => number;
};
/** `code` is the glyph's number as a page's operators write it. */
type Glyph = { code: string; advance: number };

const names = ['regular', 'italic', 'bold', 'display'] as const;
export type FaceName = (typeof names)[number];
export type Faces = Record<FaceName, Face>;

/** What the template knows of a face: advances in the order of the repertoire, kerning between classes of characters. */
export type Measures = {
  advances: readonly number[];
  kerning?: { left: readonly number[]; right: readonly number[]; between: readonly (readonly number[])[] };
};

/** The faces with their measures. */
export function facesOf(measures: Record<FaceName, Measures>): Faces {
  const order = new Map([...repertoire].map((character, index) => [character, index]));
  const [regular, italic, bold, display] = names.map((name) => face(name, measures[name], order)) as [Face, Face, Face, Face];
  return { regular, italic, bold, display };
}

function face(name: FaceName, { advances, kerning }: Measures, order: ReadonlyMap<string, number>): Face {
  // In every embedded font the repertoire stands behind the glyph for what is missing. It needs no surrogates.
  const table: Glyph[] = [];
  for (const [character, i] of order)
    table[character.charCodeAt(0)] = { code: (i + 1).toString(16).padStart(4, '0'), advance: advances[i] ?? 0 };
  const indexOf = (character: string): number => order.get(character) ?? missing(character);
  return {
    name,
    glyphOf: (character) => table[character.charCodeAt(0)] ?? missing(character),
    ...(kerning && {
      kerning: (left, right) => kerning.between[kerning.left[indexOf(left)] ?? 0]?.[kerning.right[indexOf(right)] ?? 0] ?? 0,
    }),
  };
}

function missing(character: string): never {
  throw new Error(`${character} is outside the repertoire`);
}
