import { expect, test } from 'vitest';
import { lengthOf, pointText, readPoint } from '../../../web/components/line.ts';

test('a place copied from a map is read, however its numbers are written', () => {
  for (const text of ['20.8597, 106.6831', '20.8597,106.6831', '20,8597; 106,6831', ' 20.8597 106.6831 ', '20,8597, 106,6831'])
    expect(readPoint(text), text).toEqual([106.6831, 20.8597]);
  expect(pointText([106.6831, 20.8597])).toBe('20.8597, 106.6831');
});

test('what is no place on earth is not read', () => {
  for (const text of ['', 'cầu Lạc Long', '20.8597', '120, 106', '20, 190', '20, 106, 3', '20, '])
    expect(readPoint(text), text).toBeUndefined();
});

test('a line is as long as its streets are', () => {
  expect(lengthOf([[106.68, 20.86]])).toBe(0);
  // One minute of latitude is a nautical mile.
  expect(
    lengthOf([
      [106.68, 20],
      [106.68, 20 + 1 / 60],
    ]),
  ).toBeCloseTo(1853, -1);
});
