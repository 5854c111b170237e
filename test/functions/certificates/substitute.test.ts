import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve } from '../../../functions/certificates/approve.ts';
import { carriesCode } from '../../../functions/certificates/carries-code.ts';
import { askToCorrect, confirmCorrection } from '../../../functions/certificates/correct.ts';
import { download } from '../../../functions/certificates/download.ts';
import { examine } from '../../../functions/certificates/examine.ts';
import { render } from '../../../functions/certificates/render.ts';
import { detachedSignature } from '../../../functions/certificates/signature/cms.ts';
import { fingerprint } from '../../../functions/certificates/signature/x509.ts';
import { findCertificate, findCertificateOfFile } from '../../../functions/certificates/store.ts';
import { substitute } from '../../../functions/certificates/substitute.ts';
import { sha256 } from '../../../functions/data/audit.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import { history } from '../../../functions/history/history.ts';
import type { Certificate } from '../../../shared/certificates/certificate.ts';
import type { Sha256 } from '../../../shared/ids.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import { failureOf, must } from '../../support/instance.ts';
import { aFixture } from '../../support/programme-fixture.ts';
import { aToken, signedByToken, uploaded } from './elsewhere.ts';
import { signedBy, signedWith } from './signature/signed-file.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());

const issued = async (): Promise<Certificate> => {
  const approved = must(await approve(fixture.deps, fixture.act(fixture.leader), [await fixture.recommended()], {}));
  return (await render(fixture.deps, (approved[0] as NominationIn<'certified'>).certificateCode)) as Certificate;
};
const put = (of: Certificate, file: Sha256, actor = fixture.leader) =>
  substitute(fixture.deps, fixture.act(actor), of, { sha256: file, name: 'da-ky.pdf' });
const look = (of: Certificate, file: Sha256) => examine(fixture.deps, fixture.leader, of.code, file);
const upload = (bytes: Uint8Array) => uploaded(fixture.blobs, bytes);
const sealedBy = (token: ReturnType<typeof aToken>) => (covered: Buffer) =>
  detachedSignature(createHash('sha256').update(covered).digest(), token);

test('a certificate that leadership signed with a token takes the place of ours, and both stay findable', async () => {
  const { blobs, deps, leader, officer } = fixture;
  const certificate = await issued();
  const token = aToken();
  const file = await upload(await signedByToken(blobs, certificate.code, token));
  const examined = must(await look(certificate, file));
  const signedBy = { fingerprint: fingerprint(token.chain[0] as Uint8Array) };
  expect(examined).toMatchObject({ sha256: file, belonging: 'on-ours', signedBy });

  const next = must(await put(certificate, file));
  expect(next.file).toEqual(certificate.file);
  expect(next.signedElsewhere).toMatchObject([{ ...examined, name: 'da-ky.pdf', by: leader.id }]);
  const handed = must(await download(deps, officer, certificate.code));
  expect(handed.sha256).toBe(file);
  expect(sha256((await blobs.get(handed.url.replace('/blobs/', ''))) as Uint8Array)).toBe(file);
  if (certificate.file.state !== 'ready') throw new Error('no file');
  for (const each of [certificate.file.sha256, file]) expect((await findCertificateOfFile(deps.table, each))?.code).toBe(certificate.code);
  const { items } = must(await history(deps, leader, { type: 'certificate', id: certificate.code }, 10));
  expect(items.map(({ action }) => action)).toContain('certificate.substitute');

  // Signed once more, by a second person: the last one is handed out.
  const again = await upload(await signedByToken(blobs, certificate.code, aToken()));
  expect(must(await put(next, again)).signedElsewhere?.map((each) => each.sha256)).toEqual([file, again]);
  expect(must(await download(deps, officer, certificate.code)).sha256).toBe(again);
});

const stream = (bytes: Uint8Array) => Buffer.concat([Buffer.from('stream\n'), bytes, Buffer.from('\nendstream\n')]);

test('a file that was made anew is taken when it carries the code, also inside a compressed object, as our own does', async () => {
  const certificate = await issued();
  const plain = await upload(await signedBy(sealedBy(aToken()), `/C/${certificate.code}`));
  const link = deflateSync(`<< /URI (https://xacthuc.example.vn/C/${certificate.code}) >>`);
  const packed = await upload(await signedBy(sealedBy(aToken()), 'Phố', stream(link)));
  for (const file of [plain, packed]) expect(must(await look(certificate, file)).belonging).toBe('names-it');
  expect(carriesCode((await fixture.blobs.get(blobKey.certificate(certificate.code))) as Uint8Array, certificate.code)).toBe(true);
});

