import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAuthority } from '../../../functions/authorities/store.ts';
import { draft } from '../../../functions/nominations/draft.ts';
import { createStreet } from '../../../functions/streets/create.ts';
import { streetsOf } from '../../../functions/streets/store.ts';
import { existsOn } from '../../../shared/authorities/authority.ts';
import { NominationId, StreetId } from '../../../shared/ids.ts';
import type { Actor } from '../../../shared/people/person.ts';
import type { Street } from '../../../shared/streets/street.ts';
import { failureOf, holding, must } from '../../support/instance.ts';
import { aFixture, type Fixture, unit } from '../authorities/authority-fixture.ts';
import { anOpenProgramme } from '../programmes/programme.ts';

/** The last moment of Minh Khai in Vietnam, and the first of the ward Hồng Bàng that took its place and its code. */
const lastMoment = new Date('2025-06-30T23:59:59.999+07:00');
const nextMoment = new Date('2025-07-01T00:00:00.000+07:00');
const street = { kind: 'street', name: 'Điện Biên Phủ', from: 'số 1', to: 'số 99' } as const;

let fixture: Fixture;
let staff: Actor;
let officer: Actor;
let entered: Street;
beforeAll(async () => {
  fixture = await aFixture();
  staff = await fixture.person('Cán bộ phường', holding('ward', 'minh-khai'), holding('ward', 'phuong-hong-bang'));
  officer = await fixture.person('Phòng Kinh tế', holding('officer', 'hong-bang'));
  fixture.clock.at = lastMoment;
  entered = must(await enter('minh-khai'));
});
afterAll(() => fixture.stop());

const enter = (ward: string) => {
  const id = StreetId.parse(uuidv7());
  return createStreet(fixture.deps, fixture.act(staff, id), id, unit(ward), street);
};

test('Minh Khai enters a street in its last millisecond and none after it; the ward Hồng Bàng of July 2025 enters none before', async () => {
  fixture.clock.at = lastMoment;
  expect(failureOf(await enter('phuong-hong-bang'))).toEqual({ code: 'ward-not-valid', ward: 'Phường Hồng Bàng', day: '2025-06-30' });
  fixture.clock.at = nextMoment;
  expect(failureOf(await enter('minh-khai'))).toEqual({ code: 'ward-not-valid', ward: 'Phường Minh Khai', day: '2025-07-01' });
  expect(must(await enter('phuong-hong-bang'))).toMatchObject({ wardId: 'phuong-hong-bang', above: ['hai-phong'] });
});

test('a street that Minh Khai entered while it existed is put forward by nobody after the merger, and stays readable under its old name', async () => {
  const programme = await anOpenProgramme(fixture, officer);
  const putForward = () => {
    const id = NominationId.parse(uuidv7());
    return draft(fixture.deps, fixture.act(staff, id), id, { programmeId: programme.id, streetId: entered.id });
  };
  fixture.clock.at = lastMoment;
  expect(must(await putForward())).toMatchObject({ state: 'draft', wardName: 'Phường Minh Khai' });
  fixture.clock.at = nextMoment;
  expect(failureOf(await putForward())).toEqual({ code: 'ward-not-valid', ward: 'Phường Minh Khai', day: '2025-07-01' });

  expect(must(await streetsOf(fixture.deps.table, unit('minh-khai'), 10)).items).toEqual([entered]);
  const ended = await findAuthority(fixture.deps.table, unit('minh-khai'));
  expect(ended).toMatchObject({ name: 'Phường Minh Khai', validFrom: '2004-01-01', validUntil: '2025-06-30', version: 1 });
  expect(ended && [existsOn(ended, '2025-06-30'), existsOn(ended, '2025-07-01')]).toEqual([true, false]);
});
