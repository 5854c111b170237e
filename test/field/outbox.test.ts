import 'fake-indexeddb/auto';
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { assignment } from '../../functions/assessments/assignment.ts';
import { complete } from '../../functions/assessments/complete.ts';
import { write } from '../../functions/assessments/write.ts';
import { sha256 } from '../../functions/data/audit.ts';
import { blobKey } from '../../functions/data/blobs.ts';
import { findDossier } from '../../functions/nominations/store.ts';
import { extend } from '../../functions/programmes/extend.ts';
import { findProgramme } from '../../functions/programmes/store.ts';
import type { Sheet } from '../../shared/assessment.ts';
import type { Failure } from '../../shared/failure.ts';
import { type ActionId, type NominationId, Sha256 } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import { device } from '../../web/device/database.ts';
import { decide, tryAgain } from '../../web/field/decide.ts';
import type { KeptPhoto, KeptVisit } from '../../web/field/kept.ts';
import { type FieldServer, flush, hurry, isSame, type Outside, unsent } from '../../web/field/outbox.ts';
import { findVisit, finish, keepPhoto, keepSheet, takeAlong } from '../../web/field/visit-store.ts';
import { Problem } from '../../web/server/problem.ts';
import { type Situations, situations } from '../http/situations.ts';
import { must } from '../support/instance.ts';

const visits = process.env['SOAK'] ? 200 : 12;
let of: Situations;
let clock = 1_700_000_000_000;
beforeAll(async () => {
  of = await situations();
});
afterAll(() => of.town.stop());
beforeEach(async () => {
  const db = await device();
  for (const store of db.objectStoreNames) await db.clear(store);
});

/** The real verbs behind a network that loses `share` of all requests, half of them only after the server has answered. */
function aServer(share: number): FieldServer & { calls: number } {
  const { deps } = of.town;
  const { assessor } = of.people;
  const over = async <T>(work: () => Promise<T>): Promise<T> => {
    server.calls++;
    const lost = Math.random() < share;
    const before = Math.random() < 0.5;
    const offline = () => new Problem({ code: 'offline', status: 0, detail: '' });
    if (lost && before) throw offline();
    const answer = await work();
    if (lost) throw offline();
    return answer;
  };
  const told = <T>(result: Result<T, Failure>): T => {
    if (result.ok) return result.value;
    const { code, ...params } = result.failure;
    throw new Problem({ code, status: 409, detail: code, params });
  };
  const actOf = (id: string, request: unknown) => ({ ...of.town.act(assessor, id), digest: sha256(JSON.stringify(request)) });
  const server: FieldServer & { calls: number } = {
    calls: 0,
    sendPhoto: (photo) =>
      over(async () => {
        const bytes = new Uint8Array(await photo.bytes.arrayBuffer());
        await of.town.blobs.putOnce(blobKey.upload(photo.sha256), bytes, photo.contentType);
      }),
    saveSheet: (id, request) =>
      over(async () => told(await write(deps, assessor, actOf(request.actionId, request), id, request.version, request.sheet))) as never,
    complete: (id, request) =>
      over(async () => told(await complete(deps, assessor, actOf(request.actionId, request), id, request))) as never,
  };
  return server;
}
const outside = (server: FieldServer): Outside => ({
  server,
  now: () => clock,
  random: Math.random,
  newActionId: () => uuidv7() as ActionId,
});

/** Sends until nothing waits any more, letting the pauses between tries go by. */
async function sendAll(world: Outside): Promise<void> {
  for (let n = 0; n < 400; n++) {
    const wait = await flush(world, of.people.assessor.id);
    if (wait === undefined) return;
    clock += wait + 1;
  }
  throw new Error('the outbox never gets empty');
}

/** An assignment taken along onto this device. */
async function taken(): Promise<KeptVisit> {
  const { id } = await of.assessing();
  const whole = must(await assignment(of.town.deps, of.people.assessor, id));
  return takeAlong({ assignment: whole as never, takenAt: '', bytes: 0 }, id);
}
const jpeg = (): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(60), Buffer.from([0xff, 0xd9])]);
function aPhoto(visit: KeptVisit): KeptPhoto {
  const bytes = jpeg();
  const hash = Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
  const facts = { name: 'anh.jpg', contentType: 'image/jpeg', takenAt: '', actionId: uuidv7() as ActionId, sent: false };
  return { visit: visit.key, sha256: hash, bytes: new Blob([new Uint8Array(bytes)]), ...facts };
}
const met = (evidence: Sha256[] = []) => ({ kind: 'yesNo' as const, met: true, evidence });

