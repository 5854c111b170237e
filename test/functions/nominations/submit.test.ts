import { afterAll, beforeAll, expect, test } from 'vitest';
import { submit } from '../../../functions/nominations/submit.ts';
import { withdraw } from '../../../functions/nominations/withdraw.ts';
import { failureOf, must } from '../../support/instance.ts';
import { aFixture } from '../../support/programme-fixture.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());

test('of fifty streets that one ward submits at once one wins, and the others name it; a market beside it is not refused', async () => {
  const dossiers = [];
  for (let n = 0; n < 50; n++) dossiers.push(await fixture.completeDossier());
  const outcomes = await Promise.all(dossiers.map((dossier) => submit(fixture.deps, fixture.act(fixture.ward), dossier)));
  const winners = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  expect(winners).toHaveLength(1);
  const [winner] = winners;
  for (const outcome of outcomes)
    if (!outcome.ok) expect(outcome.failure).toMatchObject({ code: 'slot-taken', ward: 'Phường Minh Khai', holder: winner?.id });

  const market = await fixture.completeDossier({ kind: 'market', name: 'Chợ Sắt', address: 'Chợ Sắt' });
  expect(must(await submit(fixture.deps, fixture.act(fixture.ward), market)).state).toBe('submitted');

  if (!winner) throw new Error('nobody won');
  must(await withdraw(fixture.deps, fixture.act(fixture.ward), winner, 'Chọn tuyến khác'));
  const next = dossiers.find((dossier) => dossier.id !== winner.id);
  if (!next) throw new Error('no other dossier');
  expect(must(await submit(fixture.deps, fixture.act(fixture.ward), next)).state).toBe('submitted');
  must(await withdraw(fixture.deps, fixture.act(fixture.ward), { id: next.id, version: next.version + 1 }, 'Dọn'));
});

test('a submission that arrives three times is one submission', async () => {
  const dossier = await fixture.completeDossier();
  const action = fixture.act(fixture.ward);
  const answers = await Promise.all([1, 2, 3].map(() => submit(fixture.deps, action, dossier)));
  expect(answers.map((answer) => must(answer).version)).toEqual([dossier.version + 1, dossier.version + 1, dossier.version + 1]);
  must(await withdraw(fixture.deps, fixture.act(fixture.ward), { id: dossier.id, version: dossier.version + 1 }, 'Dọn'));
});

test('the last millisecond before the deadline counts, the next one is refused and names the deadline', async () => {
  const dossier = await fixture.completeDossier();
  fixture.clock.at = new Date('2023-10-31T17:00:00.000Z');
  expect(failureOf(await submit(fixture.deps, fixture.act(fixture.ward), dossier))).toEqual({
    code: 'deadline-passed',
    closedAt: '2023-10-31T17:00:00.000Z',
  });
  fixture.clock.at = new Date('2023-10-31T16:59:59.999Z');
  const submitted = must(await submit(fixture.deps, fixture.act(fixture.ward), dossier));
  must(await withdraw(fixture.deps, fixture.act(fixture.ward), submitted, 'Dọn'));
  fixture.clock.at = new Date('2023-10-20T02:00:00.000Z');
});

test('another ward may not submit it, and a dossier that lacks merchants says so', async () => {
  const dossier = await fixture.completeDossier({ kind: 'street', name: 'Cù Chính Lan', from: 'số 1' }, 1);
  expect(failureOf(await submit(fixture.deps, fixture.act(fixture.otherWard), dossier)).code).toBe('not-permitted');
  expect(failureOf(await submit(fixture.deps, fixture.act(fixture.ward), dossier))).toEqual({
    code: 'dossier-incomplete',
    missing: ['segment-ends', 'min-merchants'],
  });
});
