import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { confirmCorrection } from '../../../functions/certificates/correct.ts';
import { renderCertificate } from '../../../functions/certificates/pdf/render.ts';
import { render } from '../../../functions/certificates/render.ts';
import { confirmRevocation } from '../../../functions/certificates/revoke.ts';
import { detachedSignature } from '../../../functions/certificates/signature/cms.ts';
import type { Signer } from '../../../functions/certificates/signature/signer.ts';
import { findCertificate } from '../../../functions/certificates/store.ts';
import { sha256 } from '../../../functions/data/audit.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import { newSigningKey } from '../../../infra/local/signing-key.ts';
import { CertificateCode } from '../../../shared/ids.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import { issuer, must } from '../../support/instance.ts';
import { type Situations, situations } from '../http/situations.ts';

let of: Situations;
let api: ReturnType<typeof createApi>;
let code: string;
let genuine: Buffer;
const logged: unknown[] = [];
beforeAll(async () => {
  of = await situations();
  api = apiOf(of.town.deps);
  code = (await of.certified()).certificateCode;
  genuine = await fileOf(code);
});
afterAll(() => of.town.stop());

let asker = 0;
const apiOf = (deps: Situations['town']['deps'], addressOf = () => String(asker++)) =>
  createApi(deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => logged.push(line),
    addressOf,
    ready: () => true,
  });
const fileOf = async (of_: string): Promise<Buffer> => Buffer.from((await of.town.blobs.get(blobKey.certificate(of_))) ?? []);

