import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { acknowledge } from '../../../functions/assessments/acknowledge.ts';
import { complete } from '../../../functions/assessments/complete.ts';
import { write } from '../../../functions/assessments/write.ts';
import { changeMerchant } from '../../../functions/merchants/change.ts';
import { merchantsOf } from '../../../functions/merchants/store.ts';
import { assign } from '../../../functions/nominations/assign.ts';
import { changes } from '../../../functions/nominations/changes.ts';
import { draft } from '../../../functions/nominations/draft.ts';
import { ofWard } from '../../../functions/nominations/of-ward.ts';
import { recommend } from '../../../functions/nominations/recommend.ts';
import { returnToWard } from '../../../functions/nominations/return.ts';
import { findDossier } from '../../../functions/nominations/store.ts';
import { submit } from '../../../functions/nominations/submit.ts';
import { unassign } from '../../../functions/nominations/unassign.ts';
import { extendProgramme } from '../../../functions/programmes/extend.ts';
import { findProgramme } from '../../../functions/programmes/store.ts';
import { changeStreet } from '../../../functions/streets/change.ts';
import { createStreet } from '../../../functions/streets/create.ts';
import { findStreet } from '../../../functions/streets/store.ts';
import type { Assessment } from '../../../shared/assessments/assessment.ts';
import { AuthorityId, NominationId, StreetId } from '../../../shared/ids.ts';
import type { Nomination } from '../../../shared/nominations/nomination.ts';
import { failureOf, holding, must } from '../../support/instance.ts';
import { type Situations, situations } from '../http/situations.ts';

let of: Situations;
const now = new Date('2023-10-20T02:00:00.000Z');
beforeAll(async () => {
  of = await situations();
});
beforeEach(() => {
  of.town.clock.at = now;
});
afterAll(() => of.town.stop());

const dossierOf = async (id: NominationId) => {
  const dossier = await findDossier(of.town.deps.table, id);
  if (!dossier) throw new Error('the dossier is gone');
  return dossier;
};
test('a ward finds what it put forward, the newest first, and nothing of other wards', async () => {
  const { town: fixture, people } = of;
  const earlier = await fixture.completeDossier({ kind: 'street', name: 'Tam Bạc' });
  fixture.clock.at = new Date('2023-10-21T02:00:00.000Z');
  const later = await fixture.completeDossier({ kind: 'market', name: 'Chợ Sắt' });
  const page = must(await ofWard(fixture.deps, people.ward, earlier.wardId, 2));
  expect(page.items.map(({ id }) => id)).toEqual([later.id, earlier.id]);
  expect(
    must(await ofWard(fixture.deps, fixture.otherWard, AuthorityId.parse('ha-ly'), 50)).items.every((each) => each.wardId === 'ha-ly'),
  ).toBe(true);
  expect(failureOf(await ofWard(fixture.deps, fixture.otherWard, earlier.wardId, 2)).code).toBe('not-permitted');
  expect(failureOf(await ofWard(fixture.deps, people.ward, AuthorityId.parse('khong-co'), 2)).code).toBe('not-found');
});

/** Hands a visit in at a moment, as finished at another one on the assessor's phone. */
async function handIn(visit: Assessment, completedAt: string, receivedAt: string, clockOffsetMs = 0) {
  of.town.clock.at = new Date(receivedAt);
  const { assessor } = of.people;
  const finished = { version: visit.version, completedAt, clockOffsetMs };
  return complete(of.town.deps, of.town.act(assessor), visit.nominationId, finished);
}
const advise = async (nomination: Nomination) =>
  recommend(of.town.deps, of.town.act(of.people.officer), nomination, { inFavour: true, reason: 'Đạt' });

