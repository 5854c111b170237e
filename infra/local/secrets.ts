import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import * as z from 'zod/mini';
import { hasCode, replaceFile } from './durable-file.ts';

const key = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const SigningKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: key,
  y: key,
  d: key,
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});

/** What an instance must keep to itself; 256-bit keys as base64url. */
export const Secrets = z.strictObject({
  /** Signs the addresses of files. */
  addressKey: key,
  /** Makes the keyed hashes by which accounts, tax codes and phones are found. */
  personalDataKey: key,
  /** Sign the cookies of the sign-in; the first signs, all verify. */
  cookieKeys: z.array(key).check(z.minLength(1)),
  /** Private keys (JWK) that sign tokens; the first signs, all are published, so a new one is put in front. */
  signingKeys: z.array(SigningKey).check(z.minLength(1)),
});
export type Secrets = z.infer<typeof Secrets>;

/**
 * The secrets of the instance in this data folder, made at the first start and kept in `secrets/secrets.json`, for its owner's eyes only.
 * A file that cannot be read is an error and never replaced: with another personal-data key no stored hash would ever match again.
 */
export async function storedSecrets(dataDir: string): Promise<Secrets> {
  const folder = join(dataDir, 'secrets');
  const path = join(folder, 'secrets.json');
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (kept !== undefined) return parsed(kept, path);

  const made = await newSecrets();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await replaceFile(path, JSON.stringify(made), 0o600);
  return made;
}

/** Fresh secrets, for an instance that keeps nothing. */
export async function newSecrets(): Promise<Secrets> {
  const random = () => randomBytes(32).toString('base64url');
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const signingKey = SigningKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' });
  return { addressKey: random(), personalDataKey: random(), cookieKeys: [random()], signingKeys: [signingKey] };
}

function parsed(text: string, path: string): Secrets {
  try {
    return Secrets.parse(JSON.parse(text));
  } catch {
    throw new Error(`${path} is damaged: restore it from a backup. It is never replaced, because hashes in the database depend on it.`);
  }
}
