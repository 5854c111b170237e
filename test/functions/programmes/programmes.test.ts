import { afterAll, beforeAll, expect, test } from 'vitest';
import { findEntry } from '../../../functions/history/store.ts';
import { board } from '../../../functions/programmes/board.ts';
import { changeProgramme } from '../../../functions/programmes/change.ts';
import { closeProgramme } from '../../../functions/programmes/close.ts';
import { createProgramme } from '../../../functions/programmes/create.ts';
import { extendProgramme } from '../../../functions/programmes/extend.ts';
import { open } from '../../../functions/programmes/open.ts';
import { findProgramme, programmesOf } from '../../../functions/programmes/store.ts';
import { summary } from '../../../functions/programmes/summary.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { failureOf, holding, must } from '../../support/instance.ts';
import { aFixture, type Fixture, unit } from '../authorities/authority-fixture.ts';
import { anOpenProgramme, newId, round2023 } from './programme.ts';

let fixture: Fixture;
let officer: Actor;
beforeAll(async () => {
  fixture = await aFixture();
  officer = await fixture.person('Trần Thị Kinh Tế', holding('officer', 'hong-bang'));
});
afterAll(() => fixture.stop());

const because = (note: string) => ({ ...fixture.act(officer), note });

test("the district's officer sets up 2023 as a draft, which stands below the city too", async () => {
  const made = must(await createProgramme(fixture.deps, fixture.act(officer), newId(), round2023()));
  expect(made).toMatchObject({ state: 'draft', version: 1, above: ['hong-bang', 'hai-phong'] });
  expect(await findProgramme(fixture.deps.table, made.id)).toEqual(made);
});

test('an officer of Kiến An sets up nothing in the name of Hồng Bàng, nor does a ward', async () => {
  for (const held of [holding('officer', 'kien-an'), holding('ward', 'hong-bang'), holding('admin', 'hong-bang')]) {
    const stranger = await fixture.person('Vũ Thị Khác', held);
    expect(failureOf(await createProgramme(fixture.deps, fixture.act(stranger), newId(), round2023())).code).toBe('not-permitted');
  }
});

test.each([
  ['registration closes as it opens', { registrationClosesAt: '2023-10-12T17:00:00.000Z' }, 'registrationClosesAt'],
  ['assessment ends before registration', { assessmentDueAt: '2023-10-31T16:59:59.999Z' }, 'assessmentDueAt'],
  ['the ceremony is at the deadline', { ceremonyAt: '2023-11-09T17:00:00.000Z' }, 'ceremonyAt'],
])('a timeline in which %s is refused by name', async (_, but, field) => {
  const refused = failureOf(await createProgramme(fixture.deps, fixture.act(officer), newId(), round2023(but)));
  expect(refused).toMatchObject({ code: 'timeline-out-of-order', field });
});

/** Registration opens at midnight in Vietnam on this day; the rest follows within a month. */
const openingOn = (day: string) => {
  const opens = Date.parse(`${day}T00:00:00.000+07:00`);
  const after = (days: number) => new Date(opens + days * 86_400_000).toISOString();
  return { registrationOpensAt: after(0), registrationClosesAt: after(10), assessmentDueAt: after(20), ceremonyAt: after(30) };
};

test('Hạ Lý, which ended on 2024-12-31, joins a round that opens that day and none that opens the day after', async () => {
  const last = await createProgramme(fixture.deps, fixture.act(officer), newId(), round2023({ ...openingOn('2024-12-31'), year: 2024 }));
  expect(must(last).wardIds).toContain('ha-ly');
  const late = await createProgramme(fixture.deps, fixture.act(officer), newId(), round2023({ ...openingOn('2025-01-01'), year: 2025 }));
  expect(failureOf(late)).toEqual({ code: 'ward-not-valid', ward: 'Phường Hạ Lý', day: '2025-01-01' });
});

test('the ward Hồng Bàng of July 2025 is not yet there in 2023, and a ward nobody knows is not found', async () => {
  const early = round2023({ wardIds: [unit('minh-khai'), unit('phuong-hong-bang')] });
  expect(failureOf(await createProgramme(fixture.deps, fixture.act(officer), newId(), early))).toMatchObject({
    code: 'ward-not-valid',
    ward: 'Phường Hồng Bàng',
  });
  const unknown = round2023({ wardIds: [unit('du-hang')] });
  expect(failureOf(await createProgramme(fixture.deps, fixture.act(officer), newId(), unknown))).toMatchObject({
    code: 'not-found',
    id: 'du-hang',
  });
});

