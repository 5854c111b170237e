import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { offlineBundle } from '../../../functions/assessments/offline-bundle.ts';
import { write } from '../../../functions/assessments/write.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import { assign } from '../../../functions/nominations/assign.ts';
import { findDossier } from '../../../functions/nominations/store.ts';
import { unassign } from '../../../functions/nominations/unassign.ts';
import { extendProgramme } from '../../../functions/programmes/extend.ts';
import { findProgramme } from '../../../functions/programmes/store.ts';
import type { AssessmentSheet } from '../../../shared/assessments/assessment.ts';
import { decide, reopen, tryAgain } from '../../../web/assessments/decide.ts';
import { findStoredAssessment, saveAnswers, storeBundle } from '../../../web/assessments/device-store.ts';
import type { StoredAssessment } from '../../../web/assessments/device-types.ts';
import { discardPhoto } from '../../../web/assessments/discard.ts';
import { type FieldServer, type Item, isSame, retryNow, unsent } from '../../../web/assessments/outbox.ts';
import { device } from '../../../web/device/database.ts';
import { Problem } from '../../../web/server/problem.ts';
import { type Situations, situations } from '../../functions/http/situations.ts';
import { must } from '../../support/instance.ts';
import { aPhone, met, nowhere } from './phone.ts';

const visits = process.env['SOAK'] ? 200 : 12;
let of: Situations;
let phone: ReturnType<typeof aPhone>;
beforeAll(async () => {
  of = await situations();
  phone = aPhone(of);
});
afterAll(() => of.town.stop());
beforeEach(async () => {
  const db = await device();
  for (const store of db.objectStoreNames) await db.clear(store);
});

test(`${visits} visits of five photos arrive whole and once through a network that loses every third request`, async () => {
  const server = phone.server(0.3);
  const uploads = () => [...of.town.blobs.files.keys()].filter((name) => name.startsWith('uploads/'));
  const written = new Map<StoredAssessment, AssessmentSheet>();
  for (let n = 0; n < visits; n++) {
    const visit = await phone.taken();
    written.set(visit, await phone.visited(visit));
    // Now and then the network is there in the middle of the work.
    if (n % 3 === 0) await phone.flush(server);
  }
  const taking = new Set((await (await device()).getAll('photos')).map(({ sha256 }) => blobKey.upload(sha256)));
  const before = uploads().filter((name) => !taking.has(name));
  await phone.sendAll(server);
  for (const [visit, sheet] of written) {
    const stored = await phone.atServer(visit.nominationId);
    expect(stored?.state).toBe('completed');
    expect(isSame(stored?.sheet, sheet)).toBe(true);
    expect(stored?.sheet.answers['C02']?.evidence.map((hash) => of.town.blobs.files.has(blobKey.upload(hash)))).toEqual(
      Array(5).fill(true),
    );
    expect((await findStoredAssessment(visit.key))?.finished?.receipt).toMatchObject({ state: 'completed', photos: 5 });
    const done = await phone.doneTo(visit.nominationId);
    expect(done.filter((action) => action === 'assessment.complete')).toHaveLength(1);
    const dossier = await findDossier(of.town.deps.table, visit.nominationId);
    expect(dossier?.nomination).toMatchObject({ state: 'assessed', assignment: { completed: [of.people.assessor.id] } });
  }
  // The photos and nothing else came in; what a photo is stored under is its content, so none lies there twice.
  expect(taking.size).toBe(visits * 5);
  expect(uploads().sort()).toEqual([...before, ...taking].sort());
  expect(await unsent(of.people.assessor.id)).toEqual([]);
}, 600_000);

test('an answer that was lost, with more written since, is neither a conflict nor written twice', async () => {
  const visit = await phone.taken();
  await saveAnswers(visit.key, { ...visit.sheet, answers: { C01: met() } });
  const reaches = phone.server();
  const losesAnswers: FieldServer = {
    ...reaches,
    saveSheet: async (id, request) => {
      await reaches.saveSheet(id, request);
      throw new Problem({ code: 'offline', status: 0, detail: '' });
    },
  };
  await phone.flush(losesAnswers);
  await saveAnswers(visit.key, (was) => ({ ...was, note: 'viết thêm' }));
  await retryNow('offline');
  await phone.sendAll(reaches);
  expect((await findStoredAssessment(visit.key))?.trouble).toBeUndefined();
  expect((await phone.atServer(visit.nominationId))?.sheet).toMatchObject({ answers: { C01: met() }, note: 'viết thêm' });
  expect((await phone.doneTo(visit.nominationId)).filter((action) => action === 'assessment.write')).toHaveLength(2);
});

