import { page } from '../../functions/certificates/pdf/page.ts';
import { circle, curve, fill, type Point, placed, polar, polygon, rectangle, segment, stroke } from '../../functions/pdf/paint.ts';
import { drumGuilloche } from './drum-guilloche.ts';
import { around, called, inRow, type Repeated } from './repeated.ts';

/** Everything behind the words of a certificate: paper, the drum as watermark, the frame with its corners, the divider. */
export function ornament(repeated: Repeated): string {
  return [
    fill('white', rectangle(0, 0, page.width, page.height)),
    placed(drumGuilloche(repeated), [page.width / 2, page.height / 2 - 6], { across: 1.8, along: 1.8 }),
    frame(repeated),
    placed(divider(), [page.width / 2, page.dividerY]),
    ...corners.map(([x, y, across, along]) =>
      placed(called(repeated, scroll()), [x === 0 ? inner : page.width - inner, y === 0 ? inner : page.height - inner], { across, along }),
    ),
    ...corners.map(([x, y]) =>
      placed(rosette(repeated), [x === 0 ? middle : page.width - middle, y === 0 ? middle : page.height - middle], {
        across: 0.87,
        along: 0.87,
      }),
    ),
  ].join('');
}

// Distances from the edge of the page: the line in the middle of the braid, and where the free inside begins.
const middle = 37;
const inner = 54;

const corners = [
  [0, 0, 1, 1],
  [1, 0, -1, 1],
  [0, 1, 1, -1],
  [1, 1, -1, -1],
] as const;

function frame(repeated: Repeated): string {
  const box = (inset: number) => rectangle(inset, inset, page.width - 2 * inset, page.height - 2 * inset);
  const horizontal = side(repeated, page.width - 2 * middle);
  const vertical = side(repeated, page.height - 2 * middle);
  return [
    stroke('cream', 23, box(middle)),
    stroke('red', 3.4, box(19)),
    stroke('gold', 0.7, box(22.6)),
    stroke('red', 0.5, box(25.2)),
    placed(horizontal, [middle, page.height - middle]),
    placed(horizontal, [middle, middle]),
    placed(vertical, [middle, page.height - middle], { turns: 0.25 }),
    placed(vertical, [page.width - middle, page.height - middle], { turns: 0.25 }),
    stroke('red', 0.5, box(48.8)),
    stroke('red', 1.4, box(51)),
    stroke('gold', 0.7, box(53.6)),
  ].join('');
}

const lens = 20.5;

/** One side of the braid, along x from the origin: whole lenses, stretched by a hair to end at the corner. */
function side(repeated: Repeated, length: number): string {
  const lenses = Math.round(length / lens);
  return placed(inRow(repeated, lenses, lens, braid()), [0, 0], { across: length / (lenses * lens) });
}

/** One lens of the braid, from x = 0 to its length: a red pair of waves over fine gold ones, a red bead in the opening. */
function braid(): string {
  const wave = (height: number, phase: number, periods = 0.5) =>
    curve((t) => [t * lens, height * Math.sin(2 * Math.PI * (t * periods + phase))], 4);
  const fine = [1, 2, 3, 4, 5].map((i) => wave(9.7, i / 12)).concat([1, 2, 3, 4, 5].map((i) => wave(9.7, 0.5 + i / 12)));
  const bead: Point[] = [polar(2.6, 0), polar(1.7, 0.25), polar(2.6, 0.5), polar(1.7, 0.75)];
  return [
    stroke('gold', 0.28, fine.join(' ')),
    stroke('red', 0.85, `${wave(9.7, 0)} ${wave(9.7, 0.5)}`),
    stroke('gold', 0.5, `${wave(7.6, 0)} ${wave(7.6, 0.5)}`),
    fill('red', polygon(bead.map(([x, y]): Point => [x + lens / 2, y]))),
    fill('gold', circle(0.9, [0, 0])),
  ].join('');
}

