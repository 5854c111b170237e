import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Replaces the file at `path` so that a power cut leaves the old or the new content, never a part. `mode` as in chmod. */
export async function replaceFile(path: string, bytes: Uint8Array | string, mode: number): Promise<void> {
  const temporary = join(dirname(path), `.${randomUUID()}`);
  await writeSynced(temporary, bytes, mode);
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Writes a new file and waits until the disk has it; the name itself is durable only after its folder was synced. */
export async function writeSynced(path: string, bytes: Uint8Array | string | AsyncIterable<Uint8Array>, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    if (typeof bytes === 'string' || bytes instanceof Uint8Array) await file.writeFile(bytes);
    else for await (const part of bytes) await file.writeFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives a synced temporary file its final name unless that is taken, and removes the temporary one; says whether it was new. */
export async function placeOnce(temporary: string, path: string): Promise<'stored' | 'exists'> {
  const firstMade = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    // A link fails where something is already, a rename would replace it.
    await link(temporary, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return 'exists';
    throw error;
  } finally {
    await unlink(temporary);
  }
  await syncFolder(dirname(path));
  for (let folder = dirname(path); firstMade && folder !== dirname(firstMade); folder = dirname(folder)) await syncFolder(dirname(folder));
  return 'stored';
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether the error of a file operation has this code, for example ENOENT. */
export const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
