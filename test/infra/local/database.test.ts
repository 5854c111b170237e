import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { build } from 'esbuild';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, startDatabase } from '../../../infra/local/database.ts';
import { tableAt } from './support/table.ts';

const server = '.build/test/database-server.mjs';
let folder: string;
const servers: ChildProcess[] = [];

// A process of its own, so that it can be killed: it starts the database and prints what that answered.
const contents = `
import { startDatabase } from './infra/local/database.ts';
console.log(JSON.stringify(await startDatabase({ dataDir: process.argv[2] })));
setInterval(() => undefined, 1_000);`;

beforeAll(async () => {
  await build({
    stdin: { contents, resolveDir: process.cwd() },
    outfile: server,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pho-so-'));
});
afterEach(async () => {
  for (const each of servers.splice(0)) {
    if (each.signalCode === null && each.kill('SIGKILL')) await once(each, 'exit');
  }
  // Starting here once more stops an engine that a test left behind.
  const last = await startDatabase({ dataDir: folder });
  if (last.ok) await last.value.stop();
  rmSync(folder, { recursive: true });
});

test('what the registry has acknowledged is there after the database was killed', async () => {
  const first = await started(folder);
  const { doc, name } = await tableAt(first.endpoint, 'new');
  await doc.send(new PutCommand({ TableName: name, Item: { PK: 'STREET#1', SK: 'STREET', name: 'Điện Biên Phủ' } }));
  process.kill(first.pid, 'SIGKILL');
  expect(await first.exited).toBe('SIGKILL');

  const second = await started(folder);
  expect(await street(second.endpoint)).toBe('Điện Biên Phủ');
  await second.stop();
});

test('a killed server leaves its database behind, and the next start takes the folder over with everything in it', async () => {
  const [process1, answer1] = await serverOn(folder);
  const { doc, name } = await tableAt(answer1.value.endpoint, 'new');
  await doc.send(new PutCommand({ TableName: name, Item: { PK: 'STREET#1', SK: 'STREET', name: 'Điện Biên Phủ' } }));
  process1.kill('SIGKILL');
  await once(process1, 'exit');
  expect(isAlive(answer1.value.pid)).toBe(true);

  const second = await started(folder);
  expect(isAlive(answer1.value.pid)).toBe(false);
  expect(await street(second.endpoint)).toBe('Điện Biên Phủ');
  await second.stop();
});

test('Ctrl-C in a terminal ends the server and not the database under its last requests', async () => {
  const [process1, answer] = await serverOn(folder);
  process.kill(-(process1.pid ?? Number.NaN), 'SIGINT');
  await once(process1, 'exit');
  await tableAt(answer.value.endpoint, 'new');
  expect(isAlive(answer.value.pid)).toBe(true);
});

test('a second server on the same folder is refused, on the same port and on another, and the first works on', async () => {
  const [, first] = await serverOn(folder);
  await tableAt(first.value.endpoint, 'new');

  expect(await startDatabase({ dataDir: folder })).toMatchObject({ ok: false, failure: { code: 'data-in-use', pid: first.value.pid } });
  expect(await startDatabase({ dataDir: `${folder}/../${folder.split('/').at(-1)}`, port: 19_999 })).toMatchObject({
    ok: false,
    failure: { code: 'data-in-use' },
  });
  expect(await street(first.value.endpoint)).toBeUndefined();
});

test('of several servers that start at once on one folder, one gets it', async () => {
  const starts = await Promise.all(Array.from({ length: 4 }, () => startDatabase({ dataDir: folder })));
  const winners = starts.filter((each) => each.ok);
  expect(winners).toHaveLength(1);
  for (const each of starts) if (!each.ok) expect(['data-in-use', 'port-busy'], each.failure.detail).toContain(each.failure.code);
  await winners[0]?.value.stop();
});

test('a port that another program uses is named, and that program is left alone', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = address && typeof address === 'object' ? address.port : 0;

  expect(await startDatabase({ dataDir: folder, port })).toMatchObject({ ok: false, failure: { code: 'port-busy', port } });
  expect(other.listening).toBe(true);
  other.close();
});

test('databases in memory stand side by side and are empty', async () => {
  const [one, two] = [await started(), await started()];
  await tableAt(one.endpoint, 'new');
  await tableAt(two.endpoint, 'new');
  expect(await street(two.endpoint)).toBeUndefined();
  await Promise.all([one.stop(), two.stop()]);
  expect(isAlive(one.pid)).toBe(false);
});

async function started(dataDir?: string): Promise<Database> {
  const result = await startDatabase(dataDir === undefined ? {} : { dataDir });
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

async function serverOn(dataDir: string): Promise<[ChildProcess, { value: { endpoint: string; pid: number } }]> {
  const child = spawn(process.execPath, [server, dataDir], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  servers.push(child);
  const [line] = await once(child.stdout, 'data');
  return [child, JSON.parse(String(line))];
}

async function street(endpoint: string): Promise<unknown> {
  const { doc, name } = await tableAt(endpoint, 'there');
  return (await doc.send(new GetCommand({ TableName: name, Key: { PK: 'STREET#1', SK: 'STREET' } }))).Item?.['name'];
}

/** A process that has ended but was not yet collected by its parent (Z) is not alive. */
function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}
