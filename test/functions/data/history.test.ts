import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditEntry, isIntact } from '../../../functions/data/audit.ts';
import { get } from '../../../functions/data/read.ts';
import { change, creation, listed, save } from '../../../functions/data/save.ts';
import { key } from '../../../functions/data/table.ts';
import { history } from '../../../functions/history/history.ts';
import { findEntry } from '../../../functions/history/store.ts';
import { ImportId, Sha256 } from '../../../shared/ids.ts';
import type { Merchant } from '../../../shared/merchants/merchant.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { anInstance, failureOf, holding, type Instance, must } from '../../support/instance.ts';
import { aShop, saved } from './street.ts';

let fixture: Instance;
let clerk: Actor;
beforeAll(async () => {
  fixture = await anInstance();
  clerk = await fixture.person('Nguyễn Thị Phường', holding('ward', 'minh-khai'));
});
afterAll(() => fixture.stop());

/** A shop whose owner, then phone changed: three versions. */
async function aShopWithAPast(): Promise<Merchant> {
  const { table } = fixture.deps;
  const street = await saved(fixture, clerk);
  const shop = must(await save(table, creation(table, fixture.act(clerk), 'merchant.create', 'merchant', aShop(street.id))));
  const sold = must(
    await save(table, change(table, fixture.act(clerk), 'merchant.change', 'merchant', shop, { ...shop, owner: 'Trần Văn Bình' })),
  );
  return must(
    await save(
      table,
      change(table, fixture.act(clerk), 'merchant.change', 'merchant', sold, { ...sold, phone: '0987654321', place: '35A' }),
    ),
  );
}

const historyOf = async (shop: Merchant, by = clerk, limit = 50, cursor?: string) =>
  history(fixture.deps, by, { type: 'merchant', id: shop.id, streetId: shop.streetId }, limit, cursor);
const nameOf = (shop: Merchant) => `MERCHANT#${shop.id}`;

/** Rewrites a stored entry, as somebody with the database in hand could. */
async function tamper(shop: Merchant, version: number, with_: (entry: AuditEntry) => AuditEntry): Promise<void> {
  const { table } = fixture.deps;
  const { Item } = await table.doc.send(new GetCommand({ TableName: table.name, Key: key.audit(nameOf(shop), version) }));
  await table.doc.send(new PutCommand({ TableName: table.name, Item: { ...Item, data: with_(Item?.['data'] as AuditEntry) } }));
}

test('the history of a shop tells who changed what, in order, and is whole', async () => {
  const page = must(await historyOf(await aShopWithAPast()));
  expect(page.intact).toBe(true);
  expect(page.items.map((step) => [step.version, step.action, step.byName])).toEqual([
    [1, 'merchant.create', 'Nguyễn Thị Phường'],
    [2, 'merchant.change', 'Nguyễn Thị Phường'],
    [3, 'merchant.change', 'Nguyễn Thị Phường'],
  ]);
  expect(page.items[1]?.changes).toEqual([{ field: 'owner', was: 'Nguyễn Thị Hương', now: 'Trần Văn Bình' }]);
});

test('accounts are masked in the history of a shop', async () => {
  const page = must(await historyOf(await aShopWithAPast()));
  expect(JSON.stringify(page)).toContain('••••7859');
  expect(JSON.stringify(page)).not.toContain('0011004437859');
});

test('page by page the history is the same and each page is checked against the one before', async () => {
  const shop = await aShopWithAPast();
  const first = must(await historyOf(shop, clerk, 2));
  const second = must(await historyOf(shop, clerk, 2, first.next));
  expect([...first.items, ...second.items].map((step) => step.version)).toEqual([1, 2, 3]);
  expect([first.intact, second.intact]).toEqual([true, true]);

  await tamper(shop, 2, (entry) => ({ ...entry, hash: 'f'.repeat(64) }));
  expect(must(await historyOf(shop, clerk, 2, first.next)).intact).toBe(false);
});

test.each<[string, (entry: AuditEntry) => AuditEntry]>([
  ['the place was never 35A', (entry) => ({ ...entry, changes: [] })],
  ['somebody else did it', (entry) => ({ ...entry, by: clerk.id.replace(/^./, (c) => (c === '0' ? '1' : '0')) as AuditEntry['by'] })],
  [
    'another phone was entered',
    (entry) => ({ ...entry, personal: { salt: entry.personal?.salt ?? '', values: [{ field: 'phone', now: '0900000000' }] } }),
  ],
])('an entry that was changed afterwards is found: %s', async (_, changed) => {
  const shop = await aShopWithAPast();
  await tamper(shop, 3, changed);
  expect(must(await historyOf(shop)).intact).toBe(false);
});

test('an entry changed together with its hash no longer fits the entry after it, nor the last one its record', async () => {
  const forge = async (version: number) => {
    const [shop, other] = [await aShopWithAPast(), await aShopWithAPast()];
    const forged = (await findEntry(fixture.deps.table, nameOf(other), version)) as AuditEntry;
    expect(isIntact(forged)).toBe(true);
    await tamper(shop, version, () => forged);
    return must(await historyOf(shop)).intact;
  };
  expect([await forge(1), await forge(2), await forge(3)]).toEqual([false, false, false]);
});

