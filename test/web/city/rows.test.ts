import { expect, test } from 'vitest';
import { type Figures, inGroup, total, unitRows } from '../../../web/city/rows.ts';

const figures = (states: Record<string, number>, merchants = 0): Figures => ({
  states,
  wards: 1,
  merchants,
  cashless: merchants,
  qr: 0,
  card: 0,
  wallet: 0,
  mobileMoney: 0,
  twoMethods: 0,
});

test('districts stand in the order of the Vietnamese alphabet, also the one that has opened nothing, and the city itself comes last', () => {
  const units = [
    { id: 'ngo-quyen', name: 'Quận Ngô Quyền' },
    { id: 'do-son', name: 'Quận Đồ Sơn' },
    { id: 'duong-kinh', name: 'Quận Dương Kinh' },
  ];
  const programmes = [
    { ...figures({}), advisingAuthorityId: 'ngo-quyen' },
    { ...figures({}), advisingAuthorityId: 'hai-phong' },
    { ...figures({}), advisingAuthorityId: 'ngo-quyen' },
  ];
  expect(unitRows(units, programmes).map(({ id, programmes: own }) => [id, own.length])).toEqual([
    ['duong-kinh', 0],
    ['do-son', 0],
    ['ngo-quyen', 2],
    ['hai-phong', 1],
  ]);
});

test('programmes are added up, and every state of a dossier is counted in exactly one group', () => {
  const all = total([
    figures({ draft: 1, returned: 1, certified: 2 }, 30),
    figures({ draft: 1, assessing: 3, revoked: 1, declined: 1 }, 12),
  ]);
  expect([all.merchants, all.wards, all.states['draft']]).toEqual([42, 2, 2]);
  expect((['preparing', 'running', 'certified', 'ended'] as const).map((group) => inGroup(all, group))).toEqual([3, 3, 2, 2]);
});
