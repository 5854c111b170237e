/** How many merchants are drawn of those that take cashless payments: max(5, ⌈10 %⌉), and never more than there are. */
export const sampleSize = (cashless: number): number => Math.min(cashless, Math.max(5, Math.ceil(cashless / 10)));

/**
 * Draws the spot-check sample. The same merchants and seed give the same sample, in whatever order the merchants come,
 * so anyone can draw it again; the seed is 128 random bits made at assignment, so the ward cannot foresee it.
 * @param ids ids of the merchants with a cashless method
 * @param seed 32 hex digits
 */
export function drawSample<Id extends string>(ids: readonly Id[], seed: string): Id[] {
  const pool = [...ids].sort();
  const next = sfc32(seed);
  const size = sampleSize(pool.length);
  // Fisher–Yates from the front: after `size` swaps the front is a fair draw without repeats.
  for (let i = 0; i < size; i++) {
    const j = i + below(pool.length - i, next);
    [pool[i], pool[j]] = [pool[j] as Id, pool[i] as Id];
  }
  return pool.slice(0, size);
}

/** A whole number from 0 to n−1, without the bias of a plain remainder. */
function below(n: number, next: () => number): number {
  const limit = 2 ** 32 - (2 ** 32 % n);
  let value = next();
  while (value >= limit) value = next();
  return value % n;
}

/** The generator sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, 32 bits a call, in arithmetic that every language can repeat. */
function sfc32(seed: string): () => number {
  let [a, b, c, d] = [0, 8, 16, 24].map((at) => Number.parseInt(seed.slice(at, at + 8), 16) | 0) as [number, number, number, number];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}
