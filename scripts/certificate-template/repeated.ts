import { exact, polar } from '../../functions/pdf/paint.ts';

/** Drawings that are repeated, by the name a page calls them with: written once, and read once by the reader or printer. */
export type Repeated = Map<string, string>;

/** Draws the same thing `times` around the origin. */
export function around(repeated: Repeated, times: number, drawing: string): string {
  const [sin, cos] = polar(1, 1 / times);
  return repeat(repeated, times, drawing, [cos, -sin, sin, cos, 0, 0]);
}

/** Draws the same thing `times` side by side, each `step` further along x. */
export const inRow = (repeated: Repeated, times: number, step: number, drawing: string): string =>
  repeat(repeated, times, drawing, [1, 0, 0, 1, step, 0]);

function repeat(repeated: Repeated, times: number, drawing: string, matrix: number[]): string {
  const next = `${matrix.map(exact).join(' ')} cm\n`;
  return `q\n${`${called(repeated, drawing)}${next}`.repeat(times)}Q\n`;
}

/** Calls a drawing by its name. What is short is repeated itself: a form of its own would be longer. */
export function called(repeated: Repeated, drawing: string): string {
  if (drawing.length < 400) return drawing;
  const known = [...repeated].find(([, each]) => each === drawing)?.[0] ?? `X${repeated.size}`;
  repeated.set(known, drawing);
  return `/${known} Do\n`;
}
