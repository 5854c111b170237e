import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { elements, read } from '../../functions/certificates/signature/der-read.ts';
import { signDigest } from '../../infra/local/ecdsa.ts';
import { keptSigningKey, testKeyName } from '../../infra/local/signing-key.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'pho-so-key-'));
const path = join(dataDir, 'secrets', 'certificate-key.json');
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const started = async () => (await keptSigningKey(dataDir, new Date('2023-10-20T02:00:00.000Z'))).chain[0] as Uint8Array;

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

test('a digest is signed as RFC 6979 writes it down (A.2.5, P-256 with SHA-256)', () => {
  const secret = Buffer.from('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721', 'hex');
  const wanted = {
    sample: [
      'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716',
      'f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
    ],
    test: [
      'f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367',
      '019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083',
    ],
  };
  for (const [text, numbers] of Object.entries(wanted)) {
    const signature = signDigest(createHash('sha256').update(text).digest(), secret);
    const [r, s] = elements(read(signature)).map(({ inside }) => inside.toString('hex').slice(-64).padStart(64, '0'));
    expect([r, s]).toEqual(numbers);
  }
});
