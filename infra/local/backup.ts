import { createHash } from 'node:crypto';
import { constants, copyFileSync, createReadStream, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../shared/result.ts';
import { checkData } from './check-data.ts';
import { type DatabaseFailure, tableName } from './database.ts';
import { hasCode, replaceFile } from './durable-file.ts';
import { enginesServing } from './engine-process.ts';

/** What a backup holds, file by file with its SHA-256. It is written last: a folder without it is no backup. */
const Manifest = z.strictObject({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  records: z.int().check(z.describe('Records in the table')),
  unproven: z
    .array(z.string())
    .check(z.describe('What no audit entry proves: the copy of data that were damaged already is kept all the same')),
  unreadable: z
    .optional(z.array(z.string()))
    .check(z.describe('What the version that took the copy does not read: it is kept all the same')),
  files: z.array(z.strictObject({ path: z.string(), sha256: z.string(), size: z.int() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Why there is no backup, or nothing was restored; `detail` is a sentence for the person at the terminal. */
export type BackupFailure = DatabaseFailure | { code: 'nothing-there' | 'not-empty' | 'no-backup' | 'damaged'; detail: string };

const manifestName = 'manifest.json';
const databaseFiles = /^database\.sqlite(-wal|-journal)?$/;

/**
 * Copies a data folder (database, files, secrets) into the new folder `to`, also while the server runs: the database engine stands still
 * for the moment of the copy, which then is what a power cut would leave, and from that the engine recovers by itself. Files are never
 * changed once written and are written before the record that names them, so they are copied after the database, in peace. The copy is
 * opened and every record looked for in the audit entries, so that a backup of damaged data says so.
 */
export async function backup(dataDir: string, to: string, now: Date): Promise<Result<Manifest, BackupFailure>> {
  if (!existsSync(join(dataDir, 'database.sqlite')))
    return fail({ code: 'nothing-there', detail: `Không có dữ liệu trong ${dataDir}. / There are no data in ${dataDir}.` });
  if (existsSync(to) && readdirSync(to).length > 0) return fail(notEmpty(to));

  mkdirSync(to, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dataDir);
  copyAtRest(folder, to);
  for (const path of await filesBelow(folder)) {
    if (databaseFiles.test(path)) continue;
    await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    await copyFile(join(folder, path), join(to, path), constants.COPYFILE_FICLONE);
  }
  const found = await checkData(to, tableName);
  if (!found.ok) return found;
  const { records, unproven, unreadable } = found.value;
  const files: Manifest['files'] = [];
  for (const path of await filesBelow(to)) files.push(await described(to, path));
  const manifest: Manifest = {
    format: 1,
    takenAt: now.toISOString(),
    records,
    unproven,
    ...(unreadable.length > 0 && { unreadable }),
    files,
  };
  await replaceFile(join(to, manifestName), `${JSON.stringify(manifest, undefined, 1)}\n`, 0o600);
  return ok(manifest);
}

/**
 * Puts a backup into an empty or missing data folder, after every file was found to be what the manifest says. The folder gets its name
 * in the end, so a restore that is cut off leaves nothing that could be started.
 */
export async function restore(from: string, dataDir: string): Promise<Result<Manifest, BackupFailure>> {
  const manifest = await manifestOf(from);
  if (!manifest) return fail({ code: 'no-backup', detail: `${from} không phải là bản sao lưu trọn vẹn. / ${from} is no complete backup.` });
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) return fail(notEmpty(dataDir));
  for (const { path, sha256 } of manifest.files) {
    const found = await described(from, path).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    });
    if (found?.sha256 !== sha256) return fail(damaged(path));
  }

  const half = `${dataDir}.restoring`;
  await rm(half, { recursive: true, force: true });
  for (const { path } of manifest.files) {
    await mkdir(dirname(join(half, path)), { recursive: true, mode: 0o700 });
    await copyFile(join(from, path), join(half, path), constants.COPYFILE_FICLONE);
  }
  await rm(dataDir, { recursive: true, force: true });
  await rename(half, dataDir);
  return ok(manifest);
}

function copyAtRest(folder: string, to: string): void {
  const engines = enginesServing(join(folder, 'database.sqlite'));
  // Synchronous from stop to go: nothing of ours may run between, and an error still lets the engine go on.
  try {
    for (const engine of engines) engine.signal('SIGSTOP');
    for (const engine of engines) while (!engine.isStill());
    for (const name of readdirSync(folder).filter((each) => databaseFiles.test(each)))
      copyFileSync(join(folder, name), join(to, name), constants.COPYFILE_FICLONE);
  } finally {
    for (const engine of engines) engine.signal('SIGCONT');
  }
}

/** Every file below a folder, as a path from there, in order; unfinished ones, which begin with a dot, and sockets are left out. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('-shm'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

async function described(folder: string, path: string): Promise<Manifest['files'][number]> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(join(folder, path))) {
    hash.update(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
  }
  return { path, sha256: hash.digest('hex'), size };
}

async function manifestOf(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
    // A path that leads out of the folder is none of ours.
    return manifest.files.every(({ path }) => !path.startsWith('/') && !path.split('/').includes('..')) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

const damaged = (what: string): BackupFailure => ({
  code: 'damaged',
  detail: `Bị hỏng hoặc thiếu: ${what} / Damaged or missing: ${what}`,
});
const notEmpty = (folder: string): BackupFailure => ({
  code: 'not-empty',
  detail: `Thư mục ${folder} không trống: không ghi đè dữ liệu. / ${folder} is not empty: nothing is overwritten.`,
});
