import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { approve } from '../../../functions/certificates/approve.ts';
import { render } from '../../../functions/certificates/render.ts';
import { verifySignedPdf } from '../../../functions/certificates/signature/verify.ts';
import { fingerprint } from '../../../functions/certificates/signature/x509.ts';
import { signingKeys } from '../../../functions/certificates/signing-key-store.ts';
import { findCertificate, unfinished } from '../../../functions/certificates/store.ts';
import { sha256 } from '../../../functions/data/audit.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import type { Reported } from '../../../functions/data/table.ts';
import type { RendererDeps } from '../../../functions/deps.ts';
import { listener } from '../../../infra/local/listener.ts';
import type { CertificateCode } from '../../../shared/ids.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import { issuer, must } from '../../support/instance.ts';
import { aFixture } from '../../support/programme-fixture.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());
const log = vi.fn();

const issued = async (): Promise<CertificateCode> => {
  const approved = must(await approve(fixture.deps, fixture.act(fixture.leader), [await fixture.recommended()], {}));
  return (approved[0] as NominationIn<'certified'>).certificateCode;
};
const fileOf = async (code: CertificateCode) => (await findCertificate(fixture.deps.table, code))?.file;
const named = (name: string) => Object.assign(new Error(name), { name });
type PutOnce = (key: string, bytes: Uint8Array, contentType: string) => Promise<'stored' | 'exists'>;
/** The renderer with something of its world broken. */
const broken = (parts: { sign?: RendererDeps['signer']['sign']; put?: PutOnce }): RendererDeps => ({
  ...fixture.deps,
  signer: { ...fixture.deps.signer, ...(parts.sign && { sign: parts.sign }) },
  blobs: { ...fixture.deps.blobs, ...(parts.put && { putOnce: parts.put }) },
});

test('a signing service that is down is shown as such, stays in the list of what is to be done, and is made up for later', async () => {
  const code = await issued();
  const away = broken({ sign: () => Promise.reject(named('KMSInternalException')) });
  const failed = await render(away, code);
  expect(failed?.file).toMatchObject({ state: 'failed', fault: 'signing', detail: 'KMSInternalException' });
  expect(await unfinished(fixture.deps.table)).toContain(code);
  expect((await render(away, code))?.version).toBe(failed?.version);
  expect(await fixture.blobs.get(blobKey.certificate(code))).toBeUndefined();

  expect((await render(fixture.deps, code))?.file.state).toBe('ready');
  expect(await unfinished(fixture.deps.table)).not.toContain(code);
});

test('a throttled signing service is asked again, and the certificate has one file', async () => {
  const code = await issued();
  const sign = vi.fn(fixture.deps.signer.sign);
  sign.mockRejectedValueOnce(named('ThrottlingException')).mockRejectedValueOnce(named('ThrottlingException'));
  expect((await render(broken({ sign }), code))?.file.state).toBe('ready');
  expect(sign).toHaveBeenCalledTimes(3);
});

test('a signing service that does not answer is not waited for', async () => {
  const code = await issued();
  const silent = broken({ sign: () => new Promise(() => {}) });
  expect((await render(silent, code, { signingMs: 20 }))?.file).toMatchObject({ fault: 'signing', detail: 'TimeoutError' });
});

test('a full disk is shown as such, and nothing is recorded that is not stored', async () => {
  const code = await issued();
  const full = broken({ put: () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })) });
  expect((await render(full, code))?.file).toMatchObject({ state: 'failed', fault: 'storage', detail: 'ENOSPC' });
  expect((await render(fixture.deps, code))?.file.state).toBe('ready');
});

test('a renderer that ends between drawing and storing leaves nothing behind, one that ends before writing down leaves the file', async () => {
  const code = await issued();
  const put = vi.fn(() => new Promise<never>(() => {}));
  void render(broken({ put }), code);
  await vi.waitFor(() => expect(put).toHaveBeenCalled(), 10_000);
  expect(await fileOf(code)).toEqual({ state: 'pending' });
  expect(await unfinished(fixture.deps.table)).toContain(code);

  const { doc } = fixture.deps.table;
  const send = doc.send.bind(doc) as (command: object) => Promise<unknown>;
  const cutOff = { send: (command: object) => (command instanceof TransactWriteCommand ? Promise.reject(named('killed')) : send(command)) };
  const killed = { ...fixture.deps, table: { ...fixture.deps.table, doc: cutOff as unknown as typeof doc } };
  await expect(render(killed, code)).rejects.toThrow('killed');
  const stored = (await fixture.blobs.get(blobKey.certificate(code))) as Uint8Array;
  expect(await fileOf(code)).toEqual({ state: 'pending' });

  // Signing again would give other bytes: what is there already is what is recorded.
  await render(fixture.deps, code);
  expect(await fileOf(code)).toMatchObject({ state: 'ready', sha256: sha256(stored), size: stored.length });
});