test('one visit that the server refuses does not hold up the others, and stays on the device', async () => {
  const [refused, other] = [await phone.taken(), await phone.taken()];
  const whole = await phone.visited(other);
  await saveAnswers(refused.key, { ...refused.sheet, answers: { Z99: met() } });
  await phone.sendAll(phone.server());
  expect((await phone.atServer(other.nominationId))?.sheet).toEqual(whole);
  const kept = await findStoredAssessment(refused.key);
  expect(kept?.trouble).toMatchObject({ kind: 'refused', refusal: { code: 'unknown-criteria' } });
  expect(kept?.sheet.answers).toHaveProperty('Z99');
  // Put right, it goes.
  await saveAnswers(refused.key, { ...refused.sheet, answers: { C01: met() } });
  await tryAgain(refused.key);
  await phone.sendAll(phone.server());
  expect((await phone.atServer(refused.nominationId))?.sheet.answers).toEqual({ C01: met() });
});

test('an extended deadline, which gives the visit a new version, is no conflict', async () => {
  const visit = await phone.taken();
  const programme = await findProgramme(of.town.deps.table, of.town.programmeId);
  if (!programme) throw new Error('no programme');
  const later = { assessmentDueAt: new Date(Date.parse(programme.assessmentDueAt) + 3_600_000).toISOString() };
  const { officer } = of.people;
  must(await extendProgramme(of.town.deps, { ...of.town.act(officer), note: 'Mưa bão' }, programme, later as never));
  expect((await phone.atServer(visit.nominationId))?.version).toBeGreaterThan(visit.sent.version);
  const whole = await phone.visited(visit);
  await phone.sendAll(phone.server(0.3));
  expect(await phone.atServer(visit.nominationId)).toMatchObject({ state: 'completed' });
  expect(isSame((await phone.atServer(visit.nominationId))?.sheet, whole)).toBe(true);
});

test('a sheet written on two devices is kept twice, and a person chooses', async () => {
  const visit = await phone.taken();
  const elsewhere = { answers: { C01: { kind: 'yesNo' as const, met: false, evidence: [] } }, spotChecks: [] };
  const { assessor } = of.people;
  must(await write(of.town.deps, of.town.act(assessor), visit.nominationId, visit.sent.version, elsewhere));
  await saveAnswers(visit.key, { ...visit.sheet, answers: { C01: met() } });
  await phone.sendAll(phone.server());
  const kept = await findStoredAssessment(visit.key);
  expect(kept?.trouble?.kind).toBe('conflict');
  expect(kept?.sheet.answers).toEqual({ C01: met() });
  expect((await phone.atServer(visit.nominationId))?.sheet).toEqual(elsewhere);

  await decide(visit.key, 'mine');
  await phone.sendAll(phone.server());
  expect((await phone.atServer(visit.nominationId))?.sheet.answers).toEqual({ C01: met() });
  expect((await (await device()).getAll('setAside')).map(({ sheet }) => sheet)).toEqual([elsewhere]);
});

test('an assessor who was taken off keeps what was written and is told why it does not go; sent back there, it goes', async () => {
  const visit = await phone.taken();
  const { deps, act } = of.town;
  const { assessor, officer, 'assessor who is not assigned': colleague } = of.people;
  const move = async () => {
    const { nomination } = (await findDossier(deps.table, visit.nominationId)) ?? {};
    return { id: visit.nominationId, version: nomination?.version ?? 0 };
  };
  must(await assign(deps, act(officer), await move(), [assessor.id, colleague.id]));
  must(await unassign(deps, act(officer), await move(), assessor.id));
  await saveAnswers(visit.key, { ...visit.sheet, answers: { C01: met() } });
  await phone.sendAll(phone.server());
  expect((await findStoredAssessment(visit.key))?.trouble).toMatchObject({ kind: 'refused', refusal: { code: 'not-permitted' } });
  expect((await findStoredAssessment(visit.key))?.sheet.answers).toEqual({ C01: met() });

  must(await assign(deps, act(officer), await move(), [assessor.id]));
  await tryAgain(visit.key);
  await phone.sendAll(phone.server());
  const { assessments = [] } = (await findDossier(deps.table, visit.nominationId)) ?? {};
  expect(assessments.find(({ personId }) => personId === assessor.id)).toMatchObject({
    state: 'writing',
    sheet: { answers: { C01: met() } },
  });
});

