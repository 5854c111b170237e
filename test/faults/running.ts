import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { databasePid, freePort } from '../support/processes.ts';

export type Running = Awaited<ReturnType<typeof running>>;

/** The product as a process of its own on a folder of its own, which can be killed and started again. */
export async function running() {
  execFileSync('node', ['scripts/build.mjs', 'infra/local/main.ts']);
  const folder = mkdtempSync(join(tmpdir(), 'pho-so-killed-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let server: ChildProcess | undefined;

  const gone = async (): Promise<void> => {
    if (server && server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  };
  const stop = async (): Promise<void> => {
    server?.kill('SIGTERM');
    await gone();
  };
  return {
    origin,
    stop,
    /** Waits until it is wholly loaded. */
    async start(): Promise<void> {
      const env = { ...process.env, DATA_DIR: folder, PORT: String(port), HOST: 'localhost', DEMO: 'on' };
      server = spawn(process.execPath, ['.build/main.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
      for (let n = 0; n < 300; n++) {
        const health = await fetch(`${origin}/api/health`).catch(() => undefined);
        if (health?.status === 200) return;
        if (server.exitCode !== null) break;
        await pause(100);
      }
      throw new Error('the server did not come up');
    },
    /** Kills the server, or its database, which takes the server with it. */
    async kill(which: 'server' | 'database'): Promise<void> {
      const pid = which === 'server' ? server?.pid : databasePid(folder);
      if (!pid) throw new Error('nothing to kill');
      process.kill(pid, 'SIGKILL');
      await gone();
    },
    async end(): Promise<void> {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