test('several renderers at once store one file, and the record names it and the key', async () => {
  const code = await issued();
  const files = await Promise.all([1, 2, 3, 4, 5].map(() => render(fixture.deps, code)));
  const stored = (await fixture.blobs.get(blobKey.certificate(code))) as Uint8Array;
  const key = fingerprint(fixture.deps.signer.chain[0] as Uint8Array);
  for (const each of files) expect(each?.file).toEqual({ state: 'ready', sha256: sha256(stored), size: stored.length, signedWith: key });
  expect(verifySignedPdf(stored)).toMatchObject({ outcome: 'valid', by: { fingerprint: key } });
  expect(must(await signingKeys(fixture.deps.table)).items.map((each) => each.fingerprint)).toEqual([key]);
});

test('what lies under the name of a certificate without a right signature is never handed out', async () => {
  const code = await issued();
  await fixture.blobs.putOnce(blobKey.certificate(code), Buffer.from('%PDF-1.7\n%%EOF\n'), 'application/pdf');
  expect((await render(fixture.deps, code))?.file).toMatchObject({ state: 'failed', fault: 'fault', detail: 'stored: not-signed' });
});

test('fifty people ask for a new certificate at once: each hears "not yet" until the one file is there', async () => {
  const subscriber = listener(log);
  const put = vi.fn<PutOnce>((...of) => fixture.deps.blobs.putOnce(...of));
  const deps: RendererDeps = {
    ...fixture.deps,
    table: { ...fixture.deps.table, report: (changes) => subscriber.report(changes) },
    blobs: { ...fixture.deps.blobs, putOnce: put },
  };
  const api = createApi(deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
  const code = await issued();
  const ask = async () => api.request(`/api/certificates/${code}/file`, { headers: { authorization: `Bearer ${fixture.officer.id}` } });
  const first = await Promise.all(Array.from({ length: 50 }, ask));
  for (const answer of first) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([202, '1']);
    expect(await answer.json()).toMatchObject({ code: 'certificate-not-ready' });
  }
  subscriber.start(deps);
  await vi.waitFor(async () => expect((await ask()).status).toBe(200), 10_000);
  const hashes = await Promise.all(Array.from({ length: 50 }, async () => ((await (await ask()).json()) as { sha256: string }).sha256));
  const stored = (await fixture.blobs.get(blobKey.certificate(code))) as Uint8Array;
  expect(new Set(hashes)).toEqual(new Set([sha256(stored)]));
  await subscriber.stop();
  expect(put.mock.calls.filter(([key]) => key === blobKey.certificate(code))).toHaveLength(1);
});

test('a file that could not be made says so to who asks for it, and is made when somebody presses "try again"', async () => {
  const code = await issued();
  const sign = vi.fn<RendererDeps['signer']['sign']>(() => Promise.reject(named('KMSInternalException')));
  await render(broken({ sign }), code);
  sign.mockClear();
  const subscriber = listener(log);
  const deps = {
    ...broken({ sign }),
    table: { ...fixture.deps.table, report: (changes: readonly Reported[]) => subscriber.report(changes) },
  };
  const api = createApi(deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
  const headers = { authorization: `Bearer ${fixture.officer.id}`, 'content-type': 'application/json' };
  const refused = await api.request(`/api/certificates/${code}/file`, { headers });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await refused.json()).toMatchObject({
    code: 'certificate-not-made',
    detail: expect.stringContaining('dịch vụ ký số không trả lời'),
  });

  subscriber.start(deps);
  await vi.waitFor(() => expect(sign).toHaveBeenCalledTimes(6), 10_000);
  sign.mockImplementation(fixture.deps.signer.sign);
  const body = JSON.stringify({ actionId: uuidv7() });
  const asked = await api.request(`/api/certificates/${code}/file/retry`, { method: 'POST', headers, body });
  expect([asked.status, ((await asked.json()) as { file: object }).file]).toEqual([200, { state: 'pending' }]);
  await vi.waitFor(async () => expect((await fileOf(code))?.state).toBe('ready'), 10_000);
  await subscriber.stop();
  expect(log).toHaveBeenCalledWith(
    expect.objectContaining({ event: 'certificate-not-made', code, fault: 'signing', detail: 'KMSInternalException' }),
  );
});