test('a photo that was deleted before it was sent comes back where it was; without it the hand-in is refused, and can be opened again', async () => {
  const visit = await phone.taken();
  await phone.visited(visit);
  const photos = async () => (await unsent(of.people.assessor.id)).flatMap((item) => (item.kind === 'photo' ? [item] : []));
  const named = async () => (await findStoredAssessment(visit.key))?.sheet.answers['C02']?.evidence.length;
  const [first] = await photos();
  const putBack = await discardPhoto(first as Extract<Item, { kind: 'photo' }>);
  expect([(await photos()).length, await named()]).toEqual([4, 4]);
  await saveAnswers(visit.key, (was) => ({ ...was, note: 'viết sau khi xóa' }));
  await putBack();
  expect([(await photos()).length, await named()]).toEqual([5, 5]);
  expect((await findStoredAssessment(visit.key))?.sheet.note).toBe('viết sau khi xóa');

  // A shop that vanished from the sheet leaves the hand-in incomplete.
  await saveAnswers(visit.key, (was) => ({ ...was, spotChecks: was.spotChecks.slice(1) }));
  await phone.sendAll(phone.server());
  expect((await findStoredAssessment(visit.key))?.trouble?.kind).toBe('refused');
  await reopen(visit.key);
  const open = await findStoredAssessment(visit.key);
  expect([open?.trouble, open?.finished]).toEqual([undefined, undefined]);
  await phone.visited(visit);
  await phone.sendAll(phone.server());
  expect((await phone.atServer(visit.nominationId))?.state).toBe('completed');
});

test('without a sign-in everything waits, and nothing is given up', async () => {
  const visit = await phone.taken();
  await phone.visited(visit);
  const server = phone.server();
  const nobody = async () => {
    throw new Problem({ code: 'not-signed-in', status: 401, detail: '' });
  };
  for (let n = 0; n < 20; n++) phone.clock += (await phone.flush({ sendPhoto: nobody, saveSheet: nobody, complete: nobody })) ?? 0;
  expect((await findStoredAssessment(visit.key))?.trouble).toBeUndefined();
  phone.clock += 600_000;
  await phone.sendAll(server);
  expect((await phone.atServer(visit.nominationId))?.state).toBe('completed');
});

test('after hours without a network nothing waits for a pause to end once the network is back', async () => {
  const visit = await phone.taken();
  await saveAnswers(visit.key, { ...visit.sheet, answers: { C01: met() } });
  for (let n = 0; n < 12; n++) phone.clock += (await phone.flush(nowhere)) ?? 0;
  const wait = await phone.flush(nowhere);
  expect(wait).toBeGreaterThan(100_000);
  await retryNow('offline');
  await phone.flush(phone.server());
  expect((await phone.atServer(visit.nominationId))?.sheet.answers).toEqual({ C01: met() });
});

test('a clock that is set back two hours holds nothing up', async () => {
  const visit = await phone.taken();
  await saveAnswers(visit.key, { ...visit.sheet, answers: { C01: met() } });
  await phone.flush(nowhere);
  phone.clock -= 7_200_000;
  await phone.flush(phone.server());
  expect((await phone.atServer(visit.nominationId))?.sheet.answers).toEqual({ C01: met() });
});

test('what two pages write at the same time is kept of both', async () => {
  const visit = await phone.taken();
  await Promise.all([
    saveAnswers(visit.key, (was) => ({ ...was, note: 'trang một' })),
    saveAnswers(visit.key, (was) => ({ ...was, answers: { ...was.answers, C01: met() } })),
  ]);
  expect((await findStoredAssessment(visit.key))?.sheet).toMatchObject({ note: 'trang một', answers: { C01: met() } });
});

test('a dossier that was returned begins a new round, and what was never sent of the last is kept beside it', async () => {
  const visit = await phone.taken();
  await saveAnswers(visit.key, { ...visit.sheet, answers: { C01: met() } });
  const whole = must(await offlineBundle(of.town.deps, of.people.assessor, visit.nominationId));
  const again = { ...whole, assessment: { ...whole.assessment, round: visit.round + 1 } };
  await storeBundle({ assignment: again as never, takenAt: '', bytes: 0 }, visit.nominationId);
  expect((await findStoredAssessment(visit.key))?.sheet.answers).toEqual({});
  expect((await (await device()).getAll('setAside')).map(({ sheet }) => sheet.answers)).toEqual([{ C01: met() }]);
});
