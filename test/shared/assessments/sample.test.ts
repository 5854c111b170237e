import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample, sampleSize } from '../../../shared/assessments/sample.ts';

const shops = fc.uniqueArray(fc.uuid(), { maxLength: 400 });
const seeds = fc.stringMatching(/^[0-9a-f]{32}$/);

test('the sample is a tenth of the shops, five at least, and never more than there are', () => {
  expect([0, 3, 5, 49, 50, 51, 274, 5000].map(sampleSize)).toEqual([0, 3, 5, 5, 5, 6, 28, 500]);
});

test('anyone can draw it again: the same shops and seed give the same sample, in whatever order the shops come', () => {
  fc.assert(
    fc.property(shops, seeds, (ids, seed) => {
      const drawn = drawSample(ids, seed);
      expect(drawSample([...ids].reverse(), seed)).toEqual(drawn);
      expect(new Set(drawn).size).toBe(sampleSize(ids.length));
      expect(drawn.every((id) => ids.includes(id))).toBe(true);
    }),
  );
});

test('every shop has about the same chance', () => {
  const ids = Array.from({ length: 20 }, (_, n) => `shop-${String(n).padStart(2, '0')}`);
  const times = new Map(ids.map((id) => [id, 0]));
  for (let n = 0; n < 4000; n++)
    for (const id of drawSample(ids, (n * 2654435761).toString(16).padStart(32, '0').slice(-32))) times.set(id, (times.get(id) ?? 0) + 1);
  for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
