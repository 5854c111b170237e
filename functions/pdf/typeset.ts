import type { Face } from './faces.ts';
import { type Colour, colours, num } from './paint.ts';

/** How a run of text looks: size and tracking in points. */
export type Style = { face: Face; size: number; colour: Colour; tracking?: number };

/** A run of text in its place: `x` is its left end on the baseline `y`. */
export type Run = Style & { text: string; x: number; y: number };

/** The width of a run in points, with kerning and tracking. */
export function widthOf(text: string, { face, size, tracking = 0 }: Pick<Style, 'face' | 'size' | 'tracking'>): number {
  let [units, gaps, before] = [0, -1, ''];
  for (const character of text) {
    units += face.glyphOf(character).advance;
    if (face.kerning && before) units += face.kerning(before, character);
    before = character;
    gaps++;
  }
  return (units * size) / 1000 + tracking * Math.max(0, gaps);
}

/** A line of type, with its width in points. */
export type Line = { text: string; width: number };

/**
 * Breaks and shrinks a text into `width`: one line, shrunk by a fifth at most; else two lines of like length, smaller than one line
 * would be and shrunk as far as they need. Never more than two lines, never wider. The style is that of the lines.
 */
export function fitted<S extends Style>(text: string, style: S, width: number): { lines: Line[]; style: S } {
  const whole = widthOf(text, style);
  const one = Math.min(1, width / whole);
  if (one < leastForOneLine) {
    const halves = evenHalves(text, style, whole);
    const two = Math.min(leastForOneLine, width / Math.max(...halves.map((line) => line.width)));
    if (two > one) return scaled(halves, style, two);
  }
  return scaled([{ text, width: whole }], style, one);
}

const scaled = <S extends Style>(lines: Line[], style: S, scale: number): { lines: Line[]; style: S } =>
  scale === 1
    ? { lines, style }
    : { lines: lines.map(({ text, width }) => ({ text, width: width * scale })), style: atScale(style, scale) };

/** A style made smaller as a whole. */
export const atScale = <S extends Style>(style: S, scale: number): S => ({
  ...style,
  size: style.size * scale,
  tracking: (style.tracking ?? 0) * scale,
});

const leastForOneLine = 0.8;

/** The text broken at the space where the longer half is shortest; whole when it has no space. "92,0 %" stays together. */
function evenHalves(text: string, style: Style, whole: number): Line[] {
  const breaks = [...text.matchAll(/ (?!%)/g)].map(({ index }) => {
    const first = widthOf(text.slice(0, index), style);
    return { index, longer: Math.max(first, whole - first) };
  });
  const best = breaks.sort((a, b) => a.longer - b.longer)[0];
  const halves = best ? [text.slice(0, best.index), text.slice(best.index + 1)] : [text];
  return halves.map((half) => ({ text: half, width: widthOf(half, style) }));
}

/** The operators that show a run: glyph numbers of the embedded font, with kerning between them. */
export function show({ text, x, y, face, size, colour, tracking = 0 }: Run): string {
  let [glyphs, before] = ['', ''];
  for (const character of text) {
    const kern = face.kerning && before ? face.kerning(before, character) : 0;
    if (kern !== 0) glyphs += `>${num(-kern)}<`;
    glyphs += face.glyphOf(character).code;
    before = character;
  }
  return `BT ${colours[colour]} rg /${face.name} ${num(size)} Tf ${num(tracking)} Tc ${num(x)} ${num(y)} Td [<${glyphs}>] TJ ET\n`;
}
