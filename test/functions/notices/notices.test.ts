import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { askToRevoke } from '../../../functions/certificates/revoke.ts';
import { assign } from '../../../functions/nominations/assign.ts';
import { returnToWard } from '../../../functions/nominations/return.ts';
import { sendBack } from '../../../functions/nominations/send-back.ts';
import { remind } from '../../../functions/notices/remind.ts';
import { extendProgramme } from '../../../functions/programmes/extend.ts';
import { findProgramme } from '../../../functions/programmes/store.ts';
import { listener } from '../../../infra/local/listener.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { issuer, must } from '../../support/instance.ts';
import { type Situations, situations } from '../http/situations.ts';

let of: Situations;
let api: ReturnType<typeof createApi>;
const log = vi.fn();
beforeAll(async () => {
  of = await situations();
  api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log,
    addressOf: () => '',
    ready: () => true,
  });
});
afterAll(() => of.town.stop());

type Shown = { id: string; kind: string; streetName?: string; read: boolean; days?: number; reason?: string };
async function call(who: Actor, path: string, body?: object) {
  const answer = await api.request(path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${who.id}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as { items: Shown[]; next?: string; unread: number; ids: string[]; code?: string },
  };
}
const workingAs = ({ roles: [held] }: Actor) => `role=${held?.role}&authorityId=${held?.authorityId}`;
const received = async (who: Actor) => (await call(who, `/api/notices?${workingAs(who)}&limit=200`)).body.items;
const unreadOf = async (who: Actor) => (await call(who, `/api/notices/unread?${workingAs(who)}`)).body.unread;
/** What the listener hears of: everything reported while the job runs. */
async function reportsOf(job: () => Promise<unknown>) {
  const before = of.town.reported.length;
  await job();
  return of.town.reported.slice(before);
}

test('a report that comes twice is one notice, and who has read it has still read it', async () => {
  const { officer } = of.people;
  const subscriber = listener(log);
  const reports = await reportsOf(() => of.submitted());
  subscriber.start(of.town.deps);
  subscriber.report(reports);
  await vi.waitFor(async () => expect(await received(officer)).toHaveLength(1));
  const [notice] = await received(officer);
  expect(notice).toMatchObject({ kind: 'submitted', streetName: 'Điện Biên Phủ', read: false });
  expect(await unreadOf(officer)).toBe(1);

  const [held] = officer.roles;
  const reading = { ...held, ids: [notice?.id] };
  expect((await call(officer, '/api/notices/reading', reading)).status).toBe(200);
  await call(officer, '/api/notices/reading', reading);
  subscriber.report(reports);
  await subscriber.stop();
  expect(await received(officer)).toEqual([{ ...notice, read: true }]);
  expect(await unreadOf(officer)).toBe(0);
});

test('a report that was lost is made up for when the next listener starts', async () => {
  const { ward, officer, assessor } = of.people;
  const submitted = await of.submitted();
  const answerBy = '2023-10-30T17:00:00.000Z';
  must(await returnToWard(of.town.deps, of.town.act(officer), submitted, { reason: 'Thiếu báo cáo', answerBy, comments: [] }));
  const assessing = await of.assessing();
  expect((await received(ward)).filter(({ kind }) => kind === 'returned')).toEqual([]);

  const subscriber = listener(log);
  subscriber.start(of.town.deps);
  await vi.waitFor(async () => {
    expect((await received(ward)).filter(({ kind }) => kind === 'returned')).toMatchObject([{ reason: 'Thiếu báo cáo', read: false }]);
    expect((await received(assessor)).map(({ kind, streetName }) => [kind, streetName])).toContainEqual(['assigned', assessing.streetName]);
  });
  await subscriber.stop();
  expect(log).not.toHaveBeenCalled();
});

test('news that could not be told because the database failed is told at the next tick', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { deps } = of.town;
  let broken = false;
  const subscriber = listener(log);
  subscriber.start({
    ...deps,
    now: () => {
      if (broken) throw new Error('the clock stands still');
      return deps.now();
    },
  });
  const recommended = await of.recommended();
  broken = true;
  subscriber.report([{ type: 'nomination', record: recommended }]);
  await vi.waitFor(() => expect(log).toHaveBeenCalled());
  log.mockClear();
  broken = false;
  const count = (await received(of.people.leader)).length;
  await vi.advanceTimersByTimeAsync(60_000);
  await vi.waitFor(async () => expect((await received(of.people.leader)).length).toBe(count + 1));
  vi.useRealTimers();
  await subscriber.stop();
});