test.each<[string, (of: Certificate) => Promise<Uint8Array>]>([
  ['not-a-pdf', async () => Buffer.from('PK\u0003\u0004 a document')],
  ['not-signed', async ({ code }) => Buffer.from(`%PDF-1.7\n% /C/${code}\n%%EOF\n`)],
  ['signed-here', async ({ code }) => (await fixture.blobs.get(blobKey.certificate(code))) as Uint8Array],
  ['signed-here', ({ code }) => signedWith(fixture.deps.signer, `/C/${code}`)],
  ['another-certificate', () => signedWith(aToken(), 'Phố khác')],
  ['another-certificate', async () => signedByToken(fixture.blobs, (await issued()).code)],
  ['changed', async ({ code }) => Buffer.concat([await signedByToken(fixture.blobs, code), Buffer.from('% more\n')])],
  ['wrong', async ({ code }) => signedBy(sealedBy({ chain: aToken().chain, sign: aToken().sign }), `/C/${code}`)],
])('a file is refused because it is %s, and nothing changes', async (why, make) => {
  const certificate = await issued();
  const file = await upload(await make(certificate));
  for (const refused of [await look(certificate, file), await put(certificate, file)])
    expect(failureOf(refused)).toEqual({ code: 'signed-file-refused', why });
  expect((await findCertificate(fixture.deps.table, certificate.code))?.version).toBe(certificate.version);
});

test('one file is never the file of two certificates', async () => {
  const [first, second] = [await issued(), await issued()];
  const both = await upload(await signedWith(aToken(), `/C/${first.code} /C/${second.code}`));
  must(await put(first, both));
  expect(failureOf(await put(second, both))).toEqual({ code: 'signed-file-refused', why: 'taken' });

  const [third, fourth] = [await issued(), await issued()];
  const at = await upload(await signedWith(aToken(), `/C/${third.code} /C/${fourth.code}`));
  const outcomes = await Promise.all([put(third, at), put(fourth, at, fixture.secondLeader)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a file is replaced ten times at most', async () => {
  let certificate = await issued();
  for (let n = 0; n < 10; n++)
    certificate = must(await put(certificate, await upload(await signedByToken(fixture.blobs, certificate.code))));
  const last = await upload(await signedByToken(fixture.blobs, certificate.code));
  expect(failureOf(await put(certificate, last))).toEqual({ code: 'signed-file-refused', why: 'too-many' });
});

test('what is too large, was never uploaded, or comes from anybody but leadership is refused', async () => {
  const certificate = await issued();
  expect(failureOf(await look(certificate, '0'.repeat(64) as Sha256)).code).toBe('file-missing');
  const large = Buffer.concat([await signedByToken(fixture.blobs, certificate.code), Buffer.alloc(10_000_000)]);
  expect(failureOf(await look(certificate, await upload(large)))).toEqual({ code: 'file-too-large', mostBytes: 10_000_000 });
  const file = await upload(await signedByToken(fixture.blobs, certificate.code));
  for (const actor of [fixture.officer, fixture.ward, fixture.assessor])
    expect(failureOf(await put(certificate, file, actor)).code).toBe('not-permitted');
});

test('a superseded certificate keeps the file it had, and two leaders at once change it once', async () => {
  const { deps, leader, officer, secondLeader } = fixture;
  const certificate = await issued();
  const [one, two] = [
    await upload(await signedByToken(fixture.blobs, certificate.code)),
    await upload(await signedByToken(fixture.blobs, certificate.code)),
  ];
  const outcomes = await Promise.all([put(certificate, one), put(certificate, two, secondLeader)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(failureOf(outcomes.find(({ ok }) => !ok) as (typeof outcomes)[0]).code).toBe('changed-meanwhile');
  const now = (await findCertificate(deps.table, certificate.code)) as Certificate;
  expect(now.signedElsewhere).toHaveLength(1);

  const nomination = { id: now.nominationId, version: 2 };
  const asked = must(await askToCorrect(deps, fixture.act(officer), nomination, { reason: 'Sai tên', facts: { name: 'Hoàng Diệu mới' } }));
  must(await confirmCorrection(deps, fixture.act(leader), asked));
  const old = (await findCertificate(deps.table, certificate.code)) as Certificate;
  expect(old).toMatchObject({ state: 'superseded', signedElsewhere: now.signedElsewhere });
  const later = await upload(await signedByToken(fixture.blobs, certificate.code));
  expect(failureOf(await put(old, later)).code).toBe('wrong-state');
  expect(must(await download(deps, officer, certificate.code)).sha256).toBe(now.signedElsewhere?.[0]?.sha256);
});

test('a compressed bomb in an uploaded file does not keep anybody waiting', async () => {
  const certificate = await issued();
  const bomb = stream(deflateSync(Buffer.alloc(100_000_000)));
  const file = await upload(await signedBy(sealedBy(aToken()), 'Phố', Buffer.concat(Array.from({ length: 80 }, () => bomb))));
  expect(failureOf(await look(certificate, file))).toEqual({ code: 'signed-file-refused', why: 'another-certificate' });
});
