import { afterAll, beforeAll, expect, test } from 'vitest';
import { submit } from '../../functions/nominations/submit.ts';
import { withdraw } from '../../functions/nominations/withdraw.ts';
import { failureOf, must } from '../support/instance.ts';
import { aTown } from '../support/town.ts';

let town: Awaited<ReturnType<typeof aTown>>;
beforeAll(async () => {
  town = await aTown();
});
afterAll(() => town.stop());

test('of fifty streets that one ward submits at once one wins, and the others name it; a market beside it is not refused', async () => {
  const dossiers = [];
  for (let n = 0; n < 50; n++) dossiers.push(await town.completeDossier());
  const outcomes = await Promise.all(dossiers.map((dossier) => submit(town.deps, town.act(town.ward), dossier)));
  const winners = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  expect(winners).toHaveLength(1);
  const [winner] = winners;
  for (const outcome of outcomes)
    if (!outcome.ok) expect(outcome.failure).toMatchObject({ code: 'slot-taken', ward: 'Phường Minh Khai', holder: winner?.id });

  const market = await town.completeDossier({ kind: 'market', name: 'Chợ Sắt', address: 'Chợ Sắt' });
  expect(must(await submit(town.deps, town.act(town.ward), market)).state).toBe('submitted');

  if (!winner) throw new Error('nobody won');
  must(await withdraw(town.deps, town.act(town.ward), winner, 'Chọn tuyến khác'));
  const next = dossiers.find((dossier) => dossier.id !== winner.id);
  if (!next) throw new Error('no other dossier');
  expect(must(await submit(town.deps, town.act(town.ward), next)).state).toBe('submitted');
  must(await withdraw(town.deps, town.act(town.ward), { id: next.id, version: next.version + 1 }, 'Dọn'));
});

test('a submission that arrives three times is one submission', async () => {
  const dossier = await town.completeDossier();
  const action = town.act(town.ward);
  const answers = await Promise.all([1, 2, 3].map(() => submit(town.deps, action, dossier)));
  expect(answers.map((answer) => must(answer).version)).toEqual([dossier.version + 1, dossier.version + 1, dossier.version + 1]);
  must(await withdraw(town.deps, town.act(town.ward), { id: dossier.id, version: dossier.version + 1 }, 'Dọn'));
});

test('the last millisecond before the deadline counts, the next one is refused and names the deadline', async () => {
  const dossier = await town.completeDossier();
  town.clock.at = new Date('2023-10-31T17:00:00.000Z');
  expect(failureOf(await submit(town.deps, town.act(town.ward), dossier))).toEqual({
    code: 'deadline-passed',
    closedAt: '2023-10-31T17:00:00.000Z',
  });
  town.clock.at = new Date('2023-10-31T16:59:59.999Z');
  const submitted = must(await submit(town.deps, town.act(town.ward), dossier));
  must(await withdraw(town.deps, town.act(town.ward), submitted, 'Dọn'));
  town.clock.at = new Date('2023-10-20T02:00:00.000Z');
});

test('another ward may not submit it, and a dossier that lacks merchants says so', async () => {
  const dossier = await town.completeDossier({ kind: 'street', name: 'Cù Chính Lan', from: 'số 1' }, 1);
  expect(failureOf(await submit(town.deps, town.act(town.otherWard), dossier)).code).toBe('not-permitted');
  expect(failureOf(await submit(town.deps, town.act(town.ward), dossier))).toEqual({
    code: 'dossier-incomplete',
    missing: ['segment-ends', 'min-merchants'],
  });
});
