import { readFile } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit, continueImport } from '../../../functions/merchants/commit.ts';
import { duplicates } from '../../../functions/merchants/duplicates.ts';
import { type ImportPreview, preview } from '../../../functions/merchants/preview.ts';
import { allMerchantsOf } from '../../../functions/merchants/store.ts';
import { findStreet } from '../../../functions/streets/store.ts';
import { AuthorityId, ImportId } from '../../../shared/ids.ts';
import type { ImportPlan, ImportSource } from '../../../shared/merchants/import.ts';
import type { Street } from '../../../shared/streets/street.ts';
import { failureOf, must } from '../../support/instance.ts';
import { aFixture, type Fixture } from './merchant-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());

const ward = AuthorityId.parse('phan-boi-chau');
const anId = () => ImportId.parse(uuidv7());
const aPlan = (source: ImportSource, more: Partial<ImportPlan> = {}): ImportPlan => ({
  source,
  rows: 'all',
  leaveOut: [],
  distinct: [],
  ...more,
});
const look = async (source: ImportSource, street?: Street): Promise<ImportPreview> =>
  must(await preview(fixture.deps, fixture.people.ward, ward, { source, ...(street && { streetId: street.id }) }));
const start = (street: Street, plan: ImportPlan, id = anId()) =>
  commit(fixture.deps, fixture.act(fixture.people.ward, id), street.id, id, plan);
const sameRows = (seen: ImportPreview) =>
  seen.reading[0]?.duplicates.filter((pair) => pair.strength === 'same').map(({ row }) => row) ?? [];
const maybeRows = (seen: ImportPreview) =>
  seen.reading[0]?.duplicates.filter((pair) => pair.strength === 'maybe').map(({ row }) => row) ?? [];
const pasted = (...rows: string[][]): ImportSource => ({
  kind: 'pasted',
  text: [['Tên cơ sở', 'Số nhà', 'Điện thoại', 'QR'], ...rows].map((row) => row.join('\t')).join('\n'),
});

