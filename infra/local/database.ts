import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, realpathSync, unlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Engine, enginesServing, ownerMark, ownerVariable } from './engine-process.ts';

/** The name of the one table on one machine. */
export const tableName = 'pho-so';

/** A running database engine. `exited` resolves when it has ended, asked or not, and says how; `stop` is safe to repeat. */
export type Database = { endpoint: string; pid: number; exited: Promise<string>; stop: () => Promise<void> };

/** Why the database did not start; `detail` is a sentence for the person at the terminal. */
export type DatabaseFailure =
  | { code: 'data-in-use'; folder: string; pid: number; detail: string }
  | { code: 'port-busy'; port: number; detail: string }
  | { code: 'no-engine'; platform: string; detail: string }
  | { code: 'engine-failed'; detail: string };

/**
 * Starts the embedded DynamoDB engine and waits until it answers.
 * With `dataDir` the data live in `<dataDir>/database.sqlite` and survive kill -9; without it they live in memory (tests).
 * One port per folder is the lock: it follows from the folder's real path unless `port` is given, and the engine refuses a port
 * that is taken. An engine that a killed process left behind on this folder is stopped first; one that is in use is left alone.
 */
export async function startDatabase(where: { dataDir?: string; port?: number }): Promise<Result<Database, DatabaseFailure>> {
  const binary = engineBinary();
  if (!binary) {
    const platform = `${process.platform}-${process.arch}`;
    return fail({
      code: 'no-engine',
      platform,
      detail: `Không có cơ sở dữ liệu nhúng cho ${platform}: đặt DYNAMODB_ENDPOINT là địa chỉ của một DynamoDB. / No embedded database for ${platform}: set DYNAMODB_ENDPOINT to any DynamoDB.`,
    });
  }

  const folder = where.dataDir === undefined ? undefined : existing(where.dataDir);
  const file = folder && join(folder, 'database.sqlite');
  for (const engine of enginesServing(file)) {
    if (file && !engine.abandoned)
      return fail({
        code: 'data-in-use',
        folder: folder ?? '',
        pid: engine.pid,
        detail: `Máy chủ khác (tiến trình ${engine.pid}) đang dùng thư mục ${folder}. / Another server (process ${engine.pid}) uses ${folder}.`,
      });
    if (engine.abandoned) await end(engine);
  }

  const port = where.port ?? (folder ? portOf(folder) : await freePort());
  if (await answers(port))
    return fail({ code: 'port-busy', port, detail: `Another program uses port ${port} of this machine; stop it, or choose another port.` });

  const log = unnamedFile();
  // Its own process group: Ctrl-C in a terminal must not end the database before the server has finished its last requests.
  const child = spawn(binary, ['serve', '--port', String(port), ...(file ? ['--db-path', file] : [])], {
    detached: true,
    stdio: ['ignore', 'ignore', log],
    env: { [ownerVariable]: ownerMark() },
  });
  const started = await listening(child, log);
  closeSync(log);
  if (started !== 'listening')
    return fail(/in use/.test(started) ? { code: 'port-busy', port, detail: started } : { code: 'engine-failed', detail: started });
  return ok(handle(child, port, folder === undefined));
}

function engineBinary(): string | undefined {
  const program = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/${program}`);
  } catch {
    return undefined; // An optional dependency: absent on other platforms.
  }
}

function existing(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return realpathSync(folder);
}

/** Below 32768, where Linux begins to hand out ports for outgoing connections. */
const portOf = (folder: string): number => 20_000 + (createHash('sha256').update(folder).digest().readUInt32BE() % 12_000);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** A file rather than a pipe: writing to the pipe of a killed parent would end the engine. */
function unnamedFile(): number {
  const path = join(tmpdir(), `pho-so-database-${process.pid}-${process.hrtime.bigint()}.log`);
  const log = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return log;
}

/** Waits for the engine's own word, because an answer on the port could come from another program. */
async function listening(child: ChildProcess, log: number): Promise<string> {
  let gone: string | undefined;
  child.once('error', (error) => {
    gone = error.message;
  });
  child.once('exit', (code, signal) => {
    gone = `The database engine ended (${signal ?? code}).`;
  });
  const answer = Buffer.alloc(4096);
  for (let waited = 0; waited < 10_000; waited += 2) {
    const text = answer.toString('utf8', 0, readSync(log, answer, 0, answer.length, 0));
    if (text.includes('listening on')) return 'listening';
    if (gone) return text.trim() || gone;
    await pause(2);
  }
  child.kill('SIGKILL');
  return 'The database engine did not answer within 10 seconds.';
}

function handle(child: ChildProcess, port: number, inMemory: boolean): Database {
  const exited = new Promise<string>((resolve) => child.once('exit', (code, signal) => resolve(String(signal ?? code))));
  const kill = () => child.kill('SIGKILL');
  if (inMemory) process.once('exit', kill); // Nothing to save, and a test that ends early should leave nothing behind.
  void exited.then(() => process.off('exit', kill));
  // The engine alone does not keep this process alive.
  child.unref();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    exited,
    stop: async () => {
      child.ref();
      child.kill('SIGTERM');
      const late = setTimeout(kill, 3_000);
      await exited;
      clearTimeout(late);
    },
  };
}

async function end(engine: Engine): Promise<void> {
  for (const [signal, timeout] of [
    ['SIGTERM', 3_000],
    ['SIGKILL', 3_000],
  ] as const) {
    for (let waited = 0; waited < timeout && engine.alive(); waited += 5) {
      if (waited === 0) engine.signal(signal);
      await pause(5);
    }
  }
}
