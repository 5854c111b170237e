import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, unlinkSync } from 'node:fs';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from '../../functions/data/blobs.ts';
import { hasCode, placeOnce, writeSynced } from './durable-file.ts';

/** What the routes need beyond the port: checking an address, taking bytes as they come, and where a file lies. */
export type LocalBlobs = Omit<Blobs, 'stat'> & {
  /** Size in bytes, and what tells these very bytes from others: a download that broke off may go on while it is the same. */
  stat(key: string): Promise<{ size: number; tag: string } | undefined>;
  check(method: 'GET' | 'PUT', key: string, query: URLSearchParams): 'valid' | 'invalid' | 'expired';
  receive(key: string, bytes: AsyncIterable<Uint8Array>, wanted: { size: number; sha256: string }): Promise<Received>;
  pathOf(key: string): string;
};

/** How an upload ended: only `stored` and `exists` (the same bytes were there) mean that the file is on disk. */
export type Received = 'stored' | 'exists' | 'file-too-large' | 'file-incomplete' | 'file-damaged' | 'file-exists';

const uploadMinutes = 15;
const downloadMinutes = 10;
const incoming = '.incoming';

/**
 * Files on disk under `folder`, one per key, durable when a call returns.
 * `addressKey` signs the addresses (method, key, expiry and everything declared), `now` decides when they end.
 */
export function localBlobs({ folder, addressKey, now }: { folder: string; addressKey: string; now: () => Date }): LocalBlobs {
  mkdirSync(join(folder, incoming), { recursive: true, mode: 0o700 });
  // What an interrupted upload left behind was never promised to anybody.
  for (const name of readdirSync(join(folder, incoming))) unlinkSync(join(folder, incoming, name));

  const temporary = () => join(folder, incoming, randomUUID());
  const pathOf = (key: string) => join(folder, validKey(key));
  const signature = (method: string, key: string, query: URLSearchParams) =>
    createHmac('sha256', addressKey)
      .update(JSON.stringify([method, key, ...['expires', 'size', 'sha256', 'type', 'name'].map((name) => query.get(name))]))
      .digest('base64url');
  const address = (method: string, key: string, minutes: number, declared: Record<string, string>) => {
    const query = new URLSearchParams({ ...declared, expires: String(now().getTime() + minutes * 60_000) });
    query.set('signature', signature(method, validKey(key), query));
    return `/blobs/${key}?${query.toString()}`;
  };

  async function putOnce(key: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<'stored' | 'exists'> {
    const path = pathOf(key);
    if (await sizeOf(path)) return 'exists';
    const file = temporary();
    try {
      await writeSynced(file, bytes, 0o600);
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
    return placeOnce(file, path);
  }

  return {
    pathOf,

    async putOnce(key, bytes) {
      return putOnce(key, bytes);
    },

    async putOnceFrom(key, bytes) {
      return putOnce(key, bytes);
    },

    get: async (key) => orAbsent(readFile(pathOf(key))),

    stat: async (key) => sizeOf(pathOf(key)),

    async uploadAddress(key, { size, sha256, contentType }) {
      return {
        url: address('PUT', key, uploadMinutes, { size: String(size), sha256, type: contentType }),
        headers: { 'content-type': contentType },
      };
    },

    async downloadAddress(key, { name, contentType }) {
      return address('GET', key, downloadMinutes, { name, type: contentType });
    },

    check(method, key, query) {
      const [given, right] = [Buffer.from(query.get('signature') ?? ''), Buffer.from(signature(method, key, query))];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return 'invalid';
      return now().getTime() < Number(query.get('expires')) ? 'valid' : 'expired';
    },

    async receive(key, bytes, wanted) {
      const [path, file] = [pathOf(key), temporary()];
      try {
        const problem = await writeChecked(file, bytes, wanted);
        if (problem) return problem;
        if ((await placeOnce(file, path)) === 'stored') return 'stored';
        return (await hashOf(path)) === wanted.sha256 ? 'exists' : 'file-exists';
      } finally {
        await rm(file, { force: true });
      }
    },
  };
}

/** Segments of plain characters that do not begin with a dot: nothing that could leave the folder or mean something to a shell. */
function validKey(key: string): string {
  if (key.length > 300 || !/^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/.test(key)) throw new Error('not a key of a file');
  return key;
}

/** Writes what arrives until it is complete or wrong; in the end the file is synced, or there is a problem and the file is waste. */
async function writeChecked(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  wanted: { size: number; sha256: string },
): Promise<'file-too-large' | 'file-incomplete' | 'file-damaged' | undefined> {
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > wanted.size) return 'file-too-large';
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (size < wanted.size) return 'file-incomplete';
    if (hash.digest('hex') !== wanted.sha256) return 'file-damaged';
    await file.sync();
    return undefined;
  } finally {
    await file.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

async function sizeOf(path: string): Promise<{ size: number; tag: string } | undefined> {
  const found = await orAbsent(stat(path));
  // A file is written once, so that size and time of writing name its bytes, also when somebody restores another in its place.
  return found?.isFile() ? { size: found.size, tag: `${found.size.toString(36)}-${found.mtimeMs.toString(36)}` } : undefined;
}

async function orAbsent<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR') || hasCode(error, 'EISDIR')) return undefined;
    throw error;
  });
}