test('a returned dossier keeps its place, shows what the ward changed, and its new submission begins a new round with a new sample', async () => {
  const { town: fixture, people } = of;
  const first = await of.submitted();
  const comments = [{ field: 'street.from', text: 'Ghi rõ số nhà' }];
  const remarks = { reason: 'Thiếu số nhà', answerBy: '2023-10-30T17:00:00.000Z', comments };
  const returned = must(await returnToWard(fixture.deps, fixture.act(people.officer), first, remarks));
  expect(returned).toMatchObject({ state: 'returned', slot: 1, returned: { comments } });

  const [shop] = must(await merchantsOf(fixture.deps.table, first.streetId, 10)).items;
  if (!shop) throw new Error('no shop');
  const { name, place, methods, eInvoice, commitment, listed } = shop;
  const corrected = { name, place: `${place}A`, methods, eInvoice, commitment, outreach: 'visited' as const, listed };
  must(await changeMerchant(fixture.deps, fixture.act(people.ward), { streetId: shop.streetId, id: shop.id, version: 1 }, corrected));
  const street = await findStreet(fixture.deps.table, first.streetId);
  if (street?.kind !== 'street') throw new Error('no street');
  const { name: streetName, from } = street;
  const wider = { kind: 'street' as const, name: streetName, from: from ?? '', to: 'Chợ Con', side: 'both' as const };
  must(await changeStreet(fixture.deps, fixture.act(people.ward), street, wider));
  const corrections = {
    since: 'submission' in first && first.submission.submittedAt,
    fields: expect.arrayContaining([{ field: 'street.to', was: street.to, now: 'Chợ Con' }]),
    items: [{ id: shop.id, name: shop.name, what: 'changed', fields: ['place', 'outreach'] }],
  };
  expect(must(await changes(fixture.deps, people.officer, first.id))).toMatchObject(corrections);

  // Registration closes on 31 October for everybody else; a returned dossier is judged by its own date.
  const again = must(await submit(fixture.deps, fixture.act(people.ward), returned));
  expect(again).toMatchObject({ state: 'submitted', round: 2, slot: 1 });
  expect('returned' in again).toBe(false);
  expect(must(await changes(fixture.deps, people.officer, first.id)), 'the office sees them after the dossier came again').toMatchObject(
    corrections,
  );
  must(await assign(fixture.deps, fixture.act(people.officer), again, [people.assessor.id]));
  expect((await dossierOf(first.id)).samples.map((sample) => sample.round)).toEqual([2]);
});

test('an answer to a return is refused after its own date', async () => {
  const { town: fixture, people } = of;
  const remarks = { reason: 'Thiếu', answerBy: '2023-11-03T17:00:00.000Z', comments: [] };
  const returned = must(await returnToWard(fixture.deps, fixture.act(people.officer), await of.submitted(), remarks));
  fixture.clock.at = new Date('2023-11-03T17:00:00.000Z');
  expect(failureOf(await submit(fixture.deps, fixture.act(people.ward), returned))).toEqual({
    code: 'deadline-passed',
    closedAt: remarks.answerBy,
  });
  fixture.clock.at = new Date('2023-11-03T16:59:59.999Z');
  must(await submit(fixture.deps, fixture.act(people.ward), returned));
});

test('an assessment finished in time that arrives within the grace is late, keeps both clocks, and waits for an officer', async () => {
  const { town: fixture, people } = of;
  const visit = await of.written();
  const late = must(await handIn(visit, '2023-11-09T16:00:00.000Z', '2023-11-10T10:00:00.000Z', 60_000));
  expect(late).toMatchObject({ state: 'late', clocks: { clockOffsetMs: 60_000, receivedAt: '2023-11-10T10:00:00.000Z' } });
  const { nomination } = await dossierOf(visit.nominationId);
  expect(failureOf(await advise(nomination))).toEqual({ code: 'late-not-acknowledged', count: 1 });
  must(await acknowledge(fixture.deps, fixture.act(people.officer), nomination.id, people.assessor.id, 'Mất sóng'));
  expect(must(await advise((await dossierOf(nomination.id)).nomination)).state).toBe('recommended');
});

test('an assessment that arrives after the grace is kept, counts for nothing by itself, and counts once an officer accepts it', async () => {
  const { town: fixture, people } = of;
  const visit = await of.written();
  const kept = must(await handIn(visit, '2023-11-09T16:00:00.000Z', '2023-11-12T10:00:00.000Z'));
  expect(kept).toMatchObject({ state: 'kept', sheet: visit.sheet });
  expect((await dossierOf(visit.nominationId)).nomination.state).toBe('assessing');
  must(await acknowledge(fixture.deps, fixture.act(people.officer), visit.nominationId, people.assessor.id, 'Đã kiểm tra'));
  expect((await dossierOf(visit.nominationId)).nomination).toMatchObject({ state: 'assessed', outcome: { score: 100, passed: true } });
});

test('an assessment finished after the deadline is refused and names the deadline, also when the phone says otherwise', async () => {
  const visit = await of.written();
  // The phone is two hours slow: its 16:00 was 18:00 in truth.
  const refused = await handIn(visit, '2023-11-09T16:00:00.000Z', '2023-11-09T19:00:00.000Z', 7_200_000);
  expect(failureOf(refused)).toEqual({ code: 'deadline-passed', closedAt: '2023-11-09T17:00:00.000Z' });
  expect((await of.visitOf(visit.nominationId)).state).toBe('writing');
});

