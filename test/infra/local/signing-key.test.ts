import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { storedSigningKey, testKeyName } from '../../../infra/local/signing-key.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'pho-so-key-'));
const path = join(dataDir, 'secrets', 'certificate-key.json');
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const started = async () => (await storedSigningKey(dataDir, new Date('2023-10-20T02:00:00.000Z'))).chain[0] as Uint8Array;

test('the key is made at the first start and kept for its owner alone; its certificate says that it is a self-signed test key', async () => {
  const first = await started();
  expect(await started()).toEqual(first);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const certificate = new X509Certificate(first);
  expect(certificate.subject).toBe(`CN=${testKeyName}`);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect([certificate.ca, certificate.validFrom, certificate.validTo]).toEqual([
    false,
    'Oct 20 02:00:00 2021 GMT',
    'Oct 20 02:00:00 2033 GMT',
  ]);
});

test('a damaged file is never replaced by a new key, and one that was moved away makes room for one', async () => {
  const first = await started();
  const kept = readFileSync(path, 'utf8');
  for (const damaged of ['', '{}', kept.slice(0, 200), kept.replace(/"privateKey":"..../, '"privateKey":"AAAA')]) {
    writeFileSync(path, damaged);
    await expect(started()).rejects.toThrow('certificate-key.json is damaged');
    expect(readFileSync(path, 'utf8')).toBe(damaged);
  }
  renameSync(path, `${path}.old`);
  expect(await started()).not.toEqual(first);
});
