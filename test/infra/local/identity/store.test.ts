import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type IdentityStore, type IdentityTable, identityStore } from '../../../../infra/local/identity/store.ts';
import { aTable } from '../support/table.ts';

const day = 86_400;
let clock = new Date('2023-11-05T00:00:00.000Z');
let store: IdentityStore;
let table: IdentityTable;
let stop: () => Promise<void>;
beforeAll(async () => {
  const database = await aTable();
  table = database.table;
  stop = () => database.stop();
  store = identityStore(table, () => clock);
});
afterAll(() => stop());

const later = (days: number) => {
  clock = new Date(clock.getTime() + days * day * 1000);
};
const under = async (PK: string) =>
  (
    await table.doc.send(
      new QueryCommand({ TableName: table.name, KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': PK } }),
    )
  ).Items?.length;

test('a session that is used lives on, and what nobody uses is swept with its pointers', async () => {
  const sessions = store.adapter('Session');
  await sessions.upsert('used', { uid: 'u1', accountId: 'lan' }, 14 * day);
  await sessions.upsert('unused', { uid: 'u2', accountId: 'minh' }, 14 * day);
  later(10);
  await sessions.upsert('used', { uid: 'u1', accountId: 'lan' }, 14 * day);
  later(5);
  expect(await sessions.findByUid('u2')).toBeUndefined();
  later(1);

  expect(await store.sweepExpired()).toBe(1);
  expect(await sessions.findByUid('u1')).toEqual({ uid: 'u1', accountId: 'lan' });
  expect([await under('OIDCPERSON#lan'), await under('OIDCPERSON#minh'), await under('OIDCUID#Session#u2')]).toEqual([1, 0, 0]);
});

test('what belongs to a grant goes with it, of the kind that is asked for', async () => {
  const [refresh, codes] = [store.adapter('RefreshToken'), store.adapter('AuthorizationCode')];
  for (let n = 0; n < 40; n += 1) await refresh.upsert(`r${n}`, { grantId: 'g1' }, day);
  await refresh.upsert('other', { grantId: 'g2' }, day);
  await codes.upsert('code', { grantId: 'g1' }, 60);
  await refresh.revokeByGrantId('g1');
  expect([await refresh.find('r0'), await refresh.find('r39'), await refresh.find('other'), await codes.find('code')]).toEqual([
    undefined,
    undefined,
    { grantId: 'g2' },
    { grantId: 'g1' },
  ]);
  expect(await under('OIDCGRANT#g1')).toBe(1);
});

test('a token is used once, however many try at the same moment', async () => {
  const refresh = store.adapter('RefreshToken');
  await refresh.upsert('once', { grantId: 'g3' }, day);
  const tries = await Promise.allSettled([1, 2, 3].map(() => refresh.consume('once')));
  expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  expect(await refresh.find('once')).toEqual({ grantId: 'g3', consumed: Math.floor(clock.getTime() / 1000) });
});

test('an id that no key could hold is simply not there', async () => {
  expect(await store.adapter('Client').find('x'.repeat(5_000))).toBeUndefined();
});
