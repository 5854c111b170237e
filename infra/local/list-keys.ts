import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ListKey, listKeys } from '../../functions/public/list-signer.ts';
import { hasCode, replaceFile } from './durable-file.ts';

/**
 * The keys with which this machine signs the list that devices keep, made at the first start and kept in `secrets/list-keys.json` for its
 * owner's eyes only. The first signs: a new one is put in front of it. A file that cannot be read is an error and never replaced.
 */
export async function storedListKeys(dataDir: string): Promise<ListKey[]> {
  const folder = join(dataDir, 'secrets');
  const path = join(folder, 'list-keys.json');
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (kept !== undefined) return parsed(kept, path);
  const made = [newListKey(new Date().toISOString().slice(0, 10))];
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await replaceFile(path, JSON.stringify(made), 0o600);
  return made;
}

/** A fresh key under this name. */
export const newListKey = (kid: string): ListKey =>
  ({ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), kid }) as ListKey;

function parsed(text: string, path: string): ListKey[] {
  try {
    return listKeys(text);
  } catch {
    throw new Error(`${path} is damaged: restore it from a backup, or move it away to begin with a new key.`);
  }
}
