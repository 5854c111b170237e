import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkTable } from '../../../functions/data/check-table.ts';
import { createTable, key } from '../../../functions/data/table.ts';
import { findStreet } from '../../../functions/streets/store.ts';
import { bringBack } from '../../../infra/aws/restore-items.ts';
import { type Situations, situations } from '../../functions/http/situations.ts';

let of: Situations;
let copy: string;
beforeAll(async () => {
  of = await situations();
});
afterAll(() => of.town.stop());

const table = () => of.town.deps.table;
const scan = async (name: string) => (await table().doc.send(new ScanCommand({ TableName: name, ConsistentRead: true }))).Items ?? [];
/** As point-in-time recovery gives it: a table of its own with what the living one held. */
beforeEach(async () => {
  await of.certified();
  copy = `restored-${uuidv7()}`;
  await createTable(table().doc as unknown as DynamoDBClient, copy);
  for (const Item of await scan(table().name)) await table().doc.send(new PutCommand({ TableName: copy, Item }));
});
const compared = (more: { partition?: string; write?: boolean } = {}) =>
  bringBack(table().doc, { from: copy, to: table().name, write: false, ...more });

test('records that were lost or spoilt are put back as they were, and what a ward has entered since stays', async () => {
  const { doc, name } = table();
  const [lost, spoilt] = [await of.street(), await of.street()];
  for (const { id } of [lost, spoilt])
    for (const Item of (await scan(name)).filter(({ PK }) => PK === key.street(id).PK))
      await doc.send(new PutCommand({ TableName: copy, Item }));
  const whole = await scan(copy);
  await doc.send(new DeleteCommand({ TableName: name, Key: key.street(lost.id) }));
  await doc.send(new PutCommand({ TableName: name, Item: { ...key.street(spoilt.id), type: 'street', data: { name: '???' } } }));
  const since = await of.street();

  const before = await compared();
  expect(before).toEqual({ same: whole.length - 2, different: 1, missing: 1 });
  expect(await findStreet(table(), lost.id)).toBeUndefined();
  expect(await compared({ write: true })).toEqual(before);
  expect(await compared()).toEqual({ same: whole.length, different: 0, missing: 0 });
  expect([await findStreet(table(), lost.id), await findStreet(table(), spoilt.id)]).toEqual([lost, spoilt]);
  expect(await findStreet(table(), since.id)).toEqual(since);
  expect((await checkTable(doc, name)).unproven).toEqual([]);
});

test('one partition alone is brought back, and the rest is not looked at', async () => {
  const { doc, name } = table();
  const shop = await of.merchant();
  const other = await of.street();
  for (const Item of await scan(name)) await doc.send(new PutCommand({ TableName: copy, Item }));
  for (const Key of [key.merchant(shop.streetId, shop.id), key.street(other.id)])
    await doc.send(new DeleteCommand({ TableName: name, Key }));
  expect(await compared({ partition: key.street(shop.streetId).PK, write: true })).toMatchObject({ missing: 1 });
  expect(await compared({ partition: key.street(shop.streetId).PK })).toMatchObject({ missing: 0 });
  expect(await findStreet(table(), other.id)).toBeUndefined();
});

test('a town that was lost altogether stands again from its copy, every record with its proof', async () => {
  const { doc, name } = table();
  const was = await checkTable(doc, name);
  for (const { PK, SK } of await scan(name)) await doc.send(new DeleteCommand({ TableName: name, Key: { PK, SK } }));
  expect((await checkTable(doc, name)).records).toBe(0);
  expect(await compared({ write: true })).toMatchObject({ same: 0, different: 0 });
  expect(await checkTable(doc, name)).toEqual(was);
});
