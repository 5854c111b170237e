import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { approve } from '../../../functions/certificates/approve.ts';
import { askToCorrect, confirmCorrection } from '../../../functions/certificates/correct.ts';
import { render } from '../../../functions/certificates/render.ts';
import { askToRevoke, confirmRevocation } from '../../../functions/certificates/revoke.ts';
import type { CertificateCode } from '../../../shared/ids.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import { issuer, must } from '../../support/instance.ts';
import { aFixture } from '../../support/programme-fixture.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
let api: ReturnType<typeof createApi>;
const named = vi.fn();
beforeAll(async () => {
  fixture = await aFixture();
  const downloadAddress = async (key: string, { name }: { name: string }): Promise<string> => {
    named(name);
    return `/blobs/${key}`;
  };
  const blobs = { ...fixture.deps.blobs, downloadAddress };
  api = createApi(
    { ...fixture.deps, blobs },
    {
      checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
      log: (line) => console.error(line),
      addressOf: () => '',
      ready: () => true,
    },
  );
});
afterAll(() => fixture.stop());

const ask = async (path: string, by?: { id: string }) =>
  (await api.request(path, { headers: by ? { authorization: `Bearer ${by.id}` } : {} })).text();
const askJson = async (path: string, by?: { id: string }) => JSON.parse(await ask(path, by)) as Record<string, unknown>;

/** What everybody sees of a certificate, wherever they look. */
async function seen(code: CertificateCode, streetId: string) {
  const { officer, ward } = fixture;
  const list = (await askJson('/api/certificates?authorityId=hong-bang&year=2023', officer)) as {
    items: { code: string; state: string }[];
  };
  const rows = (await ask('/api/exports/certificates?authorityId=hong-bang&year=2023&format=csv', officer)).split('\n');
  const dossiers = (await askJson('/api/wards/minh-khai/nominations', ward)) as {
    items: { streetId: string; state: string; certificateCode?: string }[];
  };
  const dossier = dossiers.items.find((each) => each.streetId === streetId);
  named.mockClear();
  const { state: handedOutAs } = await askJson(`/api/certificates/${code}/file`, ward);
  return {
    publicApi: (await askJson(`/api/public/certificates/${code}`))['status'],
    publicPage: /class="answer ([a-z-]+)/.exec(await ask(`/C/${code}`))?.[1],
    list: list.items.find((each) => each.code === code)?.state,
    record: (await askJson(`/api/certificates/${code}`, ward))['state'],
    exported: rows.find((row) => row.includes(`/C/${code}`))?.split(',')[1],
    handedOutAs,
    fileName: /(-da-[a-z-]+)?[.]pdf$/.exec(named.mock.calls[0]?.[0] as string)?.[1],
    ward: dossier?.state,
    leadsTo: dossier?.certificateCode,
    streetPage: (await ask(`/tuyen-duong/${streetId}`)).includes(code),
  };
}

test('a correction and a revocation are seen by everybody, wherever they look, from the moment they are confirmed', async () => {
  const { deps, officer, leader, secondLeader, act } = fixture;
  const approved = must(await approve(deps, act(leader), [await fixture.recommended()], {}))[0] as NominationIn<'certified'>;
  const first = approved.certificateCode;
  await render(deps, first);
  const inForce = {
    publicApi: 'valid',
    publicPage: 'valid',
    list: 'valid',
    record: 'valid',
    exported: 'Còn hiệu lực',
    handedOutAs: 'valid',
    fileName: undefined,
    ward: 'certified',
    streetPage: true,
  };
  expect(await seen(first, approved.streetId)).toEqual({ ...inForce, leadsTo: first });

  const asked = must(await askToCorrect(deps, act(officer), approved, { reason: 'Sai tên', facts: { name: 'Hoàng Diệu mới' } }));
  const corrected = must(await confirmCorrection(deps, act(leader), asked)) as NominationIn<'certified'>;
  const second = corrected.certificateCode;
  await render(deps, second);
  expect(await seen(first, approved.streetId)).toEqual({
    publicApi: 'superseded',
    publicPage: 'superseded',
    list: 'superseded',
    record: 'superseded',
    exported: 'Đã được thay thế',
    handedOutAs: 'superseded',
    fileName: '-da-thay-the',
    ward: 'certified',
    leadsTo: second,
    streetPage: false,
  });
  expect(await seen(second, approved.streetId)).toEqual({ ...inForce, leadsTo: second });

  const pending = must(await askToRevoke(deps, act(leader), corrected, 'Không còn đạt'));
  expect(await seen(second, approved.streetId)).toEqual({ ...inForce, leadsTo: second });
  must(await confirmRevocation(deps, act(secondLeader), pending));
  expect(await seen(second, approved.streetId)).toEqual({
    publicApi: 'revoked',
    publicPage: 'revoked',
    list: 'revoked',
    record: 'revoked',
    exported: 'Đã thu hồi',
    handedOutAs: 'revoked',
    fileName: '-da-thu-hoi',
    ward: 'revoked',
    leadsTo: second,
    streetPage: false,
  });
  expect((await seen(first, approved.streetId)).publicApi).toBe('superseded');
});
