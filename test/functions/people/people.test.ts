import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { changePerson } from '../../../functions/people/change.ts';
import { createPerson } from '../../../functions/people/create.ts';
import { disable } from '../../../functions/people/disable.ts';
import { enable } from '../../../functions/people/enable.ts';
import { invite } from '../../../functions/people/invite.ts';
import { actorOf, findPerson, peopleOf } from '../../../functions/people/store.ts';
import { PersonId } from '../../../shared/ids.ts';
import type { Actor, HeldRole, PersonDetails } from '../../../shared/people/person.ts';
import { failureOf, holding, issuer, must } from '../../support/instance.ts';
import { aFixture, type Fixture, unit } from '../authorities/authority-fixture.ts';

let fixture: Fixture;
let admin: Actor;
beforeAll(async () => {
  fixture = await aFixture();
  admin = await fixture.person('Lê Văn Quản', holding('admin', 'hong-bang'));
});
afterAll(() => fixture.stop());

let count = 0;
const newId = () => PersonId.parse(uuidv7());
const staff = (roles: HeldRole[] = [holding('ward', 'minh-khai')], authority = 'minh-khai'): PersonDetails => ({
  name: 'Hoàng Thị Mới',
  title: 'Công chức văn hóa',
  login: `moi.${++count}`,
  authorityId: unit(authority),
  roles,
});
const entered = async (details = staff()) => must(await createPerson(fixture.deps, fixture.act(admin), newId(), details)).person;
const signIn = (person: { subject: string }) => actorOf(fixture.deps.table, issuer, person.subject);

test('a clerk of Minh Khai is entered, invited, and signs in with the role at once', async () => {
  const details = staff();
  const { person, invitation } = must(await createPerson(fixture.deps, fixture.act(admin), newId(), details));
  expect(person).toMatchObject({ ...details, state: 'active', above: ['hong-bang', 'hai-phong'] });
  expect(invitation?.url).toBe(`/password/${details.login}`);
  expect(await signIn(person)).toEqual({ id: person.id, name: person.name, roles: details.roles });
});

test("Hồng Bàng's administrator enters nobody in Kiến An, nor does an officer anybody", async () => {
  const officer = await fixture.person('Trần Thị Kinh Tế', holding('officer', 'hong-bang'));
  expect(failureOf(await createPerson(fixture.deps, fixture.act(admin), newId(), staff([], 'kien-an'))).code).toBe('not-permitted');
  expect(failureOf(await createPerson(fixture.deps, fixture.act(officer), newId(), staff())).code).toBe('not-permitted');
});

test.each([
  ['a leader of the city', holding('leader', 'hai-phong')],
  ['an officer of Kiến An', holding('officer', 'kien-an')],
  ['an administrator of the city', holding('admin', 'hai-phong')],
])("a district's administrator makes nobody %s, neither new nor later, and leaves no account behind", async (_, held) => {
  const accounts = vi.spyOn(fixture.deps.accounts, 'create');
  const id = newId();
  expect(failureOf(await createPerson(fixture.deps, fixture.act(admin), id, staff([held]))).code).toBe('not-permitted');
  expect(accounts).not.toHaveBeenCalled();
  accounts.mockRestore();
  expect(await findPerson(fixture.deps.table, id)).toBeUndefined();

  const person = await entered();
  const seen = { id: person.id, version: 1 };
  const grown = await changePerson(fixture.deps, fixture.act(admin), seen, { name: person.name, roles: [...person.roles, held] });
  expect(failureOf(grown).code).toBe('not-permitted');
  expect((await signIn(person))?.roles).toEqual(person.roles);
});

test('a login that is taken is refused by name and nothing is stored', async () => {
  const accounts = vi.spyOn(fixture.deps.accounts, 'create').mockResolvedValue('exists');
  const [id, details] = [newId(), staff()];
  expect(failureOf(await createPerson(fixture.deps, fixture.act(admin), id, details))).toEqual({
    code: 'login-taken',
    login: details.login,
  });
  accounts.mockRestore();
  expect(await findPerson(fixture.deps.table, id)).toBeUndefined();
});

test('entering the same person three times makes one; another body under the id is refused', async () => {
  const [id, act, details] = [newId(), fixture.act(admin), staff()];
  const first = must(await createPerson(fixture.deps, act, id, details));
  for (const _ of [2, 3]) expect(must(await createPerson(fixture.deps, act, id, details)).person).toEqual(first.person);
  const other = await createPerson(fixture.deps, { ...act, digest: 'another body' }, id, { ...details, name: 'Khác' });
  expect(failureOf(other).code).toBe('action-id-reused');
  expect(failureOf(await createPerson(fixture.deps, fixture.act(admin), id, details))).toEqual({ code: 'id-taken', id });
});