/** The round seal on each corner of the frame: a lotus of red and gold in a ring of fine loops. */
function rosette(repeated: Repeated): string {
  const loop = curve((t) => [6.2 * Math.sin(2 * Math.PI * t), 15.4 - 8.6 * Math.cos(2 * Math.PI * t)], 6);
  const petal = (base: number, tip: number, half: number) =>
    `${curve((t) => [half * Math.sin(Math.PI * t) * (1 - 0.35 * t), base + (tip - base) * t], 4)} ${curve((t) => [-half * Math.sin(Math.PI * (1 - t)) * (1 - 0.35 * (1 - t)), tip - (tip - base) * t], 4).replace(/^\S+ \S+ m/, '')} h`;
  return [
    fill('white', circle(28.5)),
    fill('red', circle(27.6)),
    fill('cream', circle(25.2)),
    stroke('gold', 0.6, circle(24.2)),
    around(repeated, 28, stroke('gold', 0.32, loop)),
    fill('white', circle(13.2)),
    placed(around(repeated, 8, fill('gold', petal(3, 13.6, 3.6))), [0, 0], { turns: 1 / 16 }),
    around(repeated, 8, fill('red', petal(2, 12, 3))),
    around(repeated, 8, stroke('cream', 0.4, segment([0, 4.5], [0, 9.5]))),
    fill('cream', circle(3.4)),
    fill('gold', circle(2.2)),
  ].join('');
}

/** A scroll of leaves that grows from an inner corner along both edges. */
function scroll(): string {
  const curl = curve((t) => {
    const [x, y] = polar(7 * (1 - 0.8 * t), 0.625 - 1.5 * t);
    return [41 + x, 14.5 + y];
  }, 10);
  const arm = [
    stroke('gold', 1.05, `5 5 m 11 14 27 18.5 36.05 9.55 c`),
    stroke('gold', 1.05, curl),
    fill('gold', circle(1.7, [40.8, 14.7])),
    // Leaves: one in the crook of the stem, one under it, and a long one that runs out along the edge.
    fill('gold', '20 14.4 m 21 20.5 27 23.5 34.5 23.6 c 31.5 19.4 27.5 15.2 20 14.4 c h'),
    fill('gold', '15.5 12.4 m 18.5 7.4 24.5 6.4 30 8.6 c 26 11.8 21 13.2 15.5 12.4 c h'),
    fill('gold', '39.5 7.6 m 47 5.4 55 4.6 65 7.4 c 56 9 49 9.6 44 8.2 c h'),
    fill('red', [1.2, 0.95, 0.7].map((radius, i) => circle(radius, [69 + 4.2 * i, 7.4])).join(' ')),
  ].join('');
  // The second arm is the first one mirrored on the diagonal.
  return `${arm}q 0 1 1 0 0 0 cm\n${arm}Q\n${fill('red', circle(2.5, [5.4, 5.4]))}${fill('cream', circle(1, [5.4, 5.4]))}`;
}

/** The divider under the title, around the origin: a lotus bud between two tapering lines. */
function divider(): string {
  const line: Point[] = [
    [14, -0.55],
    [150, 0],
    [14, 0.55],
  ];
  const petal = (turns: number, length: number) =>
    placed(
      fill(
        'gold',
        `0 0 m 3.4 ${num2(length * 0.35)} 2.2 ${num2(length * 0.75)} 0 ${num2(length)} c -2.2 ${num2(length * 0.75)} -3.4 ${num2(length * 0.35)} 0 0 c h`,
      ),
      [0, -3.5],
      { turns },
    );
  return [
    fill('gold', polygon(line)),
    fill('gold', polygon(line.map(([x, y]): Point => [-x, y]))),
    ...[-0.2, 0.2, -0.11, 0.11].map((turns) => petal(turns, 9.5)),
    placed(fill('red', `0 0 m 3.4 3.5 2.2 8 0 11 c -2.2 8 -3.4 3.5 0 0 c h`), [0, -3.5]),
    fill('red', `${circle(1.1, [18, 0])} ${circle(1.1, [-18, 0])}`),
  ].join('');
}

const num2 = (n: number): string => n.toFixed(2);
