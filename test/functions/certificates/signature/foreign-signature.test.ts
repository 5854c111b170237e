import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { detachedSignature } from '../../../../functions/certificates/signature/cms.ts';
import { element, octets, oid, sequence, tagged } from '../../../../functions/certificates/signature/der.ts';
import { oids } from '../../../../functions/certificates/signature/oids.ts';
import { verifySignedPdf } from '../../../../functions/certificates/signature/verify.ts';
import { newSigningKey, testKeyName } from '../../../../infra/local/signing-key.ts';
import { signedBy, signedWith } from './signed-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'pho-so-sign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);
const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });

/** A leader's certificate from elsewhere: a key of this kind, self-signed, with a name as the State's authorities write it. */
function leader(kind: string, ...requested: string[]) {
  const subject = requested.includes('-subj') ? [] : ['-subj', '/C=VN/O=UBND quận Hồng Bàng/CN=Nguyễn Thị Hồng Ánh'];
  const keys = ['-keyout', file(`${kind}.key`), '-out', file(`${kind}.pem`)];
  openssl('req', '-x509', '-utf8', '-nodes', '-days', '3650', ...subject, ...requested, ...keys);
  return (...options: string[]) =>
    async (covered: Buffer) => {
      writeFileSync(file('covered'), covered);
      const signer = ['-signer', file(`${kind}.pem`), '-inkey', file(`${kind}.key`)];
      openssl('cms', '-sign', '-binary', '-in', file('covered'), '-outform', 'DER', '-out', file('cms'), ...signer, ...options);
      return readFileSync(file('cms'));
    };
}
const rsa = leader('rsa', '-newkey', 'rsa:2048');
const p384 = leader('p384', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1');

test.each([
  ['RSA with SHA-256', rsa('-md', 'sha256')],
  ['RSA with SHA-384, as CAdES', rsa('-md', 'sha384', '-cades')],
  ['RSA with SHA-512, named by its key', rsa('-md', 'sha512', '-keyid')],
  ['RSA-PSS', rsa('-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss')],
  ['ECDSA with P-384 and SHA-384', p384('-md', 'sha384', '-cades')],
])('a signature made elsewhere is understood: %s', async (_, sign) => {
  const pdf = await signedBy(sign);
  expect(verifySignedPdf(pdf)).toMatchObject({ outcome: 'valid', by: { subject: 'Nguyễn Thị Hồng Ánh' } });
  const changed = Buffer.from(pdf);
  changed.write('H', changed.indexOf('Hoàng') + 5);
  expect(verifySignedPdf(changed)).toMatchObject({ outcome: 'changed', by: { subject: 'Nguyễn Thị Hồng Ánh' } });
});

test('a signature in BER, on top of one of our certificates, is understood', async () => {
  const pdf = readFileSync(new URL('signed-ber.pdf', import.meta.url));
  expect(verifySignedPdf(pdf)).toMatchObject({
    outcome: 'valid',
    by: { subject: 'Uy ban nhan dan thu nghiem' },
    earlier: [{ subject: testKeyName }],
  });
});

test('an organisation without a common name is named, and never the number of an identity card', async () => {
  const subject = ['-subj', '/C=VN/O=UBND quận Hồng Bàng/UID=CCCD:031183000123'];
  const office = leader('office', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', ...subject);
  const answer = verifySignedPdf(await signedBy(office('-md', 'sha256')));
  expect(answer).toMatchObject({ outcome: 'valid', by: { subject: 'UBND quận Hồng Bàng' } });
  expect(JSON.stringify(answer)).not.toContain('031183000123');
});

test('what proves nothing is no signature: SHA-1, a key that can be broken, no signed attributes, no certificate', async () => {
  const short = leader('short', '-newkey', 'rsa:1024');
  for (const sign of [rsa('-md', 'sha1'), rsa('-noattr'), rsa('-nocerts'), short('-md', 'sha256')])
    expect(verifySignedPdf(await signedBy(sign)).outcome).toBe('wrong');
});

const key = newSigningKey(new Date('2023-10-01T00:00:00.000Z'));

test.each([
  ['begins later', (text: string) => text.replace('/ByteRange [0 ', '/ByteRange [9 ')],
  ['leaves out more than the signature', (text: string) => text.replace(/(\/ByteRange \[0 \d+ )(\d)(\d{9})/, '$19$3')],
  ['is none', (text: string) => text.replace(/\/ByteRange \[[^\]]*\]/, (range) => '/ByteRange [/Name]'.padEnd(range.length))],
  ['is named once more', (text: string) => text.replace('%%EOF', '%/ByteRange [0 1 2 3]\n%%EOF')],
  ['is repeated without an end', (text: string) => text + '/ByteRange [0 10 20 30]'.repeat(5000)],
])('a range that %s is not believed', async (_, change) => {
  const pdf = Buffer.from(change(Buffer.from(await signedWith(key)).toString('latin1')), 'latin1');
  expect(verifySignedPdf(pdf).outcome).toBe('wrong');
});

test('a signature that was cut out of another file does not fit', async () => {
  const cut = Buffer.from(await signedWith(key, 'Phố Bến Bính')).toString('latin1');
  const value = /\/Contents <([0-9a-f]+)>/.exec(cut)?.[1] ?? '';
  const borrowed = await signedBy(async () => Buffer.from(value.replace(/(00)+$/, ''), 'hex'), 'Phố Hoàng Diệu');
  expect(verifySignedPdf(borrowed).outcome).toBe('changed');
});

test('a signature that names another certificate than it carries is wrong', async () => {
  const other = newSigningKey(new Date('2023-10-01T00:00:00.000Z'));
  const named = await signedBy(async (covered) => {
    const cms = Buffer.from(await detachedSignature(createHash('sha256').update(covered).digest(), key));
    const own = createHash('sha256')
      .update(key.chain[0] as Uint8Array)
      .digest();
    const foreign = createHash('sha256')
      .update(other.chain[0] as Uint8Array)
      .digest();
    foreign.copy(cms, cms.indexOf(own));
    return cms;
  });
  expect(verifySignedPdf(named).outcome).toBe('wrong');
});

/** Deterministic noise: a failure can be repeated with its seed. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('hostile signatures neither throw nor take long, whatever bytes they are made of', async () => {
  const honest = await detachedSignature(new Uint8Array(32), key);
  const deep = Array.from({ length: 400 }).reduce<Buffer>((inside) => sequence(inside), Buffer.alloc(0));
  const many = sequence(...Array.from({ length: 5000 }, () => oid(oids.data)));
  const bomb = sequence(oid(oids.signedData), tagged(0, sequence(octets(Buffer.alloc(3000)), deep, many)));
  const endless = Buffer.alloc(8000, Buffer.from([0x30, 0x80]));
  const shapes = [
    deep,
    many,
    bomb,
    endless,
    Buffer.from([0x30, 0x80]),
    Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]),
    element(0x1f, deep),
  ];
  const runs = process.env['SOAK'] ? 20_000 : 400;
  for (let n = 0; n < runs; n++) {
    const random = noise(n);
    const cms = Buffer.from(shapes[n] ?? honest);
    for (let times = n < shapes.length ? 0 : 1 + Math.floor(random() * 6); times > 0; times--)
      cms[Math.floor(random() * cms.length)] = random() * 256;
    const pdf = await signedBy(async () => cms.subarray(0, n % 5 === 0 ? Math.floor(random() * cms.length) : cms.length).subarray(0, 8000));
    expect(['wrong', 'changed'], `seed ${n}`).toContain(verifySignedPdf(pdf).outcome);
  }
});

test('hostile files neither throw nor take long: twenty megabytes of beginnings', () => {
  const head = '%PDF-1.7\n';
  for (const part of ['/ByteRange ', '/ByteRange [0 1 ', '<', '/M (D:', 'obj ', '/ByteRange [0 0000000001 0000000009 00']) {
    const pdf = Buffer.from(head + part.repeat(Math.floor(20_000_000 / part.length)));
    expect(['wrong', 'not-signed']).toContain(verifySignedPdf(pdf).outcome);
  }
  expect(verifySignedPdf(Buffer.concat([Buffer.from(head), randomBytes(1_000_000)])).outcome).toBe('not-signed');
});
