import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Person, people } from '../../infra/local/story/client.ts';
import type { Import } from '../../shared/import.ts';
import type { Merchant } from '../../shared/merchant.ts';
import type { Programme } from '../../shared/programme.ts';
import type { Street } from '../../shared/street.ts';
import type { Summary } from '../../shared/summary.ts';

const rounds = Number(process.env['KILLS'] ?? 3);
const rows = 1200;
let folder: string;
let port: number;
let server: ChildProcess | undefined;

beforeAll(async () => {
  execFileSync('node', ['scripts/build.mjs', 'infra/local/main.ts']);
  folder = mkdtempSync(join(tmpdir(), 'pho-so-killed-'));
  port = await freePort();
});
afterAll(async () => {
  if (server?.exitCode === null && server.signalCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

test('an import is killed at a random point, by the server or by its database, and goes on after a restart: no shop lost, none twice', async () => {
  for (let round = 0; round < rounds; round++) {
    const ward = await start();
    const streetId = uuidv7();
    const details = { kind: 'street', name: `Lê Thánh Tông ${round}`, from: 'số 1', to: `số ${rows}` };
    await ward.send<Street>('POST', '/api/streets', { id: streetId, wardId: 'minh-khai', details });
    const id = uuidv7();
    const order = { id, plan: { source: { kind: 'pasted', text: list(round) }, rows: 'good-rows', leaveOut: [], distinct: [] } };
    const running = ward.send<Import>('POST', `/api/streets/${streetId}/imports`, order).then(
      () => 'answered',
      () => 'cut off',
    );
    await pause(100 + Math.random() * 700);
    const before = (await ward.get<Street>(`/api/streets/${streetId}`)).figures.merchants;
    if (round % 2 === 0) kill(server?.pid);
    else kill(databasePid());
    await running;
    await gone();

    const again = await start();
    const kept = await again.get<Street>(`/api/streets/${streetId}`);
    expect(kept.figures.merchants).toBeGreaterThanOrEqual(before);
    expect(await count(again, streetId)).toBe(kept.figures.merchants);
    let done = await again.send<Import>('POST', `/api/streets/${streetId}/imports`, order);
    while (done.state === 'running') done = await again.send<Import>('POST', `/api/streets/${streetId}/imports/${id}/continuation`, {});
    expect(done.written).toBe(rows);
    expect((await again.get<Street>(`/api/streets/${streetId}`)).figures).toMatchObject({ merchants: rows, cashless: rows });
    expect(await count(again, streetId)).toBe(rows);
    const { intact } = await again.get<{ intact: boolean }>(`/api/history/street/${streetId}`);
    expect(intact).toBe(true);
    server?.kill('SIGTERM');
    await gone();
  }
}, 600_000);

test('a server that is killed right after it has saved a dossier counts it when it starts again', async () => {
  const ward = await start();
  const office = await people(`http://localhost:${port}`)('kinhte');
  const [programme] = (await ward.get<{ items: Programme[] }>('/api/authorities/hong-bang/programmes')).items;
  const states = async (officer: Person) => (await officer.get<Summary>(`/api/programmes/${programme?.id}/summary`)).states;
  const before = (await states(office))['draft'] ?? 0;
  const street = uuidv7();
  await ward.send<Street>('POST', '/api/streets', { id: street, wardId: 'minh-khai', details: { kind: 'street', name: 'Bến Bính' } });
  await ward.send('POST', '/api/nominations', { id: uuidv7(), programmeId: programme?.id, streetId: street });
  kill(server?.pid);
  await gone();

  await start();
  const again = await people(`http://localhost:${port}`)('kinhte');
  await vi.waitFor(async () => expect((await states(again))['draft']).toBe(before + 1), { timeout: 10_000 });
}, 120_000);

/** Shops on a street, each row of the list counted once. */
async function count(ward: Person, streetId: string): Promise<number> {
  const seen = new Set<number>();
  let cursor = '';
  do {
    const page = await ward.get<{ items: Merchant[]; next?: string }>(`/api/streets/${streetId}/merchants?limit=200${cursor}`);
    for (const { imported } of page.items) {
      expect(seen.has(imported?.row ?? 0)).toBe(false);
      seen.add(imported?.row ?? 0);
    }
    cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
  } while (cursor);
  return seen.size;
}

const list = (round: number): string =>
  ['TT\tTên cơ sở\tSố nhà\tQR', ...Array.from({ length: rows }, (_, n) => `${n + 1}\tQuán ${round}-${n}\t${n + 1}\tx`)].join('\n');

/** Starts the product on the folder, waits until it is wholly loaded, and signs the ward in. */
async function start(): Promise<Person> {
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port), HOST: 'localhost', DEMO: 'on' };
  server = spawn(process.execPath, ['.build/main.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const origin = `http://localhost:${port}`;
  for (let n = 0; n < 300; n++) {
    const health = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (health?.status === 200) return people(origin)('minhkhai');
    await pause(100);
  }
  throw new Error('the server did not come up');
}

const kill = (pid: number | undefined): void => {
  if (pid === undefined) throw new Error('nothing to kill');
  process.kill(pid, 'SIGKILL');
};

async function gone(): Promise<void> {
  if (server && server.exitCode === null && server.signalCode === null) await once(server, 'exit');
}

/** The database that serves the folder: a child that our server started. */
function databasePid(): number {
  const ours = readdirSync('/proc').find(
    (pid) => /^\d+$/.test(pid) && commandOf(pid).includes('dynoxide') && commandOf(pid).includes(folder),
  );
  return Number(ours);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return address && typeof address === 'object' ? address.port : 0;
}