type Said = { status: string; why?: string; how?: string; name?: string; way?: string; words: { title: string; texts: string[] } };
const byHash = async (file: Uint8Array, language = 'vi'): Promise<Said> => {
  const answer = await api.request(`/api/public/certificates/by-hash/${sha256(file)}`, { headers: { 'accept-language': language } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Said;
};
const bySending = async (file: Uint8Array, language = 'vi'): Promise<Said> => {
  const answer = await api.request('/api/public/certificates/file', {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', 'accept-language': language },
    body: new Uint8Array(file),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Said;
};
/** What somebody without script sees who chooses the file and presses the button. */
async function byForm(file: Uint8Array, query = ''): Promise<{ status: number; title: string | undefined; text: string }> {
  const form = new FormData();
  form.set('tep', new File([new Uint8Array(file)], 'giay.pdf', { type: 'application/pdf' }));
  // Written out first, as it travels: a form that is still being read when the answer comes would trip over its own end in this process.
  const written = new Response(form);
  const headers = { 'content-type': written.headers.get('content-type') ?? '' };
  const answer = await api.request(`/xac-minh/tep${query}`, { method: 'POST', headers, body: await written.arrayBuffer() });
  const text = await answer.text();
  return { status: answer.status, title: /<h1>([^<]+)<\/h1>/.exec(text)?.[1], text };
}

test('the file as it was issued has the answer of its record: by its hash, sent itself, or from the form', async () => {
  for (const output of [await byHash(genuine), await bySending(genuine)])
    expect(output).toMatchObject({
      status: 'valid',
      code,
      name: 'Hoàng Diệu',
      words: { title: 'Giấy chứng nhận hợp lệ', texts: [expect.stringContaining('không bị sửa')] },
    });
  expect(await byForm(genuine)).toMatchObject({
    status: 200,
    title: 'Giấy chứng nhận hợp lệ',
    text: expect.stringContaining('Hoàng Diệu'),
  });
  expect((await byForm(genuine, '?lang=en')).title).toBe('Valid certificate');
  expect((await byHash(genuine, 'en')).words.title).toBe('Valid certificate');
});

test('a certificate of ours with one byte changed is never taken for the one issued, and leads to it', async () => {
  for (const at of [genuine.indexOf('/Title') + 12, Math.floor(genuine.length / 2), genuine.length - 10]) {
    const changed = Buffer.from(genuine);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await byHash(changed)).toMatchObject({ status: 'unknown', why: 'file' });
    expect(await bySending(changed), String(at)).toMatchObject({ status: 'changed', way: `/C/${code}`, name: 'Hoàng Diệu' });
    expect(await byForm(changed)).toMatchObject({
      status: 200,
      title: 'Tệp này không còn đúng như khi cấp',
      text: expect.stringContaining(`href="/C/${code}"`),
    });
  }
  expect(await bySending(Buffer.concat([genuine, Buffer.from('\n')]))).toMatchObject({ status: 'changed' });
});

test('after a correction and after a revocation the old file is still known, with what became of it', async () => {
  const { deps, act } = of.town;
  const { leader } = of.people;
  const correcting = (await of.correcting()) as NominationIn<'certified'>;
  const old = await fileOf(correcting.certificateCode);
  const corrected = must(await confirmCorrection(deps, act(leader), correcting)) as NominationIn<'certified'>;
  expect(await byHash(old)).toMatchObject({ status: 'superseded', way: `/C/${corrected.certificateCode}` });
  await render(deps, corrected.certificateCode);
  expect(await bySending(await fileOf(corrected.certificateCode))).toMatchObject({ status: 'valid', name: 'Lạch Tray' });

  const revoking = (await of.revoking()) as NominationIn<'certified'>;
  const file = await fileOf(revoking.certificateCode);
  must(await confirmRevocation(deps, act(leader), revoking));
  const output = await byHash(file);
  expect(output).toMatchObject({
    status: 'revoked',
    words: { texts: [expect.stringContaining('thu hồi ngày 20 tháng 10 năm 2023'), expect.anything()] },
  });
  expect(JSON.stringify(output)).not.toContain('Không còn đạt');
});

test('a foreign PDF, a draft of ours, a text and nothing at all each hear what they are', async () => {
  const foreign = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
  expect(await bySending(foreign)).toMatchObject({ status: 'unknown', why: 'file' });
  expect((await byForm(foreign)).status).toBe(404);
  const { number: _, code: __, ...facts } = (await findCertificate(of.town.deps.table, code))?.facts ?? ({} as never);
  expect(await bySending(must(await renderCertificate(facts)))).toMatchObject({
    status: 'unknown',
    why: 'draft',
    words: { title: expect.stringContaining('bản thảo') },
  });
  expect(await bySending(Buffer.from(`xin chào /C/${code}`))).toMatchObject({ status: 'unreadable', why: 'not-a-pdf' });
  expect(await bySending(Buffer.alloc(0))).toMatchObject({ status: 'unreadable', why: 'no-file' });
  expect((await byForm(Buffer.from('xin chào'))).status).toBe(422);
  expect((await api.request('/xac-minh/tep', { method: 'POST', body: 'tep=1' })).status).toBe(422);
  const reloaded = await api.request('/xac-minh/tep?lang=en');
  expect([reloaded.status, reloaded.headers.get('location')]).toEqual([303, '/xac-minh?lang=en']);
});

test('a file that names a certificate inside packed streams is compared with it; one that names two is neither', async () => {
  const packed = (text: string) =>
    Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n'),
      deflateSync(text),
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  expect(await bySending(packed(`https://elsewhere.vn/c/${code.toLowerCase()} `))).toMatchObject({ status: 'changed', how: 'other-bytes' });
  expect(await bySending(packed(`/C/${code} /C/0123456789AB`))).toMatchObject({ status: 'unknown', why: 'file' });
  expect(await bySending(packed('/C/0123456789AB'))).toMatchObject({ status: 'unknown', why: 'file' });
  expect(await bySending(packed(`${'\0'.repeat(30_000_000)}/C/${code}`))).toMatchObject({ status: 'unknown' });
});

test('a file that our key signed and the register does not hold is no certificate; after a new key the old one still counts as ours', async () => {
  const { deps } = of.town;
  const facts = (await findCertificate(deps.table, code))?.facts;
  if (!facts) throw new Error('the certificate is gone');
  const seal = (signer: Signer) => (digest: Uint8Array) => detachedSignature(digest, signer);
  const never = { ...facts, code: CertificateCode.parse('0123456789AB') };
  const signedByUs = must(await renderCertificate(never, seal(deps.signer)));
  expect(await bySending(signedByUs)).toMatchObject({ status: 'unknown', why: 'signed' });
  const stranger = newSigningKey(deps.now());
  expect(await bySending(must(await renderCertificate(never, seal(stranger))))).toMatchObject({ status: 'unknown', why: 'file' });
  // Our certificate, printed again by a stranger who signs it: the code leads to what was issued.
  expect(await bySending(must(await renderCertificate(facts, seal(stranger))))).toMatchObject({ status: 'changed', how: 'other-bytes' });
  await render({ ...deps, signer: stranger }, (await of.certified()).certificateCode);
  expect(await bySending(signedByUs)).toMatchObject({ why: 'signed' });
  expect(await bySending(genuine)).toMatchObject({ status: 'valid' });
});

test('a file over four megabytes is refused before it is read to its end, in words on the page', async () => {
  const large = Buffer.alloc(4_100_000, ' ');
  const sent = await api.request('/api/public/certificates/file', { method: 'POST', body: large });
  expect([sent.status, ((await sent.json()) as { code: string }).code]).toEqual([413, 'body-too-large']);
  expect(await byForm(large)).toMatchObject({ status: 422, text: expect.stringContaining('4 MB') });
  let given = 0;
  const endless = new ReadableStream({
    pull(controller) {
      given += 1_000_000;
      controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  const stopped = await api.request('/api/public/certificates/file', { method: 'POST', body: endless, duplex: 'half' } as RequestInit);
  expect(stopped.status).toBe(413);
  expect(given).toBeLessThan(8_000_000);
});

test('whoever asks too often, and whoever asks while the database is away, hears that nothing can be said now', async () => {
  const busy = apiOf(of.town.deps, () => 'one address');
  const form = () => ({ method: 'POST', body: 'x' });
  for (let n = 0; n < 30; n++) await busy.request('/xac-minh/tep', form());
  const page = await busy.request('/xac-minh/tep', form());
  expect([page.status, Number(page.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
  const text = await page.text();
  expect(text).toContain('Điều này không có nghĩa là giấy không hợp lệ.');
  expect(text).toMatch(/Hãy thử lại sau \d+ giây/);
  for (let n = 0; n < 300; n++) await busy.request('/C/abc');
  const code429 = await busy.request(`/C/${code}?lang=en`);
  expect([code429.status, await code429.text()]).toEqual([429, expect.stringContaining('Cannot check now')]);

  const broken = apiOf({ ...of.town.deps, table: { ...of.town.deps.table, name: 'gone' } });
  const sent = new FormData();
  sent.set('tep', new File([new Uint8Array(genuine)], 'giay.pdf'));
  const answer = await broken.request('/xac-minh/tep', { method: 'POST', body: sent });
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('Chưa kiểm tra được lúc này')]);
});

test('what caches may keep: the register for a minute between us and the people, an unknown code not at all', async () => {
  const kept = async (path: string) => (await api.request(path)).headers.get('cache-control');
  expect(await kept(`/C/${code}`)).toBe('public, max-age=0, s-maxage=60');
  expect(await kept(`/api/public/certificates/${code}`)).toBe('public, max-age=0, s-maxage=60');
  expect(await kept(`/api/public/certificates/by-hash/${sha256(genuine)}`)).toBe('public, max-age=0, s-maxage=60');
  for (const path of ['/C/0123456789AB', '/api/public/certificates/0123456789AB', `/api/public/certificates/by-hash/${'0'.repeat(64)}`])
    expect(await kept(path), path).toBe('no-store');
});

test('no bytes break the check of files: an answer or a refusal, and never that a file is the one issued', async () => {
  const pieces = [
    '%PDF-1.7\n',
    '/ByteRange [0 10 20 30]',
    'stream\n',
    'endstream',
    `/C/${code}`,
    '<0a0b>',
    '\0',
    '/Contents <',
    '%%EOF',
    'obj',
  ];
  const spoilt = fc
    .record({ from: fc.nat(genuine.length), length: fc.nat(2000), put: fc.uint8Array({ minLength: 1, maxLength: 50 }) })
    .map(({ from, length, put }) => Buffer.concat([genuine.subarray(0, from), put, genuine.subarray(from + length)]));
  const any = fc.oneof(
    spoilt,
    fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => Buffer.from(parts.join(''))),
    fc.uint8Array({ maxLength: 300 }),
  );
  await fc.assert(
    fc.asyncProperty(any, async (bytes) => {
      const { status } = await bySending(bytes);
      expect(['changed', 'unknown', 'unreadable']).toContain(Buffer.from(bytes).equals(genuine) ? 'changed' : status);
    }),
    { numRuns: Number(process.env['FUZZ'] ?? 60) },
  );
  for (const hash of ['x', '', '%00', 'A'.repeat(64), `${'0'.repeat(63)}g`, 'é'.repeat(64)])
    expect((await api.request(`/api/public/certificates/by-hash/${encodeURIComponent(hash)}`)).status, hash).toBeGreaterThanOrEqual(400);
  expect(logged).toEqual([]);
});
