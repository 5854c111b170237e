import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { complete } from '../../../functions/assessments/complete.ts';
import { write } from '../../../functions/assessments/write.ts';
import { approve } from '../../../functions/certificates/approve.ts';
import { askToRevoke, confirmRevocation } from '../../../functions/certificates/revoke.ts';
import { history } from '../../../functions/history/history.ts';
import { assign } from '../../../functions/nominations/assign.ts';
import { comment } from '../../../functions/nominations/comment.ts';
import { decline } from '../../../functions/nominations/decline.ts';
import { extendNomination } from '../../../functions/nominations/extend.ts';
import { recommend } from '../../../functions/nominations/recommend.ts';
import { returnToWard } from '../../../functions/nominations/return.ts';
import { sendBack } from '../../../functions/nominations/send-back.ts';
import { findDossier } from '../../../functions/nominations/store.ts';
import { submit } from '../../../functions/nominations/submit.ts';
import { withdraw } from '../../../functions/nominations/withdraw.ts';
import { findStreet } from '../../../functions/streets/store.ts';
import type { NominationId } from '../../../shared/ids.ts';
import type { Nomination } from '../../../shared/nominations/nomination.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { failureOf, holding, must } from '../../support/instance.ts';
import { aFixture, twoQuestions } from '../../support/programme-fixture.ts';

type Fixture = Awaited<ReturnType<typeof aFixture>>;
let fixture: Fixture;
/** Someone of the Economics office who also sits in the leadership. */
let both: Actor;
beforeAll(async () => {
  fixture = await aFixture({ checklist: twoQuestions });
  both = await fixture.person('Kiêm nhiệm', holding('officer', 'hong-bang'), holding('leader', 'hong-bang'));
});
beforeEach(() => {
  fixture.clock.at = new Date('2023-10-20T02:00:00.000Z');
});
afterAll(() => fixture.stop());

const nominationOf = async (id: NominationId): Promise<Nomination> => {
  const dossier = await findDossier(fixture.deps.table, id);
  if (!dossier) throw new Error('the dossier is gone');
  return dossier.nomination;
};
const handedIn = async (dossier: Nomination) => must(await submit(fixture.deps, fixture.act(fixture.ward), dossier));
const visited = async (dossier: Nomination) =>
  must(await assign(fixture.deps, fixture.act(fixture.officer), await handedIn(dossier), [fixture.assessor.id]));

/** A nomination that was submitted, assessed and recommended by somebody. */
async function recommended(by: Actor): Promise<Nomination> {
  const { deps, act, assessor } = fixture;
  const { id } = await visited(await fixture.completeDossier());
  const met = { kind: 'yesNo' as const, met: true, evidence: [] };
  const drawn = (await findDossier(deps.table, id))?.samples[0]?.merchants ?? [];
  const spotChecks = drawn.map(({ merchantId }) => ({ merchantId, outcome: 'closed' as const, evidence: [] }));
  const { version } = must(await write(deps, act(assessor), id, 1, { answers: { C01: met, C02: met }, spotChecks }));
  must(await complete(deps, act(assessor), id, { version, completedAt: deps.now().toISOString(), clockOffsetMs: 0 }));
  return must(await recommend(deps, act(by), await nominationOf(id), { inFavour: true, reason: 'Đạt' }));
}
const declined = (by: Actor, nomination: Nomination) => decline(fixture.deps, fixture.act(by), nomination, 'Chưa đạt');
/** Whether the ward's only place is free: another street takes it and gives it back. */
async function placeIsFree(): Promise<boolean> {
  const outcome = await submit(fixture.deps, fixture.act(fixture.ward), await fixture.completeDossier());
  if (outcome.ok) must(await withdraw(fixture.deps, fixture.act(fixture.ward), outcome.value, 'Thử'));
  else expect(outcome.failure.code).toBe('slot-taken');
  return outcome.ok;
}

test('who recommended a street neither approves nor declines it; once it is declined, its place and the street are free again', async () => {
  const nomination = await recommended(both);
  expect(failureOf(await declined(both, nomination))).toEqual({ code: 'own-work', action: 'decline' });
  expect(failureOf(await approve(fixture.deps, fixture.act(both), [nomination], {}))).toEqual({ code: 'own-work', action: 'approve' });
  expect(await nominationOf(nomination.id)).toEqual(nomination);
  expect(await placeIsFree()).toBe(false);

  expect(must(await declined(fixture.leader, nomination))).toMatchObject({
    state: 'declined',
    declined: { by: fixture.leader.id, reason: 'Chưa đạt' },
  });
  expect((await findStreet(fixture.deps.table, nomination.streetId))?.lockedBy).toBeUndefined();
  expect(await placeIsFree()).toBe(true);
});