/** A whole visit on the device: answers one by one, five photos, every drawn shop, handed in. */
async function visited(visit: KeptVisit): Promise<Sheet> {
  const { sample } = must(await assignment(of.town.deps, of.people.assessor, visit.nominationId));
  await keepSheet(visit.key, { ...visit.sheet, answers: { C01: met() } });
  const photos = Array.from({ length: 5 }, () => aPhoto(visit));
  for (const photo of photos) await keepPhoto(photo);
  await keepSheet(visit.key, { ...visit.sheet, answers: { C01: met(), C02: met(photos.map((each) => each.sha256)) } });
  const spotChecks = sample.merchants.map(({ merchantId }) => ({ merchantId, outcome: 'closed' as const, evidence: [] }));
  const now = (await findVisit(visit.key))?.sheet as Sheet;
  const sheet = { ...now, spotChecks, note: `Ghi chú ${visit.key}` };
  await keepSheet(visit.key, sheet);
  await finish(visit.key, '2023-10-20T02:00:00.000Z', 0);
  return sheet;
}
const atServer = async (id: NominationId) => (await findDossier(of.town.deps.table, id))?.assessments.at(-1);

test(`${visits} visits of five photos arrive whole and once through a network that loses every third request`, async () => {
  const server = aServer(0.3);
  const photosBefore = of.town.blobs.files.size;
  const written = new Map<KeptVisit, Sheet>();
  for (let n = 0; n < visits; n++) {
    const visit = await taken();
    written.set(visit, await visited(visit));
    // Now and then the network is there in the middle of the work.
    if (n % 3 === 0) await flush(outside(server), of.people.assessor.id);
  }
  await sendAll(outside(server));
  let reports = 0;
  for (const [visit, sheet] of written) {
    const stored = await atServer(visit.nominationId);
    expect(stored?.state).toBe('completed');
    expect(isSame(stored?.sheet, sheet)).toBe(true);
    expect((await findVisit(visit.key))?.finished?.receipt).toMatchObject({ state: 'completed', photos: 5 });
    reports += 1;
  }
  // Each dossier brought one report of the ward; everything else that lies there are the photos, each once.
  expect(of.town.blobs.files.size - photosBefore).toBeGreaterThanOrEqual(visits * 5);
  const uploads = [...of.town.blobs.files.keys()].filter((name) => name.startsWith('uploads/'));
  expect(new Set(uploads).size).toBe(uploads.length);
  expect(reports).toBe(visits);
  expect(await unsent(of.people.assessor.id)).toEqual([]);
}, 600_000);

test('one visit that the server refuses does not hold up the others, and stays on the device', async () => {
  const [refused, other] = [await taken(), await taken()];
  const whole = await visited(other);
  await keepSheet(refused.key, { ...refused.sheet, answers: { Z99: met() } });
  await sendAll(outside(aServer(0)));
  expect((await atServer(other.nominationId))?.sheet).toEqual(whole);
  const kept = await findVisit(refused.key);
  expect(kept?.trouble).toMatchObject({ kind: 'refused', refusal: { code: 'unknown-criteria' } });
  expect(kept?.sheet.answers).toHaveProperty('Z99');
  // Put right, it goes.
  await keepSheet(refused.key, { ...refused.sheet, answers: { C01: met() } });
  await tryAgain(refused.key);
  await sendAll(outside(aServer(0)));
  expect((await atServer(refused.nominationId))?.sheet.answers).toEqual({ C01: met() });
});

test('an extended deadline, which gives the visit a new version, is no conflict', async () => {
  const visit = await taken();
  const programme = await findProgramme(of.town.deps.table, of.town.programmeId);
  if (!programme) throw new Error('no programme');
  const later = { assessmentDueAt: new Date(Date.parse(programme.assessmentDueAt) + 3_600_000).toISOString() };
  const { officer } = of.people;
  must(await extend(of.town.deps, officer, { ...of.town.act(officer), note: 'Mưa bão' }, programme, later as never));
  expect((await atServer(visit.nominationId))?.version).toBeGreaterThan(visit.sent.version);
  const whole = await visited(visit);
  await sendAll(outside(aServer(0.3)));
  expect(await atServer(visit.nominationId)).toMatchObject({ state: 'completed' });
  expect(isSame((await atServer(visit.nominationId))?.sheet, whole)).toBe(true);
});

