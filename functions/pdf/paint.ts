/** Drawing in the operators of PDF content streams (ISO 32000-1, 8.4 and 8.5). Lengths are points, y runs upwards. */
export type Point = readonly [x: number, y: number];

/** The colours of the certificate, as operands of `rg` and `RG`. */
export const colours = {
  red: '.66 .07 .12',
  gold: '.72 .53 .17',
  paleGold: '.925 .855 .68',
  cream: '.995 .98 .935',
  tint: '.98 .943 .845',
  navy: '.09 .15 .36',
  ink: '.1 .1 .12',
  blush: '.97 .86 .86',
  white: '1 1 1',
} as const;
export type Colour = keyof typeof colours;

/** A number as short as a hundredth of a point allows. */
export function num(n: number): string {
  const text = String(Math.round(n * 100) / 100);
  if (text.startsWith('0.')) return text.slice(1);
  return text.startsWith('-0.') ? `-${text.slice(2)}` : text;
}

const pair = ([x, y]: Point): string => `${num(x)} ${num(y)}`;

export const stroke = (colour: Colour, width: number, path: string): string => `${colours[colour]} RG ${num(width)} w ${path} S\n`;
export const fill = (colour: Colour, path: string): string => `${colours[colour]} rg ${path} f\n`;

export const polygon = (points: readonly Point[]): string =>
  `${points.map((point, i) => `${pair(point)} ${i === 0 ? 'm' : 'l'}`).join(' ')} h`;
export const segment = (from: Point, to: Point): string => `${pair(from)} m ${pair(to)} l`;
export const rectangle = (x: number, y: number, width: number, height: number): string => `${[x, y, width, height].map(num).join(' ')} re`;

/** A smooth curve through `at(t)` for t from 0 to 1, in `pieces` Bézier pieces whose tangents are those of the curve. */
export function curve(at: (t: number) => Point, pieces: number): string {
  const slope = (t: number): Point => {
    const [[x0, y0], [x1, y1]] = [at(t - 1e-4), at(t + 1e-4)];
    return [(x1 - x0) / 2e-4 / (3 * pieces), (y1 - y0) / 2e-4 / (3 * pieces)];
  };
  const piece = (i: number): string => {
    const [t, u] = [i / pieces, (i + 1) / pieces];
    const [[x0, y0], [x1, y1]] = [at(t), at(u)];
    const [[dx0, dy0], [dx1, dy1]] = [slope(t), slope(u)];
    return `${pair([x0 + dx0, y0 + dy0])} ${pair([x1 - dx1, y1 - dy1])} ${pair([x1, y1])} c`;
  };
  return `${pair(at(0))} m ${Array.from({ length: pieces }, (_, i) => piece(i)).join(' ')}`;
}

/** A point at a distance from the origin, the angle in turns from the top, clockwise. */
export const polar = (radius: number, turns: number): Point => [
  radius * Math.sin(2 * Math.PI * turns),
  radius * Math.cos(2 * Math.PI * turns),
];

export const circle = (radius: number, [x, y]: Point = [0, 0]): string =>
  `${curve((t) => [x + polar(radius, t)[0], y + polar(radius, t)[1]], 4)} h`;

/** Draws something elsewhere, turned (in turns, clockwise) and stretched. */
export function placed(drawing: string, [x, y]: Point, { turns = 0, across = 1, along = 1 } = {}): string {
  const [sin, cos] = polar(1, turns);
  return `q ${[cos * across, -sin * across, sin * along, cos * along].map(exact).join(' ')} ${pair([x, y])} cm\n${drawing}Q\n`;
}

// Matrices that are applied many times need more digits than points do.
export const exact = (n: number): string => String(Number(n.toFixed(7)) + 0);