test('new roles count from the next request on, and a title can be taken away', async () => {
  const person = await entered();
  const roles = [holding('officer', 'hong-bang'), holding('assessor', 'hong-bang')];
  const changed = must(
    await changePerson(fixture.deps, fixture.act(admin), { id: person.id, version: 1 }, { name: 'Hoàng Thị Cũ', roles }),
  );
  expect(changed).toMatchObject({ name: 'Hoàng Thị Cũ', roles, version: 2 });
  expect(changed).not.toHaveProperty('title');
  expect(await signIn(person)).toEqual({ id: person.id, name: 'Hoàng Thị Cũ', roles });
});

test('a disabled person cannot act, also not with new roles, until they are enabled with the roles they had', async () => {
  const [off, on] = [vi.spyOn(fixture.deps.accounts, 'disable'), vi.spyOn(fixture.deps.accounts, 'enable')];
  const person = await entered();
  const at = (version: number) => ({ id: person.id, version });
  expect(must(await disable(fixture.deps, fixture.act(admin), at(1))).state).toBe('disabled');
  expect(off).toHaveBeenCalledWith(person.login);
  expect(await signIn(person)).toBeUndefined();

  must(await changePerson(fixture.deps, fixture.act(admin), at(2), { name: 'Hoàng Thị Nghỉ', roles: person.roles }));
  expect(await signIn(person)).toBeUndefined();
  expect(failureOf(await invite(fixture.deps, fixture.act(admin), at(3)))).toMatchObject({ code: 'wrong-state', state: 'disabled' });

  must(await enable(fixture.deps, fixture.act(admin), at(3)));
  expect(on).toHaveBeenCalledWith(person.login);
  expect(await signIn(person)).toMatchObject({ name: 'Hoàng Thị Nghỉ', roles: person.roles });
  off.mockRestore();
  on.mockRestore();
});

test('disabling that was stopped before the account was closed is finished by sending it again', async () => {
  const person = await entered();
  const [act, seen] = [fixture.act(admin), { id: person.id, version: 1 }];
  const off = vi.spyOn(fixture.deps.accounts, 'disable').mockRejectedValueOnce(new Error('killed'));
  await expect(disable(fixture.deps, act, seen)).rejects.toThrow('killed');
  expect(await signIn(person)).toBeUndefined();
  expect(must(await disable(fixture.deps, act, seen)).version).toBe(2);
  expect(off).toHaveBeenCalledTimes(2);
  off.mockRestore();
});

test('administrators do not disable themselves, and nobody is disabled twice', async () => {
  const self = await disable(fixture.deps, fixture.act(admin), { id: admin.id, version: 1 });
  expect(failureOf(self).code).toBe('own-work');
  const person = await entered();
  must(await disable(fixture.deps, fixture.act(admin), { id: person.id, version: 1 }));
  const again = await disable(fixture.deps, fixture.act(admin), { id: person.id, version: 2 });
  expect(failureOf(again)).toMatchObject({ code: 'wrong-state', state: 'disabled' });
});

test("a district's administrator gets no password address of someone who also serves the city", async () => {
  const details = staff([holding('ward', 'minh-khai'), holding('city', 'hai-phong')]);
  const { person } = must(await createPerson(fixture.deps, fixture.act(fixture.clerk), newId(), details));
  expect(failureOf(await invite(fixture.deps, fixture.act(admin), { id: person.id, version: 1 })).code).toBe('not-permitted');
  expect(must(await invite(fixture.deps, fixture.act(fixture.clerk), { id: person.id, version: 1 })).invitation).toBeDefined();
});

test('people of a ward are listed by folded name', async () => {
  for (const name of ['Đặng Văn Ba', 'Ân Thị Hai', 'Dương Thị Tư'])
    must(await createPerson(fixture.deps, fixture.act(admin), newId(), { ...staff([], 'ha-ly'), name }));
  const listed = must(await peopleOf(fixture.deps.table, unit('ha-ly'), 10));
  expect(listed.items.map((person) => person.name)).toEqual(['Ân Thị Hai', 'Đặng Văn Ba', 'Dương Thị Tư']);
});
