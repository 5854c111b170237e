import { circle, curve, fill, type Point, placed, polar, polygon, segment, stroke } from '../../functions/pdf/paint.ts';
import { around, type Repeated } from './repeated.ts';

/** The watermark: the face of a Đông Sơn bronze drum in pale gold, of radius 100 around the origin, with its sun, teeth and Lạc birds. */
export function drumGuilloche(repeated: Repeated): string {
  return [
    fill('cream', circle(75)),
    ...[26, 27.2, 33.2, 34.4, 39.4, 40.6, 61.6, 62.8, 68.4, 69.6, 75].map((radius) => stroke('paleGold', 0.3, circle(radius))),
    sun(repeated),
    knots(repeated, 44, 30.2),
    teeth(repeated, 72, 34.9, 38.9),
    around(repeated, 14, placed(bird(), [0, 50.4])),
    knots(repeated, 92, 65.6),
    teeth(repeated, 120, 70, 74.4),
    rays(repeated),
  ].join('');
}

function sun(repeated: Repeated): string {
  const star = Array.from({ length: 28 }, (_, i) => polar(i % 2 === 0 ? 24.5 : 9.5, i / 28));
  const chevron = (inner: number) =>
    `${segment(polar(24.6, 1 / 28 - 0.022), polar(inner, 1 / 28))} ${segment(polar(inner, 1 / 28), polar(24.6, 1 / 28 + 0.022))}`;
  return (
    fill('tint', polygon(star)) +
    stroke('paleGold', 0.35, polygon(star)) +
    around(repeated, 14, stroke('paleGold', 0.3, `${chevron(15)} ${chevron(18.5)} ${circle(0.7, polar(22.4, 1 / 28))}`))
  );
}

/** Dotted circles that hang together by tangents. */
function knots(repeated: Repeated, times: number, radius: number): string {
  const step = 1 / times;
  return around(
    repeated,
    times,
    stroke(
      'paleGold',
      0.28,
      `${circle(1.5, [0, radius])} ${circle(0.4, [0, radius])} ${segment([1.1, radius + 1], polar(radius - 1.2, step * 0.82))}`,
    ),
  );
}

const teeth = (repeated: Repeated, times: number, from: number, to: number): string =>
  around(repeated, times, fill('tint', polygon([polar(from, -0.42 / times), polar(to, 0), polar(from, 0.42 / times)])));

/** A Lạc bird in flight to the left: long beak, crest, a wing on either side, a fan of a tail. */
function bird(): string {
  const body: Point[] = [
    [-11, 0.4],
    [-6.4, 1.9],
    [-5, 2.2],
    [-3.4, 1.5],
    [3.4, 0.8],
    [10.6, 3],
    [9.6, 0.1],
    [10.6, -2.8],
    [3.4, -0.8],
    [-3.6, -0.5],
    [-5.6, 0.3],
  ];
  const upper: Point[] = [
    [-2.6, 1.3],
    [2, 8.8],
    [6.2, 7.2],
    [5, 5.2],
    [2.8, 0.9],
  ];
  const lower: Point[] = [
    [-2.2, -0.6],
    [1.6, -8.2],
    [5.4, -6.6],
    [4.2, -4.6],
    [2.4, -0.8],
  ];
  const crest: Point[] = [
    [-5.2, 2.2],
    [-3, 5],
    [-0.6, 6.2],
    [-2.4, 4.2],
    [-3.8, 1.8],
  ];
  const feathers = [
    [0.2, 2, 3.2, 7.9],
    [1.4, 1.6, 4.6, 7.2],
    [0.2, -1.6, 2.8, -7.2],
    [1.2, -1.4, 4, -6.4],
    [4.4, 0.5, 9.6, 1.8],
    [4.4, -0.5, 9.6, -1.6],
  ] as const;
  const shapes = [upper, lower, crest, body].map(polygon).join(' ');
  return (
    fill('tint', shapes) +
    stroke('paleGold', 0.25, `${shapes} ${feathers.map(([a, b, c, d]) => segment([a, b], [c, d])).join(' ')} ${circle(0.4, [-5.1, 1.3])}`)
  );
}

/** The outer ring of fine interlaced waves, as engraved on banknotes. */
function rays(repeated: Repeated): string {
  const times = 36;
  const wave = (middle: number, height: number, phase: number) =>
    curve((t) => polar(middle + height * Math.cos(2 * Math.PI * (t + phase)), t / times), 4);
  const phases = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => i / 8);
  return around(
    repeated,
    times,
    stroke('paleGold', 0.2, [...phases.map((phase) => wave(84, 7.6, phase)), ...phases.map((phase) => wave(94, 5, phase))].join(' ')),
  );
}
