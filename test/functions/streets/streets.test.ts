import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change as changeRecord, save } from '../../../functions/data/save.ts';
import { changeStreet } from '../../../functions/streets/change.ts';
import { createStreet } from '../../../functions/streets/create.ts';
import { findStreet, streetsOf } from '../../../functions/streets/store.ts';
import { AuthorityId, NominationId, StreetId } from '../../../shared/ids.ts';
import { noFigures, type Street } from '../../../shared/streets/street.ts';
import { failureOf, must } from '../../support/instance.ts';
import { aFixture, type Fixture } from '../merchants/merchant-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());

const tamBac = { kind: 'street', name: 'Tam Bạc' } as const;
const anId = () => StreetId.parse(uuidv7());
const enter = (id: StreetId, ward: string, as = fixture.people.ward) =>
  createStreet(fixture.deps, fixture.act(as, id), id, AuthorityId.parse(ward), tamBac);

test('a ward enters a street, and sending it again enters nothing more', async () => {
  const id = anId();
  const street = must(await enter(id, 'phan-boi-chau'));
  expect(street).toMatchObject({ ...tamBac, above: ['hong-bang'], figures: noFigures(), version: 1 });
  expect(must(await enter(id, 'phan-boi-chau'))).toEqual(street);
});

test('a ward that was merged away registers nothing any more', async () => {
  const staff = await fixture.person('Người Cũ', { role: 'ward', authorityId: AuthorityId.parse('quang-trung') });
  expect(failureOf(await enter(anId(), 'quang-trung', staff))).toEqual({
    code: 'ward-not-valid',
    ward: 'Phường Quang Trung',
    day: '2023-10-20',
  });
});

test('a ward enters streets of its own only, and an officer none', async () => {
  expect(failureOf(await enter(anId(), 'minh-khai')).code).toBe('not-permitted');
  expect(failureOf(await enter(anId(), 'phan-boi-chau', fixture.people.officer)).code).toBe('not-permitted');
  expect(failureOf(await enter(anId(), 'khong-co')).code).toBe('not-found');
});

test('a correction keeps the figures, and needs the version that was seen', async () => {
  const street = await fixture.street('Tam Bac');
  await fixture.merchant(street, { name: 'Phở Hương' });
  const correct = (version: number) =>
    changeStreet(fixture.deps, fixture.act(fixture.people.ward), { id: street.id, version }, { ...tamBac, from: 'Cầu Lạc Long' });
  expect(must(await correct(1))).toMatchObject({ name: 'Tam Bạc', from: 'Cầu Lạc Long', version: 2 });
  expect((await findStreet(fixture.deps.table, street.id))?.figures.merchants).toBe(1);
  expect(failureOf(await correct(1))).toMatchObject({ code: 'changed-meanwhile', seen: 1 });
});

test('a street that a nomination holds is locked to its ward, also for new merchants', async () => {
  const street = await fixture.street('Quang Trung');
  const held = await lock(street);
  const act = fixture.act(fixture.people.ward);
  expect(failureOf(await changeStreet(fixture.deps, act, { id: street.id, version: 2 }, tamBac))).toEqual({
    code: 'street-locked',
    nominationId: held.lockedBy,
  });
  await expect(fixture.merchant(street, { name: 'Bún Cá' })).rejects.toThrow('street-locked');
  expect((await findStreet(fixture.deps.table, street.id))?.figures.merchants).toBe(0);
});

test("a ward's streets come by name, page by page", async () => {
  for (const name of ['Điện Biên Phủ', 'Ông Ích Khiêm', 'An Đà']) await fixture.street(name, 'minh-khai', fixture.people.otherWard);
  const first = must(await streetsOf(fixture.deps.table, AuthorityId.parse('minh-khai'), 2));
  expect(first.items.map(({ name }) => name)).toEqual(['An Đà', 'Điện Biên Phủ']);
  const second = must(await streetsOf(fixture.deps.table, AuthorityId.parse('minh-khai'), 2, first.next));
  expect(second.items.map(({ name }) => name)).toEqual(['Ông Ích Khiêm']);
});

async function lock(street: Street): Promise<Street> {
  const next = { ...street, lockedBy: NominationId.parse(uuidv7()) };
  const { table } = fixture.deps;
  return must(await save(table, changeRecord(table, fixture.act(fixture.people.ward), 'street.lock', 'street', street, next)));
}
