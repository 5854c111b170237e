import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeAuthority } from '../../../functions/authorities/change.ts';
import { createAuthority } from '../../../functions/authorities/create.ts';
import { findAuthority, unitsBelow } from '../../../functions/authorities/store.ts';
import { existsOn } from '../../../shared/authorities/authority.ts';
import { failureOf, holding, must } from '../../support/instance.ts';
import { aFixture, type Fixture, unit } from './authority-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());

const newWard = { code: '11302', level: 'ward', name: 'Phường Sở Dầu', parentId: unit('hong-bang'), validFrom: '2004-01-01' } as const;

test("the district's administrator enters Sở Dầu below Hồng Bàng, and it knows the units above", async () => {
  const admin = await fixture.person('Lê Văn Quản', holding('admin', 'hong-bang'));
  const made = must(await createAuthority(fixture.deps, fixture.act(admin), unit('so-dau'), newWard));
  expect(made.above).toEqual(['hong-bang', 'hai-phong']);
  expect(await findAuthority(fixture.deps.table, unit('so-dau'))).toEqual(made);
});

test("Kiến An's administrator and Hồng Bàng's officer may not enter a ward of Hồng Bàng", async () => {
  for (const held of [holding('admin', 'kien-an'), holding('officer', 'hong-bang')]) {
    const stranger = await fixture.person('Phạm Văn Lạ', held);
    expect(failureOf(await createAuthority(fixture.deps, fixture.act(stranger), unit('quan-toan'), newWard)).code).toBe('not-permitted');
  }
  expect(await findAuthority(fixture.deps.table, unit('quan-toan'))).toBeUndefined();
});

test('a ward below a unit that nobody knows, or that ends before it begins, is refused', async () => {
  const { deps, clerk } = fixture;
  expect(failureOf(await createAuthority(deps, fixture.act(clerk), unit('x-1'), { ...newWard, parentId: unit('le-chan') }))).toEqual({
    code: 'not-found',
    what: 'authority',
    id: 'le-chan',
  });
  const backwards = { ...newWard, validUntil: '2003-12-31' };
  expect(failureOf(await createAuthority(deps, fixture.act(clerk), unit('x-2'), backwards)).code).toBe('unit-out-of-order');
});

test('two wards bear the code 11311 one after the other, and each day has one of them', async () => {
  const [old, young] = [
    await findAuthority(fixture.deps.table, unit('minh-khai')),
    await findAuthority(fixture.deps.table, unit('phuong-hong-bang')),
  ];
  expect(old?.code).toBe(young?.code);
  expect([old, young].map((each) => each && existsOn(each, '2025-06-30'))).toEqual([true, false]);
  expect([old, young].map((each) => each && existsOn(each, '2025-07-01'))).toEqual([false, true]);
});

test('units below the city come by name, page by page, and a changed name does not lose its place above', async () => {
  const { deps, clerk } = fixture;
  const first = must(await unitsBelow(deps.table, unit('hai-phong'), 2));
  expect(first.items.map((each) => each.id)).toEqual(['phuong-hong-bang', 'hong-bang']);
  expect(must(await unitsBelow(deps.table, unit('hai-phong'), 2, first.next)).items.map((each) => each.id)).toEqual(['kien-an']);

  const renamed = must(await changeAuthority(deps, fixture.act(clerk), { id: unit('kien-an'), version: 1 }, { name: 'Quận Kiến An (cũ)' }));
  expect(renamed).toMatchObject({ name: 'Quận Kiến An (cũ)', above: ['hai-phong'], version: 2 });
  expect(renamed.validUntil).toBeUndefined();
});