test('a draft is changed and opened; then its criteria are frozen', async () => {
  const { id } = must(await createProgramme(fixture.deps, fixture.act(officer), newId(), round2023()));
  const seen = (version: number) => ({ id, version });
  expect(must(await changeProgramme(fixture.deps, fixture.act(officer), seen(1), round2023({ minMerchants: 30 }))).minMerchants).toBe(30);
  const act = fixture.act(officer);
  const opened = must(await open(fixture.deps, act, seen(2)));
  expect(opened).toMatchObject({ state: 'open', openedAt: act.at });
  expect(must(await open(fixture.deps, act, seen(2)))).toEqual(opened);
  expect(failureOf(await changeProgramme(fixture.deps, fixture.act(officer), seen(3), round2023()))).toEqual({
    code: 'programme-frozen',
    state: 'open',
  });
  expect(failureOf(await open(fixture.deps, fixture.act(officer), seen(3))).code).toBe('programme-frozen');
});

test('an officer may not hand a draft to a district that they do not serve', async () => {
  const { id } = must(await createProgramme(fixture.deps, fixture.act(officer), newId(), round2023()));
  const given = round2023({ advisingAuthorityId: unit('kien-an') });
  expect(failureOf(await changeProgramme(fixture.deps, fixture.act(officer), { id, version: 1 }, given)).code).toBe('not-permitted');
});

test('deadlines move later for all wards with the reason in the history, never earlier and never past the ceremony', async () => {
  const { id } = await anOpenProgramme(fixture, officer);
  const seen = { id, version: 2 };
  const by = (to: Parameters<typeof extendProgramme>[3]) => extendProgramme(fixture.deps, because('Bão số 5'), seen, to);
  expect(failureOf(await by({ assessmentDueAt: '2023-11-09T17:00:00.000Z' }))).toMatchObject({
    code: 'not-later',
    field: 'assessmentDueAt',
  });
  expect(failureOf(await by({ assessmentDueAt: '2023-11-24T01:00:00.000Z' }))).toMatchObject({
    code: 'timeline-out-of-order',
    field: 'ceremonyAt',
  });
  expect(failureOf(await by({ registrationClosesAt: '2023-11-10T17:00:00.000Z' }))).toMatchObject({ field: 'assessmentDueAt' });

  const later = must(await by({ registrationClosesAt: '2023-11-05T17:00:00.000Z', assessmentDueAt: '2023-11-12T17:00:00.000Z' }));
  expect(later).toMatchObject({
    registrationClosesAt: '2023-11-05T17:00:00.000Z',
    assessmentDueAt: '2023-11-12T17:00:00.000Z',
    version: 3,
  });
  expect(await findEntry(fixture.deps.table, `PROGRAMME#${id}`, 3)).toMatchObject({ action: 'programme.extend', note: 'Bão số 5' });
});

test('a closed programme is neither extended nor closed again, and a draft is not closed', async () => {
  const { id } = await anOpenProgramme(fixture, officer);
  expect(must(await closeProgramme(fixture.deps, fixture.act(officer), { id, version: 2 })).state).toBe('closed');
  const again = await closeProgramme(fixture.deps, fixture.act(officer), { id, version: 3 });
  expect(failureOf(again)).toEqual({ code: 'programme-not-open', state: 'closed' });
  const later = await extendProgramme(fixture.deps, because('Muộn'), { id, version: 3 }, { assessmentDueAt: '2023-11-12T17:00:00.000Z' });
  expect(failureOf(later).code).toBe('programme-not-open');
  const draft = must(await createProgramme(fixture.deps, fixture.act(officer), newId(), round2023()));
  expect(failureOf(await closeProgramme(fixture.deps, fixture.act(officer), { id: draft.id, version: 1 })).code).toBe('programme-not-open');
});

test('the city looks at the board of its district, Kiến An does not', async () => {
  const { id } = await anOpenProgramme(fixture, officer);
  const [city, stranger] = [
    await fixture.person('Đỗ Thị Sở', holding('city', 'hai-phong')),
    await fixture.person('Ngô Văn An', holding('officer', 'kien-an')),
  ];
  expect(must(await board(fixture.deps, city, id, 50)).items).toEqual([]);
  expect(must(await summary(fixture.deps, city, id))).toMatchObject({ programmeId: id, wards: 0, merchants: 0, states: {} });
  expect(failureOf(await board(fixture.deps, stranger, id, 50)).code).toBe('not-permitted');
  expect(failureOf(await summary(fixture.deps, stranger, id)).code).toBe('not-permitted');
});

test('programmes of an authority are listed newest first', async () => {
  const kienAn = await fixture.person('Bùi Thị Mới', holding('officer', 'kien-an'));
  for (const year of [2023, 2025, 2024]) {
    const details = round2023({ advisingAuthorityId: unit('kien-an'), year });
    must(await createProgramme(fixture.deps, fixture.act(kienAn), newId(), details));
  }
  const first = must(await programmesOf(fixture.deps.table, unit('kien-an'), 2));
  const second = must(await programmesOf(fixture.deps.table, unit('kien-an'), 2, first.next));
  expect([...first.items, ...second.items].map((each) => each.year)).toEqual([2025, 2024, 2023]);
});