test('more time for the whole programme moves the visits that are open, and a repeat of it moves nothing twice', async () => {
  const { town: fixture, people } = of;
  const visit = await of.written();
  const later = '2023-11-11T17:00:00.000Z';
  const programme = await findProgramme(fixture.deps.table, fixture.programmeId);
  const act = { ...fixture.act(people.officer), note: 'Bão số 3' };
  const seen = { id: fixture.programmeId, version: programme?.version ?? 0 };
  must(await extendProgramme(fixture.deps, act, seen, { assessmentDueAt: later }));
  must(await extendProgramme(fixture.deps, act, seen, { assessmentDueAt: later }));
  const moved = await of.visitOf(visit.nominationId);
  expect(moved).toMatchObject({ dueAt: later, version: visit.version + 1, sheet: visit.sheet });
  expect(must(await handIn(moved, '2023-11-10T16:00:00.000Z', '2023-11-10T16:00:00.000Z')).state).toBe('completed');
});

test('an assessor who is taken off and comes back finds what was written; the last one is never taken off', async () => {
  const { town: fixture, people } = of;
  const other = people['assessor who is not assigned'];
  const visit = await of.written();
  const officer = () => fixture.act(people.officer);
  const { nomination } = await dossierOf(visit.nominationId);
  expect(failureOf(await unassign(fixture.deps, officer(), nomination, people.assessor.id)).code).toBe('last-assessor');
  const both = must(await assign(fixture.deps, officer(), nomination, [other.id]));
  const one = must(await unassign(fixture.deps, officer(), both, people.assessor.id));
  const refused = await write(fixture.deps, fixture.act(people.assessor), nomination.id, visit.version, visit.sheet);
  expect(failureOf(refused).code).toBe('not-permitted');
  must(await assign(fixture.deps, officer(), one, [people.assessor.id]));
  const back = (await dossierOf(nomination.id)).assessments.find((each) => each.personId === people.assessor.id);
  expect(back).toMatchObject({ state: 'writing', sheet: visit.sheet });
});

test('nobody assesses their own ward, and only assessors are sent', async () => {
  const { town: fixture, people } = of;
  const submitted = await of.submitted();
  const local = await fixture.person('Cán bộ kiêm thẩm định', holding('assessor', 'hong-bang'), holding('ward', 'minh-khai'));
  const send = (id: typeof local.id) => assign(fixture.deps, fixture.act(people.officer), submitted, [id]);
  expect(failureOf(await send(local.id))).toEqual({ code: 'assessor-of-the-ward', person: 'Cán bộ kiêm thẩm định' });
  expect(failureOf(await send(people.leader.id)).code).toBe('not-an-assessor');
});

test('two assessors who disagree: what one found unmet is unmet, the score is the mean, and the spread is flagged', async () => {
  const { town: fixture, people } = of;
  const other = people['assessor who is not assigned'];
  const visit = await of.written();
  const { nomination } = await dossierOf(visit.nominationId);
  must(await assign(fixture.deps, fixture.act(people.officer), nomination, [other.id]));
  must(await handIn(visit, now.toISOString(), now.toISOString()));
  const sheet = { ...visit.sheet, answers: { ...visit.sheet.answers, C02: { kind: 'yesNo' as const, met: false, evidence: [] } } };
  const second = must(await write(fixture.deps, fixture.act(other), nomination.id, 1, sheet));
  const finished = { version: second.version, completedAt: now.toISOString(), clockOffsetMs: 0 };
  must(await complete(fixture.deps, fixture.act(other), nomination.id, finished));
  expect((await dossierOf(nomination.id)).nomination).toMatchObject({
    state: 'assessed',
    outcome: { score: 80, passed: true, unmet: ['C02'], spread: 40, flagged: true },
  });
});

test('a ward that was merged away may no longer register a street (Hạ Lý ended with 2024 in this town, the district in June 2025)', async () => {
  const { town: fixture, people } = of;
  const ward = people['ward next door'];
  const register = async (at: string) => {
    fixture.clock.at = new Date(at);
    const streetId = StreetId.parse(uuidv7());
    const details = { kind: 'street', name: 'Hạ Lý', from: '1', to: '9' } as const;
    const street = await createStreet(fixture.deps, fixture.act(ward, streetId), streetId, AuthorityId.parse('ha-ly'), details);
    if (!street.ok) return street;
    const id = NominationId.parse(uuidv7());
    return draft(fixture.deps, fixture.act(ward, id), id, { programmeId: fixture.programmeId, streetId });
  };
  expect((await register('2024-12-31T16:59:59.000Z')).ok).toBe(true);
  expect(failureOf(await register('2024-12-31T17:00:00.000Z'))).toMatchObject({ code: 'ward-not-valid' });
});
