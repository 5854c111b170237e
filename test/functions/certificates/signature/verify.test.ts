import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { detachedSignature } from '../../../../functions/certificates/signature/cms.ts';
import { verifySignedPdf } from '../../../../functions/certificates/signature/verify.ts';
import { fingerprint } from '../../../../functions/certificates/signature/x509.ts';
import { newSigningKey, testKeyName } from '../../../../infra/local/signing-key.ts';
import { signedOnTop, signedWith } from './signed-file.ts';

const key = newSigningKey(new Date('2023-10-01T00:00:00.000Z'));
const sealedBy = (signer: typeof key) => (covered: Buffer) => detachedSignature(createHash('sha256').update(covered).digest(), signer);

test('a signed certificate says who signed it and when', async () => {
  const answer = verifySignedPdf(await signedWith(key));
  expect(answer).toEqual({
    outcome: 'valid',
    earlier: [],
    by: {
      subject: testKeyName,
      issuer: testKeyName,
      serial: expect.stringMatching(/^[0-9a-f]{32}$/),
      fingerprint: fingerprint(key.chain[0] as Uint8Array),
      validFrom: '2021-10-01T00:00:00.000Z',
      validTo: '2033-10-01T00:00:00.000Z',
      signedAt: '2023-11-05T02:00:00.000Z',
    },
  });
});

test('any byte that is changed ends the signature, or leaves the same signer where only its own wrapping was touched', async () => {
  const pdf = await signedWith(key);
  const signed = verifySignedPdf(pdf);
  const text = Buffer.from(pdf).toString('latin1');
  const [gap, filling, next] = [
    text.indexOf('/Contents <') + 10,
    text.indexOf('000000', text.indexOf('/Contents') + 1800),
    text.indexOf('> >>'),
  ];
  for (let at = 0; at < pdf.length; at += at > filling && at < next ? 997 : 5) {
    const changed = pdf.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    const after = verifySignedPdf(changed);
    if (at > gap && at < filling && after.outcome === 'valid') expect(after).toEqual(signed);
    else expect([at, after.outcome]).not.toEqual([at, 'valid']);
  }
});

test('what is added behind the signature is noticed, a second signature on top is welcome', async () => {
  const pdf = await signedWith(key);
  expect(verifySignedPdf(Buffer.concat([pdf, Buffer.from('% one more line\n')]))).toMatchObject({ outcome: 'changed' });
  const token = newSigningKey(new Date('2023-10-02T00:00:00.000Z'));
  const both = verifySignedPdf(await signedOnTop(pdf, sealedBy(token)));
  expect(both).toMatchObject({
    outcome: 'valid',
    by: { fingerprint: fingerprint(token.chain[0] as Uint8Array) },
    earlier: [{ fingerprint: fingerprint(key.chain[0] as Uint8Array) }],
  });
});

test('a file that is no PDF, or one that nobody signed, is called so', async () => {
  expect(verifySignedPdf(Buffer.from('PK\u0003\u0004'))).toEqual({ outcome: 'not-a-pdf' });
  expect(verifySignedPdf(new Uint8Array())).toEqual({ outcome: 'not-a-pdf' });
  expect(verifySignedPdf(Buffer.from('%PDF-1.7\n%%EOF\n'))).toEqual({ outcome: 'not-signed' });
});

test('the signature of another key over the same certificate is wrong', async () => {
  const other = newSigningKey(new Date('2023-10-02T00:00:00.000Z'));
  const borrowed = { chain: key.chain, sign: other.sign };
  expect(verifySignedPdf(await signedWith(borrowed))).toMatchObject({ outcome: 'wrong', by: { subject: testKeyName } });
});
