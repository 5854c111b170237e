import type { Call } from './ask.ts';

/** What one partition of DynamoDB can do in a second: read units and write units. */
export const partitionLimit = { read: 3000, written: 1000 };

/** The ceremony evening: verifications in all, the hours they come in, and how much the busiest second stands above the average one. */
export const evening = { verifications: 100_000, hours: 3, peak: 20 };

/** The busiest partition of some calls: its share of all read units, and what that means for the busiest second of the evening. */
export function hottest(calls: readonly Call[], requests: number): { partition: string; share: number; unitsPerSecond: number } {
  const by = new Map<string, number>();
  for (const { partition, read } of calls) by.set(partition, (by.get(partition) ?? 0) + read);
  const all = [...by.values()].reduce((sum, each) => sum + each, 0);
  const [partition, units] = [...by].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const perSecond = (evening.verifications / (evening.hours * 3600)) * evening.peak;
  return { partition, share: units / all, unitsPerSecond: (units / requests) * perSecond };
}

/** Which of `n` certificates somebody looks at: the k-th is looked at 1/k times as often as the first (Zipf). `random` gives 0 to 1. */
export function popular(n: number, random: () => number): number {
  const weights = Array.from({ length: n }, (_, at) => 1 / (at + 1));
  const until = weights.map((_, at) => weights.slice(0, at + 1).reduce((sum, each) => sum + each, 0));
  const drawn = random() * (until.at(-1) ?? 0);
  return Math.max(
    0,
    until.findIndex((each) => drawn < each),
  );
}