test('a sheet written on two devices is kept twice, and a person chooses', async () => {
  const visit = await taken();
  const elsewhere = { answers: { C01: { kind: 'yesNo' as const, met: false, evidence: [] } }, spotChecks: [] };
  const { assessor } = of.people;
  must(await write(of.town.deps, assessor, of.town.act(assessor), visit.nominationId, visit.sent.version, elsewhere));
  await keepSheet(visit.key, { ...visit.sheet, answers: { C01: met() } });
  await sendAll(outside(aServer(0)));
  const kept = await findVisit(visit.key);
  expect(kept?.trouble?.kind).toBe('conflict');
  expect(kept?.sheet.answers).toEqual({ C01: met() });
  expect((await atServer(visit.nominationId))?.sheet).toEqual(elsewhere);

  await decide(visit.key, 'mine');
  await sendAll(outside(aServer(0)));
  expect((await atServer(visit.nominationId))?.sheet.answers).toEqual({ C01: met() });
  expect((await (await device()).getAll('setAside')).map(({ sheet }) => sheet)).toEqual([elsewhere]);
});

test('an assessor who was taken off keeps what was written, and is told why it does not go', async () => {
  const visit = await taken();
  await keepSheet(visit.key, { ...visit.sheet, answers: { C01: met() } });
  const server = aServer(0);
  const refused: FieldServer = {
    ...server,
    saveSheet: async () => {
      throw new Problem({ code: 'not-permitted', status: 403, detail: 'not assigned any more' });
    },
  };
  await sendAll(outside(refused));
  expect((await findVisit(visit.key))?.trouble).toMatchObject({ kind: 'refused' });
  expect((await findVisit(visit.key))?.sheet.answers).toEqual({ C01: met() });
});

test('without a sign-in everything waits, and nothing is given up', async () => {
  const visit = await taken();
  await visited(visit);
  const server = aServer(0);
  const nobody = async () => {
    throw new Problem({ code: 'not-signed-in', status: 401, detail: '' });
  };
  for (let n = 0; n < 20; n++)
    clock += (await flush(outside({ sendPhoto: nobody, saveSheet: nobody, complete: nobody }), of.people.assessor.id)) ?? 0;
  expect((await findVisit(visit.key))?.trouble).toBeUndefined();
  clock += 600_000;
  await sendAll(outside(server));
  expect((await atServer(visit.nominationId))?.state).toBe('completed');
});

const offline: FieldServer = {
  sendPhoto: async () => Promise.reject(new Problem({ code: 'offline', status: 0, detail: '' })),
  saveSheet: async () => Promise.reject(new Problem({ code: 'offline', status: 0, detail: '' })),
  complete: async () => Promise.reject(new Problem({ code: 'offline', status: 0, detail: '' })),
};

test('after hours without a network nothing waits for a pause to end once the network is back', async () => {
  const visit = await taken();
  await keepSheet(visit.key, { ...visit.sheet, answers: { C01: met() } });
  for (let n = 0; n < 12; n++) clock += (await flush(outside(offline), of.people.assessor.id)) ?? 0;
  const wait = await flush(outside(offline), of.people.assessor.id);
  expect(wait).toBeGreaterThan(100_000);
  await hurry('offline');
  await flush(outside(aServer(0)), of.people.assessor.id);
  expect((await atServer(visit.nominationId))?.sheet.answers).toEqual({ C01: met() });
});

test('a clock that is set back two hours holds nothing up', async () => {
  const visit = await taken();
  await keepSheet(visit.key, { ...visit.sheet, answers: { C01: met() } });
  await flush(outside(offline), of.people.assessor.id);
  clock -= 7_200_000;
  await flush(outside(aServer(0)), of.people.assessor.id);
  expect((await atServer(visit.nominationId))?.sheet.answers).toEqual({ C01: met() });
});

test('what two pages write at the same time is kept of both', async () => {
  const visit = await taken();
  await Promise.all([
    keepSheet(visit.key, (was) => ({ ...was, note: 'trang một' })),
    keepSheet(visit.key, (was) => ({ ...was, answers: { ...was.answers, C01: met() } })),
  ]);
  expect((await findVisit(visit.key))?.sheet).toMatchObject({ note: 'trang một', answers: { C01: met() } });
});

test('a dossier that was returned begins a new round, and what was never sent of the last is kept beside it', async () => {
  const visit = await taken();
  await keepSheet(visit.key, { ...visit.sheet, answers: { C01: met() } });
  const whole = must(await assignment(of.town.deps, of.people.assessor, visit.nominationId));
  const again = { ...whole, assessment: { ...whole.assessment, round: visit.round + 1 } };
  await takeAlong({ assignment: again as never, takenAt: '', bytes: 0 }, visit.nominationId);
  expect((await findVisit(visit.key))?.sheet.answers).toEqual({});
  expect((await (await device()).getAll('setAside')).map(({ sheet }) => sheet.answers)).toEqual([{ C01: met() }]);
});
