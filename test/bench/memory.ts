import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { people } from '../../infra/local/scenario/client.ts';
import { databasePid, freePort } from '../support/processes.ts';
import { type Line, memoryOf } from './measure.ts';

/** The product as `npm start` runs it: how soon it is healthy, and what it and its database hold, idle and after a large import. */
export async function memory(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pho-so-bench-'));
  const port = await freePort();
  const from = performance.now();
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port), HOST: 'localhost', DEMO: 'on' };
  const server = spawn(process.execPath, ['.build/main.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const origin = `http://localhost:${port}`;
    while ((await fetch(`${origin}/api/health`).catch(() => undefined))?.status !== 200) await pause(50);
    const healthy = performance.now() - from;
    const engine = databasePid(folder);
    const held = () => `${Math.round(memoryOf(server.pid ?? 0) + memoryOf(engine))} (database ${Math.round(memoryOf(engine))})`;
    const idle = held();
    const ward = await people(origin)('minhkhai');
    const street = uuidv7();
    await ward.send('POST', '/api/streets', { id: street, wardId: 'minh-khai', details: { kind: 'street', name: 'Lạch Tray' } });
    const rows = Array.from({ length: 5000 }, (_, n) => `${n + 1}\tQuán số ${n}\t${n + 1}\tx`);
    const text = ['TT\tTên cơ sở\tSố nhà\tQR', ...rows].join('\n');
    const plan = { source: { kind: 'pasted', text }, rows: 'good-rows', leaveOut: [], distinct: [] };
    await ward.send('POST', `/api/streets/${street}/imports`, { id: uuidv7(), plan });
    return [
      { what: 'start on an empty folder until healthy, seconds', wanted: '≤ 90', reached: (healthy / 1000).toFixed(1) },
      { what: 'memory of the product, demonstration loaded, MB', wanted: '≤ 250', reached: idle },
      { what: 'memory of the product after importing 5,000 rows, MB', wanted: '≤ 250', reached: held() },
    ];
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}
