import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Signer } from '../../functions/certificates/signature/signer.ts';
import { hasCode, replaceFile } from './durable-file.ts';
import { selfSigned } from './self-signed.ts';

/** What the key's certificate says of itself, so that nobody takes it for one of the State's. */
export const testKeyName = 'Phố Số – khóa thử nghiệm tự ký (self-signed test key)';

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/));
const StoredKey = z.strictObject({
  /** PKCS#8 in DER. */
  privateKey: base64,
  /** X.509 in DER. */
  certificate: base64,
});
type StoredKey = z.infer<typeof StoredKey>;

/**
 * The key with which this machine signs certificates, made at the first start and kept in `secrets/certificate-key.json` for its owner's
 * eyes only. A file that cannot be read is an error and never replaced. Another key is made by moving the file away: what the old one
 * signed still verifies, because its certificate stays in the register.
 */
export async function storedSigningKey(dataDir: string, now: Date): Promise<Signer> {
  const folder = join(dataDir, 'secrets');
  const path = join(folder, 'certificate-key.json');
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (kept !== undefined) return signerOf(parsed(kept, path));
  const made = newKey(now);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await replaceFile(path, JSON.stringify(made), 0o600);
  return signerOf(made);
}

/** A fresh key, for an instance that keeps nothing. */
export const newSigningKey = (now: Date): Signer => signerOf(newKey(now));

const years = 10;
/** A certificate is dated with its day of issue, and leadership may have decided before this key was made. */
const yearsBack = 2;

function newKey(now: Date): StoredKey {
  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [from, until] = [new Date(now), new Date(now)];
  from.setUTCFullYear(now.getUTCFullYear() - yearsBack);
  until.setUTCFullYear(now.getUTCFullYear() + years);
  const certificate = selfSigned({ name: testKeyName, key, from, until });
  return {
    privateKey: key.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    certificate: Buffer.from(certificate).toString('base64'),
  };
}

function signerOf({ privateKey, certificate }: StoredKey): Signer {
  const key = keyOf(privateKey);
  return {
    chain: [new Uint8Array(Buffer.from(certificate, 'base64'))],
    sign: async (message) => sign('sha256', message, key),
  };
}

const keyOf = (pkcs8: string): KeyObject => createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), type: 'pkcs8', format: 'der' });

function parsed(text: string, path: string): StoredKey {
  try {
    const kept = StoredKey.parse(JSON.parse(text));
    keyOf(kept.privateKey);
    return kept;
  } catch {
    throw new Error(`${path} is damaged: restore it from a backup, or move it away to begin with a new key.`);
  }
}
