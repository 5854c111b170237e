import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMany } from '../../../functions/data/read.ts';
import { key } from '../../../functions/data/table.ts';
import { streetsOf } from '../../../functions/streets/store.ts';
import { StreetId } from '../../../shared/ids.ts';
import type { Street } from '../../../shared/streets/street.ts';
import { anInstance, failureOf, holding, type Instance, must } from '../../support/instance.ts';
import { unit } from '../authorities/authority-fixture.ts';
import { aStreet, saved } from './street.ts';

let fixture: Instance;
let streets: Street[];
beforeAll(async () => {
  fixture = await anInstance();
  const clerk = await fixture.person('Nguyễn Thị Phường', holding('ward', 'minh-khai'));
  streets = [];
  for (const name of ['Nguyễn Tri Phương', 'Điện Biên Phủ', 'Hoàng Diệu', 'Ẩm thực chợ Đổ', 'Cù Chính Lan'])
    streets.push(await saved(fixture, clerk, aStreet(name)));
  await saved(fixture, clerk, { ...aStreet('Hạ Lý'), wardId: unit('ha-ly') });
});
afterAll(() => fixture.stop());

const minhKhai = (limit: number, cursor?: string) => streetsOf(fixture.deps.table, unit('minh-khai'), limit, cursor);
const badCursor = { code: 'invalid-input', fields: [{ field: 'cursor', rule: 'cursor' }] };

test('streets come by folded name, each once, however the pages are cut', async () => {
  for (const limit of [1, 2, 5, 50]) {
    const names: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = must(await minhKhai(limit, cursor));
      names.push(...page.items.map((street) => street.name));
      cursor = page.next;
      if (!cursor) break;
    }
    expect(names).toEqual(['Ẩm thực chợ Đổ', 'Cù Chính Lan', 'Điện Biên Phủ', 'Hoàng Diệu', 'Nguyễn Tri Phương']);
  }
});

test("the cursor of Minh Khai's list opens nothing in Hạ Lý", async () => {
  const { next } = must(await minhKhai(2));
  expect(next).toBeDefined();
  expect(failureOf(await streetsOf(fixture.deps.table, unit('ha-ly'), 2, next))).toEqual(badCursor);
});

test.each([
  ['no base64', '%%%'],
  ['no JSON', Buffer.from('tam bac').toString('base64url')],
  ['no key', Buffer.from('null').toString('base64url')],
  ['a key of numbers', Buffer.from('{"GSI1PK":1}').toString('base64url')],
  ['a key without its other half', Buffer.from('{"GSI1PK":"WARD#minh-khai"}').toString('base64url')],
])('a cursor that is %s is refused as such', async (_, cursor) => {
  expect(failureOf(await minhKhai(2, cursor))).toEqual(badCursor);
});

test('several streets come in the order asked for, unknown ones left out', async () => {
  const [one, two] = [streets[3], streets[0]] as [Street, Street];
  const nobody = StreetId.parse('0190a0a0-0000-7000-8000-00000000ffff');
  const found = await getMany(fixture.deps.table, 'street', [one.id, nobody, two.id].map(key.street));
  expect(found).toEqual([one, two]);
});