test('what leadership sends back stands as assessed again, with its result and the reason in its history', async () => {
  const { deps, leader, officer } = fixture;
  const nomination = await recommended(officer);
  const back = must(await sendBack(deps, { ...fixture.act(leader), note: 'Xem lại biển QR' }, nomination));
  expect(back).toMatchObject({ state: 'assessed', outcome: { score: 100 }, sentBack: { by: leader.id, reason: 'Xem lại biển QR' } });
  expect('recommendation' in back).toBe(false);
  const past = must(await history(deps, officer, { type: 'nomination', id: back.id }, 200));
  expect(past.items.find((entry) => entry.version === back.version)).toMatchObject({
    action: 'nomination.sendBack',
    note: 'Xem lại biển QR',
  });
  const again = must(await recommend(deps, fixture.act(officer), back, { inFavour: false, reason: 'Biển mờ' }));
  must(await declined(leader, again));
});

test('a street named twice in one decision is certified once; it keeps its place until the certificate is revoked, and the ward has its street back at once', async () => {
  const { deps, leader, secondLeader } = fixture;
  const waiting = await recommended(fixture.officer);
  const [certified, ...more] = must(await approve(deps, fixture.act(leader), [waiting, waiting], {}));
  expect(more).toEqual([]);
  if (!certified) throw new Error('nothing was approved');
  expect((await findStreet(deps.table, certified.streetId))?.lockedBy).toBeUndefined();
  expect(await placeIsFree()).toBe(false);
  const asked = must(await askToRevoke(deps, fixture.act(leader), certified, 'Không còn đạt'));
  expect(await placeIsFree()).toBe(false);
  must(await confirmRevocation(deps, fixture.act(secondLeader), asked));
  expect(await placeIsFree()).toBe(true);
});

test('a dossier that was returned keeps its place until the ward withdraws it', async () => {
  const { deps, officer, ward } = fixture;
  const remarks = { reason: 'Thiếu', answerBy: '2023-10-30T17:00:00.000Z', comments: [] };
  const submitted = await handedIn(await fixture.completeDossier());
  const returned = must(await returnToWard(deps, fixture.act(officer), submitted, remarks));
  expect(await placeIsFree()).toBe(false);
  expect((await findStreet(deps.table, returned.streetId))?.lockedBy).toBeUndefined();
  must(await withdraw(deps, fixture.act(ward), returned, 'Chọn tuyến khác'));
  expect(await placeIsFree()).toBe(true);
});

test('a date for the answer that has passed is no date, and a remark stays with its field and its round', async () => {
  const { deps, officer, ward } = fixture;
  const submitted = await handedIn(await fixture.completeDossier());
  const remarks = { reason: 'Thiếu', answerBy: '2023-10-20T02:00:00.000Z', comments: [] };
  expect(failureOf(await returnToWard(deps, fixture.act(officer), submitted, remarks))).toMatchObject({
    code: 'not-later',
    field: 'answerBy',
  });
  must(await comment(deps, fixture.act(officer), submitted.id, { field: 'street.from', text: 'Ghi rõ số nhà' }));
  const pinned = (await findDossier(deps.table, submitted.id))?.comments;
  expect(pinned).toMatchObject([{ field: 'street.from', text: 'Ghi rõ số nhà', round: 1, by: officer.id }]);
  must(await withdraw(deps, fixture.act(ward), submitted, 'Dọn'));
});

test('more time for one street moves its own deadlines and its open visits, and only ever to later', async () => {
  const { deps, officer } = fixture;
  const { id } = await visited(await fixture.completeDossier());
  const more = async (until: object) => extendNomination(deps, { ...fixture.act(officer), note: 'Mưa bão' }, await nominationOf(id), until);
  expect(failureOf(await more({ assessmentDueAt: '2023-11-09T17:00:00.000Z' }))).toEqual({
    code: 'not-later',
    field: 'assessmentDueAt',
    current: '2023-11-09T17:00:00.000Z',
  });
  expect(must(await more({ assessmentDueAt: '2023-11-12T17:00:00.000Z' })).extended).toEqual({
    assessmentDueAt: '2023-11-12T17:00:00.000Z',
  });
  expect((await findDossier(deps.table, id))?.assessments).toMatchObject([{ dueAt: '2023-11-12T17:00:00.000Z', version: 2 }]);
  expect(failureOf(await more({ assessmentDueAt: '2023-11-11T17:00:00.000Z' })).code).toBe('not-later');
});

test('a person named twice is sent once, and somebody nobody knows is named in the refusal', async () => {
  const other = await aFixture({ checklist: twoQuestions });
  const { deps, officer, ward, assessor } = other;
  const submitted = must(await submit(deps, other.act(ward), await other.completeDossier()));
  const unknown = { ...assessor, id: uuidv7() as Actor['id'] };
  const send = (people: Actor[]) =>
    assign(
      deps,
      other.act(officer),
      submitted,
      people.map((each) => each.id),
    );
  expect(failureOf(await send([assessor, unknown]))).toEqual({ code: 'not-found', what: 'person', id: unknown.id });
  expect(must(await send([assessor, assessor]))).toMatchObject({ state: 'assessing', assignment: { assessors: [assessor.id] } });
  await other.stop();
});