test('an entry that is gone is missed, the last one too', async () => {
  const { DeleteCommand } = await import('@aws-sdk/lib-dynamodb');
  const { table } = fixture.deps;
  for (const version of [1, 2, 3]) {
    const shop = await aShopWithAPast();
    await table.doc.send(new DeleteCommand({ TableName: table.name, Key: key.audit(nameOf(shop), version) }));
    expect(must(await historyOf(shop)).intact).toBe(false);
  }
});

function erased(entry: AuditEntry): AuditEntry {
  const { personal: _, ...rest } = entry;
  return rest;
}

test("erasing an owner's personal values and their salt leaves the chain whole and the values nowhere", async () => {
  const shop = await aShopWithAPast();
  for (const version of [1, 2, 3]) await tamper(shop, version, erased);
  const page = must(await historyOf(shop));
  expect(page.intact).toBe(true);
  expect(JSON.stringify(page)).not.toMatch(/Hương|Bình|0912345678|0987654321/);
  expect(page.items[1]).toMatchObject({ changes: [], erased: ['owner'] });
  expect(page.items[2]?.changes).toEqual([{ field: 'place', was: '35', now: '35A' }]);
});

test('equal phones of two shops leave different traces, so nobody finds one by guessing', async () => {
  const [one, two] = [await aShopWithAPast(), await aShopWithAPast()];
  const sealed = async (shop: Merchant) => (await findEntry(fixture.deps.table, nameOf(shop), 3))?.sealed?.[0];
  expect((await sealed(one))?.field).toBe('phone');
  expect((await sealed(one))?.commitment).not.toBe((await sealed(two))?.commitment);
});

test('the reason that was given cannot be rewritten either', async () => {
  const { table } = fixture.deps;
  const shop = await aShopWithAPast();
  const act = { ...fixture.act(clerk), note: 'Chủ cũ xin đổi' };
  must(await save(table, change(table, act, 'merchant.change', 'merchant', shop, { ...shop, place: '37' })));
  expect(must(await historyOf(shop)).items[3]).toMatchObject({ note: 'Chủ cũ xin đổi' });
  await tamper(shop, 4, (entry) => ({ ...entry, note: 'Phường tự đổi' }));
  expect(must(await historyOf(shop)).intact).toBe(false);
});

test('a record that was changed without an entry gives itself away', async () => {
  const { table } = fixture.deps;
  const shop = await aShopWithAPast();
  const at = key.merchant(shop.streetId, shop.id);
  await table.doc.send(
    new UpdateCommand({
      TableName: table.name,
      Key: at,
      UpdateExpression: 'SET #version = :four',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':four': 4 },
    }),
  );
  expect((await get(table, 'merchant', at))?.version).toBe(4);
  expect(must(await historyOf(shop)).intact).toBe(false);
});

test('the neighbouring ward does not read the history of this shop, the officer above does', async () => {
  const shop = await aShopWithAPast();
  const neighbour = await fixture.person('Lý Thị Bên', holding('ward', 'ha-ly'));
  const officer = await fixture.person('Trần Thị Kinh Tế', holding('officer', 'hong-bang'));
  expect(failureOf(await historyOf(shop, neighbour)).code).toBe('not-permitted');
  expect(must(await historyOf(shop, officer)).items).toHaveLength(3);
});

test('the history of an imported shop begins with the import that brought it, and misses its entry when it is gone', async () => {
  const { DeleteCommand } = await import('@aws-sdk/lib-dynamodb');
  const { table } = fixture.deps;
  const { id: streetId, wardId, above } = await saved(fixture, clerk);
  const importId = ImportId.parse(uuidv7());
  const shop = { ...aShop(streetId), imported: { importId, row: 7 } };
  const source = { kind: 'file', sha256: Sha256.parse('a'.repeat(64)), name: 'Minh Khai.xlsx' } as const;
  const plan = { source, rows: 'all' as const, leaveOut: [], distinct: [] };
  const counts = { total: 1, written: 1, lastRow: 7, startedAt: shop.createdAt, doneAt: shop.createdAt };
  const record = { id: importId, streetId, wardId, above, plan, state: 'done' as const, ...counts };
  const act = fixture.act(clerk);
  const made = creation(table, act, 'import.start', 'import', record, [`MERCHANT#${shop.id}`]);
  const row = listed(table, act, 'merchant', shop, made.record.trail.hash);
  must(await save(table, made, [row.write]));
  expect(must(await historyOf(row.record))).toMatchObject({ intact: true, items: [{ version: 1, action: 'import.start', changes: [] }] });

  const moved = { ...row.record, place: '37' };
  must(await save(table, change(table, fixture.act(clerk), 'merchant.change', 'merchant', row.record, moved)));
  const page = must(await historyOf(row.record));
  expect(page).toMatchObject({ intact: true, items: [{ version: 1 }, { version: 2, action: 'merchant.change' }] });

  await table.doc.send(new DeleteCommand({ TableName: table.name, Key: key.audit(`IMPORT#${importId}`, 1) }));
  expect(must(await historyOf(row.record)).intact).toBe(false);
});
