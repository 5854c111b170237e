import { v7 as uuidv7 } from 'uuid';
import { fixtureOnDisk } from './disk-fixture.ts';
import { type Line, timed } from './measure.ts';

/** A hundred approvals at once, each its own request: numbers 1 to 100 from one counter. */
export async function approvals(): Promise<Line[]> {
  const fixture = await fixtureOnDisk();
  try {
    const approve = async (some: { id: string; version: number }[]) =>
      fixture.send(fixture.leader, 'POST', '/api/decisions', {
        actionId: uuidv7(),
        nominations: some.map(({ id, version }) => ({ id, version })),
      });
    await approve([await fixture.recommended()]);
    const waiting: Awaited<ReturnType<typeof fixture.recommended>>[] = [];
    for (let n = 0; n < 200; n++) waiting.push(await fixture.recommended());
    const alone = await timed(() => Promise.all(waiting.slice(0, 100).map((each) => approve([each]))));
    const together = await timed(() => approve(waiting.slice(100)));
    return [
      { what: '100 approvals at once, seconds', wanted: '2 to 3.5', reached: (alone / 1000).toFixed(1) },
      {
        what: '100 approved as one decision, seconds',
        wanted: '–',
        reached: (together / 1000).toFixed(1),
        ratio: `${(together / alone).toFixed(2)}× one by one`,
      },
    ];
  } finally {
    await fixture.stop();
  }
}
