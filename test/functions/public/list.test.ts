import { createLocalJWKSet, flattenedVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { confirmCorrection } from '../../../functions/certificates/correct.ts';
import { confirmRevocation } from '../../../functions/certificates/revoke.ts';
import { findCertificate } from '../../../functions/certificates/store.ts';
import { listSigner } from '../../../functions/public/list-signer.ts';
import { newListKey } from '../../../infra/local/list-keys.ts';
import { filesOf } from '../../../shared/certificates/certificate.ts';
import type { CertificateCode } from '../../../shared/ids.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import { type CertificateList, listedCode, readList } from '../../../shared/verification/certificate-list.ts';
import { issuer, must } from '../../support/instance.ts';
import { type Situations, situations } from '../http/situations.ts';

let of: Situations;
beforeAll(async () => {
  of = await situations();
});
afterAll(() => of.town.stop());

const ask = (path: string, headers: Record<string, string> = {}, deps = of.town.deps) =>
  createApi(deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  }).request(`/api/public/${path}`, { headers });

/** The list out of an answer, if one of the published keys signed it. */
async function believed(answer: Response, deps = of.town.deps): Promise<CertificateList> {
  const body = Buffer.from(await answer.arrayBuffer());
  const end = body.indexOf('\n');
  const [header = '', , signature = ''] = body.subarray(0, end).toString().split('.');
  const keys = (await (await ask('list-keys', {}, deps)).json()) as JSONWebKeySet;
  const signed = { protected: header, signature, payload: body.subarray(end + 1) as unknown as string };
  const { payload } = await flattenedVerify(signed, createLocalJWKSet(keys), { algorithms: ['ES256'], crit: { b64: true } });
  const list = readList(payload);
  if (!list) throw new Error('no list');
  return list;
}

test('the list holds every certificate with its standing and files, signed with a published key, dated before it was asked for', async () => {
  const { deps, act } = of.town;
  const { leader } = of.people;
  const [valid, correcting, revoking] = [
    await of.certified(),
    (await of.correcting()) as NominationIn<'certified'>,
    (await of.revoking()) as NominationIn<'certified'>,
  ];
  const before = await believed(await ask('certificate-list'));
  const statuses = (list: CertificateList, codes: CertificateCode[]) => codes.map((code) => listedCode(list, code)?.listedStatus);
  const codes = [valid, correcting, revoking].map(({ certificateCode }) => certificateCode);
  expect(statuses(before, codes)).toEqual(['valid', 'valid', 'valid']);

  const corrected = must(await confirmCorrection(deps, act(leader), correcting)) as NominationIn<'certified'>;
  must(await confirmRevocation(deps, act(leader), revoking));
  const answer = await ask('certificate-list');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60');
  const after = await believed(answer);
  expect(statuses(after, codes)).toEqual(['valid', 'superseded', 'revoked']);
  expect(listedCode(after, correcting.certificateCode)).toMatchObject({ supersededBy: corrected.certificateCode, on: '2023-10-20' });
  const record = await findCertificate(deps.table, valid.certificateCode);
  if (!record) throw new Error('the certificate is gone');
  expect(listedCode(after, valid.certificateCode)).toMatchObject({
    count: record.count,
    issuedOn: '2023-10-20',
    hashes: [filesOf(record)[0]?.slice(0, 32)],
  });
  expect(after.asOf).toBe('2023-10-20T02:00:00.000Z');
  // No names: the list lies on devices of people who never asked for them.
  expect(Buffer.from(await (await ask('certificate-list')).arrayBuffer()).includes('Hoàng')).toBe(false);
});

test('a device that has the list hears only that nothing has changed, until something does or an hour has passed', async () => {
  const { clock, deps, act } = of.town;
  const tagOf = async () => (await ask('certificate-list')).headers.get('etag') ?? '';
  const tag = await tagOf();
  const same = await ask('certificate-list', { 'if-none-match': tag });
  expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', tag]);
  const revoking = await of.revoking();
  must(await confirmRevocation(deps, act(of.people.leader), revoking));
  expect((await ask('certificate-list', { 'if-none-match': tag })).status).toBe(200);
  const next = await tagOf();
  clock.at = new Date(clock.at.getTime() + 3_600_000);
  expect(await tagOf()).not.toBe(next);
});

test('after a new key a list of the old one is still believed, as long as the old key is published', async () => {
  const [old, fresh] = [newListKey('cu'), newListKey('moi')];
  const signedWith = (...keys: (typeof old)[]) => ({ ...of.town.deps, listSigner: listSigner(keys) });
  const list = () => ask('certificate-list', {}, signedWith(old));
  await believed(await list(), signedWith(fresh, old));
  await expect(believed(await list(), signedWith(fresh))).rejects.toThrow(/no applicable key/);
  const keys = await (await ask('list-keys', {}, signedWith(fresh, old))).json();
  expect(keys).toMatchObject({ keys: [{ kid: 'moi', alg: 'ES256' }, { kid: 'cu' }] });
  expect(JSON.stringify(keys)).not.toContain(old.d);
});

test('a list with one byte changed is not believed', async () => {
  const body = new Uint8Array(await (await ask('certificate-list')).arrayBuffer());
  body[body.length - 20] = (body.at(-20) ?? 0) ^ 1;
  await expect(believed(new Response(body))).rejects.toThrow(/signature verification failed/);
});
