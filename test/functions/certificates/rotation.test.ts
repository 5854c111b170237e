import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { approve } from '../../../functions/certificates/approve.ts';
import { render } from '../../../functions/certificates/render.ts';
import { verifySignedPdf } from '../../../functions/certificates/signature/verify.ts';
import { fingerprint } from '../../../functions/certificates/signature/x509.ts';
import { findSigningKey } from '../../../functions/certificates/signing-key-store.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import { newSigningKey } from '../../../infra/local/signing-key.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import { must } from '../../support/instance.ts';
import { aFixture } from '../../support/programme-fixture.ts';
import { signedWith } from './signature/signed-file.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());

const signedNow = async (signer = fixture.deps.signer) => {
  const approved = must(await approve(fixture.deps, fixture.act(fixture.leader), [await fixture.recommended()], {}));
  const code = (approved[0] as NominationIn<'certified'>).certificateCode;
  await render({ ...fixture.deps, signer }, code);
  return verifySignedPdf((await fixture.blobs.get(blobKey.certificate(code))) as Uint8Array);
};

test('after the key was changed, what the old one signed still verifies, and everybody may read both', async () => {
  const [old, next] = [fixture.deps.signer, newSigningKey(fixture.clock.at)];
  const before = await signedNow(old);
  fixture.clock.at = new Date('2024-01-05T02:00:00.000Z');
  const after = await signedNow(next);
  for (const [signature, signer] of [
    [before, old],
    [after, next],
  ] as const) {
    if (signature.outcome !== 'valid') throw new Error(signature.outcome);
    expect(signature.by.fingerprint).toBe(fingerprint(signer.chain[0] as Uint8Array));
    expect(await findSigningKey(fixture.deps.table, signature.by.fingerprint)).toMatchObject({ subject: signature.by.subject });
  }
  const api = createApi(fixture.deps, {
    checkToken: async () => ({ ok: false, failure: { code: 'not-signed-in' } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
  const answer = await api.request('/api/public/signing-keys');
  expect(answer.status).toBe(200);
  const { items } = (await answer.json()) as { items: { fingerprint: string; chain: string[]; firstUsedAt: string }[] };
  const published = items.map(({ chain }) => fingerprint(Buffer.from(chain[0] ?? '', 'base64')));
  expect(published.sort()).toEqual([old, next].map(({ chain }) => fingerprint(chain[0] as Uint8Array)).sort());
  expect(new Set(items.map(({ firstUsedAt }) => firstUsedAt))).toEqual(new Set(['2023-10-20T02:00:00.000Z', '2024-01-05T02:00:00.000Z']));
  expect(JSON.stringify(items)).not.toContain('trail');
});

test('a key that never signed a certificate of ours is not in the register', async () => {
  const signature = verifySignedPdf(await signedWith(newSigningKey(fixture.clock.at)));
  if (signature.outcome !== 'valid') throw new Error(signature.outcome);
  expect(await findSigningKey(fixture.deps.table, signature.by.fingerprint)).toBeUndefined();
});
