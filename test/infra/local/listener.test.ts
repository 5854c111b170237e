import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closeProgramme } from '../../../functions/programmes/close.ts';
import { findProgramme, findSummary } from '../../../functions/programmes/store.ts';
import { summarise } from '../../../functions/programmes/summarise.ts';
import { listener } from '../../../infra/local/listener.ts';
import { must } from '../../support/instance.ts';
import { aFixture, twoQuestions } from '../../support/programme-fixture.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
const log = vi.fn();
beforeAll(async () => {
  fixture = await aFixture({ checklist: twoQuestions });
});
afterAll(() => fixture.stop());

const counted = async () => (await findSummary(fixture.deps.table, fixture.programmeId))?.states;

test('what was saved when nobody listened any more is counted when the next listener starts, even after the programme has closed', async () => {
  await summarise(fixture.deps, fixture.programmeId);
  await fixture.recommended();
  const { version = 0 } = (await findProgramme(fixture.deps.table, fixture.programmeId)) ?? {};
  must(await closeProgramme(fixture.deps, fixture.act(fixture.officer), { id: fixture.programmeId, version }));
  await fixture.recommended();
  expect(await counted()).toEqual({});

  const subscriber = listener(log);
  subscriber.start(fixture.deps);
  await vi.waitFor(async () => expect(await counted()).toEqual({ recommended: 2 }));
  await subscriber.stop();
  expect(log).not.toHaveBeenCalled();
});

test('a count that failed is made up for at the next tick, without another write', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const subscriber = listener(log);
  let broken = true;
  const now = () => {
    if (broken) throw new Error('the clock stands still');
    return new Date('2023-10-21T02:00:00.000Z');
  };
  subscriber.start({ ...fixture.deps, now });
  await vi.waitFor(() => expect(log).toHaveBeenCalledWith(expect.objectContaining({ event: 'summarise' })));
  await fixture.recommended();
  broken = false;
  await vi.advanceTimersByTimeAsync(60_000);
  await vi.waitFor(async () => expect(await counted()).toEqual({ recommended: 3 }));
  vi.useRealTimers();
  await subscriber.stop();
});
