import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup, restore } from '../../../infra/local/backup.ts';
import { checkData } from '../../../infra/local/check-data.ts';
import { startDatabase, tableName } from '../../../infra/local/database.ts';
import { startInstance } from '../../../infra/local/instance.ts';
import { people } from '../../../infra/local/scenario/client.ts';
import type { Certificate } from '../../../shared/certificates/certificate.ts';
import type { Street } from '../../../shared/streets/street.ts';
import { failureOf, must } from '../../support/instance.ts';
import { freePort } from '../../support/processes.ts';

let root: string;
let port: number;
const place = (name: string): string => join(root, name);
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pho-so-backup-'));
  port = await freePort();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const now = () => new Date();
// Always at the same address: it is part of the sign-in.
const running = async (dataDir: string) => must(await startInstance({ host: 'localhost', port, dataDir, demo: 'on', now, log: () => {} }));

test('a ward goes on entering streets while a backup is taken; the folder is lost, restored, and every record is there with its hash', async () => {
  const instance = await running(place('data'));
  const ward = await people(instance.origin)('minhkhai');
  const entered: string[] = [];
  const enter = async () => {
    const id = uuidv7();
    const details = { kind: 'street', name: `Lê Đại Hành ${entered.length}` };
    await ward.send<Street>('POST', '/api/streets', { id, wardId: 'minh-khai', details });
    entered.push(id);
  };
  for (let n = 0; n < 5; n++) await enter();
  const before = [...entered];
  const taking = backup(place('data'), place('busy'), now());
  let taken = false;
  void taking.then(() => {
    taken = true;
  });
  while (!taken) await enter();
  must(await taking);
  expect(entered.length).toBeGreaterThan(before.length);
  await instance.stop();

  expect(must(await backup(place('data'), place('quiet'), now())).unproven).toEqual([]);
  const was = must(await checkData(place('data'), tableName));
  expect(was.unproven).toEqual([]);
  expect(was.records).toBeGreaterThan(100);
  rmSync(place('data'), { recursive: true });

  must(await restore(place('quiet'), place('data')));
  expect(must(await checkData(place('data'), tableName))).toEqual(was);
  rmSync(place('data'), { recursive: true });

  must(await restore(place('busy'), place('data')));
  const again = await running(place('data'));
  const same = await people(again.origin)('minhkhai');
  for (const id of before) expect((await same.get<Street>(`/api/streets/${id}`)).id).toBe(id);
  const leader = await people(again.origin)('chutich');
  // The demonstration's dates go with today's, so its certificates are of this year or the last.
  const year = now().getFullYear();
  const lists = [year - 1, year].map((each) =>
    leader.get<{ items: Certificate[] }>(`/api/certificates?authorityId=hong-bang&year=${each}`),
  );
  const issued = (await Promise.all(lists)).flatMap(({ items }) => items);
  expect(issued.length).toBeGreaterThan(0);
  for (const { code } of issued) {
    const { url, sha256 } = await leader.get<{ url: string; sha256: string }>(`/api/certificates/${code}/file`);
    const bytes = await (await fetch(new URL(url, again.origin))).arrayBuffer();
    expect(Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')).toBe(sha256);
  }
  await again.stop();
});

test('a backup of data whose history was changed by hand is taken, and says what does not fit', async () => {
  const folder = place('tampered');
  must(await restore(place('busy'), folder));
  const database = must(await startDatabase({ dataDir: folder }));
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const doc = DynamoDBDocumentClient.from(client);
  const Key = { PK: 'AUTHORITY#minh-khai', SK: 'AUTHORITY' };
  const change = {
    UpdateExpression: 'SET #hash = :other',
    ExpressionAttributeNames: { '#hash': 'hash' },
    ExpressionAttributeValues: { ':other': 'x' },
  };
  await doc.send(new UpdateCommand({ TableName: tableName, Key, ...change }));
  client.destroy();
  await database.stop();
  expect(must(await backup(folder, place('doubted'), now())).unproven).toEqual(['AUTHORITY#minh-khai AUTHORITY']);
});

test('a backup with one changed byte, one that was cut off, and a folder that holds something are refused, and nothing is touched', async () => {
  const file = join(place('quiet'), 'files', firstFile(join(place('quiet'), 'files')));
  appendFileSync(file, 'x');
  const refused = failureOf(await restore(place('quiet'), place('elsewhere')));
  expect(refused).toMatchObject({ code: 'damaged', detail: expect.stringContaining(firstFile(join(place('quiet'), 'files'))) });
  expect(existsSync(place('elsewhere'))).toBe(false);

  rmSync(join(place('busy'), 'manifest.json'));
  expect(failureOf(await restore(place('busy'), place('elsewhere'))).code).toBe('no-backup');
  writeFileSync(join(root, 'note'), 'x');
  expect(failureOf(await restore(place('quiet'), root)).code).toBe('not-empty');
  expect(failureOf(await backup(place('data'), root, now())).code).toBe('not-empty');
  expect(failureOf(await backup(place('nowhere'), place('new'), now())).code).toBe('nothing-there');
});

const firstFile = (folder: string): string => String(readdirSync(folder, { recursive: true }).find((name) => /[.]pdf$/.test(String(name))));
