import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { createMerchant } from '../../../functions/merchants/create.ts';
import { MerchantId } from '../../../shared/ids.ts';
import type { MerchantDetails } from '../../../shared/merchants/merchant.ts';
import type { Street } from '../../../shared/streets/street.ts';
import { issuer, must } from '../../support/instance.ts';
import { details, type Situations, situations } from '../http/situations.ts';

let of: Situations;
let api: ReturnType<typeof createApi>;
let street: Street;
const odd = [
  '=HYPERLINK("http://x")',
  '+84',
  '-1',
  '@SUM(A1)',
  '<script>alert(1)</script>',
  'Phở "Hương", số 1\nhai dòng',
  'Bún\u0001 đậu',
];
beforeAll(async () => {
  of = await situations();
  api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
  street = await of.street();
  for (const name of odd) await shop({ ...details(name), owner: 'Trần Văn Ất', phone: '0904123456', taxId: '0200123456' });
});
afterAll(() => of.town.stop());

async function shop(typed: MerchantDetails): Promise<void> {
  const id = MerchantId.parse(uuidv7());
  must(await createMerchant(of.town.deps, of.town.act(of.people.ward, id), street.id, id, typed));
}

const ask = (path: string, who: keyof Situations['people'] = 'ward', language = 'vi') =>
  api.request(`/api/exports/${path}`, { headers: { authorization: `Bearer ${of.people[who].id}`, 'accept-language': language } });
const csvOf = async (path: string, who?: keyof Situations['people'], language?: string): Promise<string[][]> =>
  parse(await (await ask(`${path}${path.includes('?') ? '&' : '?'}format=csv`, who, language)).text(), { bom: true });
const xlsxOf = async (path: string, who?: keyof Situations['people'], language?: string) =>
  readSheet(Buffer.from(await (await ask(path, who, language)).arrayBuffer()));

test("a street's merchants are the same in both formats, and nothing in them is a formula", async () => {
  const path = `streets/${street.id}/merchants`;
  const [csv, xlsx] = [await csvOf(path), await xlsxOf(path)];
  expect(csv[0]?.slice(0, 4)).toEqual(['Tên cơ sở', 'Số nhà', 'Chủ cơ sở', 'Loại hình']);
  expect(xlsx[0]).toEqual(csv[0]);
  const names = ['\'=HYPERLINK("http://x")', "'+84", "'-1", "'@SUM(A1)", '<script>alert(1)</script>', 'Phở "Hương", số 1\nhai dòng'];
  expect(csv.slice(1, 7).map(([name]) => name)).toEqual(names);
  expect(xlsx.slice(1, 7).map(([name]) => name)).toEqual(names);
  expect(xlsx[7]?.[0]).toBe('Bún đậu');
  expect(csv[1]?.[7]).toBe('0904123456');
  expect(xlsx[1]?.[7]).toBe('0904123456');
});

test('accounts stay masked in a file, and the file says when a shop was changed in the time of Vietnam', async () => {
  const [heads, row] = await csvOf(`streets/${street.id}/merchants`);
  expect(row?.[heads?.indexOf('Tài khoản') ?? -1]).toBe('Vietcombank ••••7859');
  expect(row?.at(-1)).toBe('20/10/2023 09:00');
  const [, same] = await xlsxOf(`streets/${street.id}/merchants`);
  expect(same?.at(-1)).toEqual(new Date('2023-10-20T09:00:00.000Z'));
});

test('a file speaks the language of the one who asks, begins with a byte order mark and has a name', async () => {
  const answer = await ask(`streets/${street.id}/merchants?format=csv`, 'ward', 'en');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename=co-so-hoang-dieu.csv');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  expect(new TextDecoder().decode(bytes)).toMatch(/^Name,House number or stall,/);
});

test('what a search, a worklist, a year of certificates, a city, a unit and a record show can be had as a file', async () => {
  await of.certified();
  expect((await csvOf('authorities/hong-bang/merchants?name=pho', 'officer')).map(([name]) => name)).toContain(
    'Phở "Hương", số 1\nhai dòng',
  );
  const board = `programmes/${of.town.programmeId}/board`;
  const all = await csvOf(board, 'officer');
  const certified = await csvOf(`${board}?states=certified`, 'officer');
  expect(certified.length).toBeGreaterThan(1);
  expect(new Set(certified.slice(1).map((row) => row[3]))).toEqual(new Set(['đã cấp giấy chứng nhận']));
  expect(all.length).toBeGreaterThanOrEqual(certified.length);
  expect(await csvOf(`${board}?kind=market`, 'officer')).toHaveLength(1);
  expect((await csvOf(`${board}?name=minh%20khai&wardId=minh-khai`, 'officer')).length).toBe(all.length);
  expect(await csvOf(`${board}?name=khong%20co`, 'officer')).toHaveLength(1);
  expect((await xlsxOf('certificates?authorityId=hong-bang&year=2023', 'leader'))[1]?.slice(0, 2)).toEqual(['01/GCN-UBND', 'Còn hiệu lực']);
  expect((await api.request(`/api/programmes/${of.town.programmeId}/summary`, as('officer'))).status).toBe(200);
  const [heads, row] = await csvOf('authorities/hai-phong/overview?year=2023', 'city', 'en');
  expect(heads?.slice(0, 3)).toEqual(['Unit', 'Programme', 'Year']);
  expect(row?.slice(0, 3)).toEqual(['Quận Hồng Bàng', 'Kế hoạch 274', '2023']);
  const person = await of.person();
  expect((await csvOf('authorities/hong-bang/people', 'admin')).map(([name]) => name)).toContain(person.name);
  expect((await csvOf(`history/street/${street.id}`))[1]?.[2]).toBe('Cán bộ Minh Khai');
});

const as = (who: keyof Situations['people']) => ({ headers: { authorization: `Bearer ${of.people[who].id}` } });

test('a street that nobody knows and a person who may not see it are refused before a file begins', async () => {
  expect((await ask(`streets/${uuidv7()}/merchants`)).status).toBe(404);
  const refused = await ask(`streets/${street.id}/merchants`, 'ward next door');
  expect(refused.status).toBe(403);
  expect(refused.headers.get('content-type')).toContain('problem+json');
});