const expected = JSON.parse(
  await readFile(new URL('../../../infra/local/demo-data/wards/expected.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, number> & { street: string }>;

describe.each(Object.entries(expected))('the list %s', (file, figures) => {
  test('gives the figures that the ward counted, once its doubles are left out', async () => {
    const source = await fixture.uploaded(file);
    const street = await fixture.street(figures.street as unknown as string);
    const seen = await look(source, street);
    const leaveOut = sameRows(seen);
    const done = must(await start(street, aPlan(source, { leaveOut, distinct: maybeRows(seen) })));
    expect(done).toMatchObject({ state: 'done', total: figures['imported'], written: figures['imported'] });

    const { figures: counted } = (await findStreet(fixture.deps.table, street.id)) as Street;
    const { merchants, cashless, qr, card, wallet, mobileMoney, twoMethods, eInvoice, commitment } = counted;
    expect(figures).toMatchObject({ imported: merchants, cashless, qr, pos: card, wallet, mobileMoney, twoMethods, eInvoice, commitment });
    expect(must(await duplicates(fixture.deps, fixture.people.ward, street.id))).toEqual([]);
  });
});

test('a preview writes nothing', async () => {
  const street = await fixture.street('Xem trước');
  await look(await fixture.uploaded('phan-boi-chau_tam-bac.xlsx'), street);
  expect(await allMerchantsOf(fixture.deps.table, street.id)).toEqual([]);
});

test('the same import sent again, or twice at once, writes every row once and in the order of the list', async () => {
  const street = await fixture.street('Chợ Sắt');
  const plan = aPlan(await fixture.uploaded('phan-boi-chau_cho-sat.xlsx'));
  const id = anId();
  const both = (await Promise.all([start(street, plan, id), start(street, plan, id)])).map(must);
  expect(both.map(({ state }) => state)).toEqual(['done', 'done']);
  const merchants = await allMerchantsOf(fixture.deps.table, street.id);
  const rows = merchants.map(({ imported }) => imported?.row ?? 0);
  expect(rows).toHaveLength(310);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  expect((await findStreet(fixture.deps.table, street.id))?.figures.merchants).toBe(310);

  expect(must(await start(street, plan, id))).toEqual(both[0]);
  expect(must(await continueImport(fixture.deps, fixture.act(fixture.people.ward), street.id, id))).toEqual(both[0]);
  expect(failureOf(await start(street, { ...plan, leaveOut: [20] }, id)).code).toBe('import-elsewhere');
  const elsewhere = await fixture.street('Nơi khác');
  expect(failureOf(await start(elsewhere, plan, id)).code).toBe('import-elsewhere');
  expect(await allMerchantsOf(fixture.deps.table, elsewhere.id)).toEqual([]);
});

test('an import that is interrupted goes on where it stopped', async () => {
  const street = await fixture.street('Chợ Sắt 2');
  const plan = aPlan(await fixture.uploaded('phan-boi-chau_cho-sat.xlsx'));
  const id = anId();
  const { ward: staff } = fixture.people;
  // Each look at the clock is half a minute later, so that every call ends after one transaction.
  let looks = 0;
  const slow = { ...fixture.deps, now: () => new Date(fixture.clock.at.getTime() + 30_000 * looks++) };
  const first = must(await commit(slow, fixture.act(staff, id), street.id, id, plan));
  expect(first).toMatchObject({ state: 'running', written: 97, total: 310 });
  expect(await allMerchantsOf(fixture.deps.table, street.id)).toHaveLength(97);
  expect((await findStreet(fixture.deps.table, street.id))?.figures.merchants).toBe(97);

  const done = must(await continueImport(fixture.deps, fixture.act(staff), street.id, id));
  expect(done).toMatchObject({ state: 'done', written: 310, startedAt: first.startedAt });
  expect(await allMerchantsOf(fixture.deps.table, street.id)).toHaveLength(310);
  expect((await findStreet(fixture.deps.table, street.id))?.figures.merchants).toBe(310);
});

test('a list with a faulty row or an undecided double is refused whole, until the person decides', async () => {
  const street = await fixture.street('Lê Lợi');
  await fixture.merchant(street, { name: 'Phở Hương', place: '12' });
  const source = pasted(
    ['Bánh Mì Que', '3', '0912345678', 'x'],
    ['', '5', '', ''],
    ['Chè Thái', '7', 'không rõ số', 'x'],
    ['PHO HUONG', 'Số 12', '', ''],
    ['Bún Cá', '9', '0912345678', ''],
  );
  expect(failureOf(await start(street, aPlan(source)))).toEqual({ code: 'import-not-clean', rows: [3, 4], duplicates: [5, 6] });
  expect(failureOf(await start(street, aPlan(source, { rows: 'good-rows', leaveOut: [5] })))).toMatchObject({ rows: [], duplicates: [6] });
  expect(await allMerchantsOf(fixture.deps.table, street.id)).toHaveLength(1);

  const done = must(await start(street, aPlan(source, { rows: 'good-rows', leaveOut: [5], distinct: [6] })));
  expect(done).toMatchObject({ state: 'done', written: 3 });
  expect(done.plan.source).not.toHaveProperty('text');
  expect(must(await duplicates(fixture.deps, fixture.people.ward, street.id))).toEqual([]);
});

test('a file that has not arrived, or is none, is refused by name', async () => {
  const street = await fixture.street('Quang Trung');
  const source = await fixture.upload('list.xlsx', Buffer.from('PK\x03\x04 not a workbook'));
  expect(failureOf(await start(street, aPlan(source)))).toEqual({ code: 'file-refused', reason: 'file-unreadable', params: {} });
  const missing = { ...source, sha256: source.sha256.replace(/./g, '0') as typeof source.sha256 };
  expect(failureOf(await start(street, aPlan(missing))).code).toBe('file-missing');
  const list = await fixture.uploaded('phan-boi-chau_tam-bac.xlsx');
  expect(failureOf(await start(street, aPlan({ ...list, sheet: 'Trang 9' }))).code).toBe('sheet-missing');
  expect(failureOf(await start(street, aPlan({ kind: 'pasted', text: 'xin chào' }))).code).toBe('not-a-list');
});

test('another ward neither previews nor imports here', async () => {
  const street = await fixture.street('Hạ Lý');
  const { otherWard } = fixture.people;
  const source = pasted(['Phở', '1', '', '']);
  expect(failureOf(await preview(fixture.deps, otherWard, ward, { source })).code).toBe('not-permitted');
  const id = anId();
  expect(failureOf(await commit(fixture.deps, fixture.act(otherWard, id), street.id, id, aPlan(source))).code).toBe('not-permitted');
});