test('who asked has read of it; the others who confirm hear of it', async () => {
  const { leader, admin } = of.people;
  const { secondLeader } = of.town;
  const subscriber = listener(log);
  subscriber.start(of.town.deps);
  const certified = await of.certified();
  subscriber.report(await reportsOf(() => askToRevoke(of.town.deps, of.town.act(leader), certified, 'Hộ đã chuyển đi')));
  const asked = async (who: Actor) => (await received(who)).find(({ kind }) => kind === 'revocationAsked');
  await vi.waitFor(async () => expect(await asked(secondLeader)).toMatchObject({ read: false, reason: 'Hộ đã chuyển đi' }));
  expect(await asked(leader)).toMatchObject({ read: true });
  expect(await asked(admin)).toMatchObject({ read: false });
  await subscriber.stop();
});

test('a recommendation that was sent back twice is told twice, each time with its reason', async () => {
  const { leader, officer } = of.people;
  const subscriber = listener(log);
  subscriber.start(of.town.deps);
  for (const note of ['Xem lại biển QR', 'Vẫn chưa rõ']) {
    const nomination = await of.recommended();
    subscriber.report(await reportsOf(() => sendBack(of.town.deps, { ...of.town.act(leader), note }, nomination)));
  }
  await vi.waitFor(async () =>
    expect((await received(officer)).filter(({ kind }) => kind === 'sentBack').map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['Xem lại biển QR', 'Vẫn chưa rõ']),
    ),
  );
  await subscriber.stop();
});

test('a deadline is recalled seven, three and one days before and once it has passed: once each, and anew when it was moved', async () => {
  const { deps, clock, programmeId } = of.town;
  const { 'ward next door': idle, officer } = of.people;
  const steps = async () => (await received(idle)).map(({ days }) => days);
  const before = clock.at;
  const tick = async (now: string, times = 1) => {
    clock.at = new Date(now);
    for (let n = 0; n < times; n++) await remind(deps, programmeId);
  };
  await tick('2023-10-20T02:00:00.000Z');
  expect(await steps()).toEqual([]);
  await tick('2023-10-25T02:00:00.000Z', 2);
  expect(await steps()).toEqual([7]);
  // The machine was off on the third day: "three days" is no news any more.
  await tick('2023-10-31T02:00:00.000Z', 2);
  expect(await steps()).toEqual([1, 7]);
  await tick('2023-10-31T17:00:00.000Z', 2);
  expect(await steps()).toEqual([0, 1, 7]);
  const { version = 0 } = (await findProgramme(deps.table, programmeId)) ?? {};
  const later = { registrationClosesAt: '2023-11-02T17:00:00.000Z' };
  must(await extendProgramme(deps, { ...of.town.act(officer), note: 'Bão số 3' }, { id: programmeId, version }, later));
  await tick('2023-10-31T18:00:00.000Z', 2);
  expect(await steps()).toEqual([3, 0, 1, 7]);
  clock.at = before;
});

test('an assessor is reminded of a visit that is not handed in, and of no other', async () => {
  const { deps, clock, programmeId, act } = of.town;
  const { assessor, officer, 'assessor who is not assigned': other } = of.people;
  const mine = await of.assessing();
  must(await assign(deps, act(officer), mine, [other.id]));
  const before = clock.at;
  clock.at = new Date('2023-11-08T02:00:00.000Z');
  await remind(deps, programmeId);
  clock.at = before;
  const due = async (who: Actor) => (await received(who)).filter((each) => each.kind === 'due' && each.id.startsWith(mine.id));
  expect(await due(assessor)).toMatchObject([{ days: 3 }]);
  expect(await due(other)).toMatchObject([{ days: 3 }]);
  expect(await due(officer)).toEqual([]);
});

test('a post box is open to those who hold its role and there for nobody else; its pages follow one another', async () => {
  const { ward, officer } = of.people;
  expect(await call(ward, `/api/notices?${workingAs(officer)}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await call(ward, '/api/notices/reading', { role: 'officer', authorityId: 'hong-bang', ids: ['x'] })).toMatchObject({
    status: 404,
  });
  const all = await received(officer);
  expect(all.length).toBeGreaterThan(2);
  const pages: Shown[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await call(officer, `/api/notices?${workingAs(officer)}&limit=2${cursor && `&cursor=${cursor}`}`);
    pages.push(...body.items);
    if (!body.next) break;
    cursor = body.next;
  }
  expect(pages).toEqual(all);
});
