import type { Face } from './faces.ts';
import { type Colour, colours, num } from './paint.ts';

/** How a run of text looks: size and tracking in points. */
export type Style = { face: Face; size: number; colour: Colour; tracking?: number };

/** A run of text in its place: `x` is its left end on the baseline `y`. */
export type Run = Style & { text: string; x: number; y: number };

/** The width of a run in points, with kerning and tracking. */
export function widthOf(text: string, { face, size, tracking = 0 }: Pick<Style, 'face' | 'size' | 'tracking'>): number {
  const characters = [...text];
  const units = characters.reduce((sum, character, i) => {
    const next = characters[i + 1];
    return sum + face.glyphOf(character).advance + (next === undefined ? 0 : face.kerning(character, next));
  }, 0);
  return (units * size) / 1000 + tracking * Math.max(0, characters.length - 1);
}

/**
 * Breaks and shrinks a text into `width`: one line at full size, or shrunk by a fifth at most; then two lines of like length,
 * shrunk as far as they need. Never more than two, never wider.
 */
export function fitted(text: string, style: Style, width: number): { lines: string[]; size: number } {
  const room = (lines: string[]) => Math.min(1, width / Math.max(...lines.map((line) => widthOf(line, style))));
  const one = room([text]);
  const halves = evenHalves(text, style);
  const two = halves ? room(halves) : 0;
  return one >= 0.8 || !halves || one >= two ? { lines: [text], size: style.size * one } : { lines: halves, size: style.size * two };
}

function evenHalves(text: string, style: Style): string[] | undefined {
  // "92,0 %" stays together.
  const breaks = [...text.matchAll(/ (?!%)/g)].map(({ index }) => [text.slice(0, index), text.slice(index + 1)]);
  const longer = (lines: string[]) => Math.max(...lines.map((line) => widthOf(line, style)));
  return breaks.sort((a, b) => longer(a) - longer(b))[0];
}

/** The operators that show a run: glyph numbers of the embedded font, with kerning between them. */
export function show({ text, x, y, face, size, colour, tracking = 0 }: Run): string {
  const characters = [...text];
  const glyphs = characters.map((character, i) => {
    const next = characters[i + 1];
    const kern = next === undefined ? 0 : face.kerning(character, next);
    return `${face.glyphOf(character).id.toString(16).padStart(4, '0')}${kern === 0 ? '' : `>${num(-kern)}<`}`;
  });
  return `BT ${colours[colour]} rg /${face.name} ${num(size)} Tf ${num(tracking)} Tc ${num(x)} ${num(y)} Td [<${glyphs.join('')}>] TJ ET\n`;
}
