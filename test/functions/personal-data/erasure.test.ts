import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { complete } from '../../../functions/assessments/complete.ts';
import { write } from '../../../functions/assessments/write.ts';
import type { AuditEntry } from '../../../functions/data/audit.ts';
import { privacy } from '../../../functions/data/privacy.ts';
import type { RecordType } from '../../../functions/data/records.ts';
import { changeMerchant } from '../../../functions/merchants/change.ts';
import { allMerchantsOf } from '../../../functions/merchants/store.ts';
import { assign } from '../../../functions/nominations/assign.ts';
import { returnToWard } from '../../../functions/nominations/return.ts';
import { findDossier } from '../../../functions/nominations/store.ts';
import { submit } from '../../../functions/nominations/submit.ts';
import type { Merchant } from '../../../shared/merchants/merchant.ts';
import type { Nomination } from '../../../shared/nominations/nomination.ts';
import { personalTextsIn } from '../../../shared/privacy/apply.ts';
import { buildVietQr } from '../../../shared/vietqr/build.ts';
import { issuer, must } from '../../support/instance.ts';
import { type Situations, situations } from '../http/situations.ts';

let of: Situations;
let api: ReturnType<typeof createApi>;
beforeAll(async () => {
  of = await situations();
  api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
});
afterAll(() => of.town.stop());

const secret = { owner: 'Nguyễn Thị Bí Mật', phone: '0987654321', taxId: '0312345678', account: '19036543217859' };

async function ask(path: string, body: object, by: keyof Situations['people'] = 'admin') {
  const answer = await api.request(`/api${path}`, {
    method: body === nothing ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${of.people[by].id}`, 'content-type': 'application/json' },
    ...(body !== nothing && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { code?: string } };
}
const nothing = {};
const asked = (version: number, actionId = uuidv7()) => ({ actionId, version, reason: 'Đơn ngày 20/10/2023' });

/** Everything that the table holds, as text. */
const wholeTable = async (): Promise<string> => JSON.stringify(await everyItem());

/** A shop with everything about its owner, drawn and scanned on a visit; `now` tells whether its street is still being judged. */
async function aScannedShop(now: 'judged' | 'returned'): Promise<{ shop: Merchant; nomination: Nomination }> {
  const { deps, act } = of.town;
  const { ward, officer, assessor } = of.people;
  const dossier = await of.complete();
  const [first] = await allMerchantsOf(deps.table, dossier.streetId);
  if (!first) throw new Error('the street is empty');
  const { name, place, eInvoice, commitment, outreach } = first;
  const { account, ...personal } = secret;
  const methods = [{ method: 'QR_VIETQR_ACCOUNT' as const, bankBin: '970436', account }];
  const details = { name, place, eInvoice, commitment, outreach, listed: true, note: `gọi ${secret.phone}`, methods, ...personal };
  const owned = must(await changeMerchant(deps, act(ward), first, details));
  const submitted = must(await submit(deps, act(ward), dossier));
  const { id } = must(await assign(deps, act(officer), submitted, [assessor.id]));
  const payload = must(buildVietQr({ bankBin: '970436', account }));
  const sheet = await of.sheet(id);
  const found = { merchantId: owned.id, outcome: 'found' as const, qrDisplayed: true, pricesDisplayed: true, payload, evidence: [] };
  const spotChecks = sheet.spotChecks.map((check) => (check.merchantId === owned.id ? found : check));
  const written = must(await write(deps, act(assessor), id, (await of.visitOf(id)).version, { ...sheet, spotChecks }));
  const clocks = { version: written.version, completedAt: '2023-10-20T02:00:00.000Z', clockOffsetMs: 0 };
  must(await complete(deps, act(assessor), id, clocks));
  let nomination = (await findDossier(deps.table, id))?.nomination as Nomination;
  const remarks = { reason: 'Bổ sung', answerBy: '2023-10-30T17:00:00.000Z', comments: [] };
  if (now === 'returned') nomination = must(await returnToWard(deps, act(officer), nomination, remarks));
  return { shop: owned, nomination };
}

test('an owner who asks gets everything back that is stored of them, and is then nowhere in the table, while every chain stays whole', async () => {
  const { shop, nomination } = await aScannedShop('returned');
  const at = `/personal-data/merchants/${shop.streetId}/${shop.id}`;
  for (const sought of [
    { by: 'phone', value: secret.phone },
    { by: 'taxId', value: secret.taxId },
    { by: 'account', value: secret.account, bankBin: '970436' },
    { by: 'name', value: shop.name },
  ]) {
    const { body } = await ask('/personal-data/search', { authorityId: 'hong-bang', sought });
    const ids = (body['items'] as Merchant[]).map(({ id }) => id);
    expect(ids, sought.by).toContain(shop.id);
    expect(JSON.stringify(body)).not.toContain(secret.account);
  }

  const exported = await ask(`${at}/export`, asked(shop.version));
  expect(exported.status).toBe(200);
  expect(exported.body).toMatchObject({ record: secretRecord, kept: [{ what: 'frozen-list' }] });
  for (const part of ['history', 'drawn', 'visited']) expect(JSON.stringify(exported.body[part]), part).toContain(secret.account);

  expect(await wholeTable()).toContain(secret.owner);
  const request = asked(shop.version + 1);
  const first = await ask(`${at}/erasure`, request);
  expect(first.status, JSON.stringify(first.body)).toBe(200);
  expect(await ask(`${at}/erasure`, request)).toEqual(first);
  const left = await wholeTable();
  for (const value of Object.values(secret)) expect(left).not.toContain(value);
  expect(first.body['merchant']).toMatchObject({ name: shop.name, methods: [{ method: 'QR_VIETQR_ACCOUNT' }], listed: false });

  const answered = await ask(`/history/merchant/${shop.id}?streetId=${shop.streetId}`, nothing);
  expect(answered.body['intact']).toBe(true);
  expect((answered.body['items'] as { action: string; note?: string }[]).at(-1)).toMatchObject({
    action: 'merchant.erase',
    note: request.reason,
    erased: expect.arrayContaining(['owner', 'phone', 'taxId', 'methods', 'note']),
  });
  expect((await ask(`/history/nomination/${nomination.id}`, nothing)).body['intact']).toBe(true);
  const again = await ask('/personal-data/search', { authorityId: 'hong-bang', sought: { by: 'phone', value: secret.phone } });
  expect(again.body['items']).toEqual([]);
});
const secretRecord = { owner: secret.owner, phone: secret.phone, taxId: secret.taxId, methods: [{ account: secret.account }] };

/** Every item of the table. */
async function everyItem(): Promise<Record<string, unknown>[]> {
  const { table } = of.town.deps;
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.doc.send(new ScanCommand({ TableName: table.name, ...(from && { ExclusiveStartKey: from }) }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

/** Every personal text that the records in these items hold, by the table of privacy. */
const personalTexts = (items: readonly Record<string, unknown>[]): string[] => {
  const records = items.filter((item) => String(item['type']) in privacy && typeof item['data'] === 'string');
  const texts = records.flatMap((item) => personalTextsIn(privacy[item['type'] as RecordType], JSON.parse(String(item['data'])) as object));
  return [...new Set(texts)].filter((text) => text.length > 5);
};

test('what a history does not seal holds no personal value of anybody in the table', async () => {
  await aScannedShop('judged');
  const items = await everyItem();
  const texts = personalTexts(items);
  expect(texts).toEqual(expect.arrayContaining([...Object.values(secret), 'Cán bộ Minh Khai', 'Tổ thẩm định']));
  const entries = items.filter((item) => item['type'] === 'audit').map((item) => item['data'] as AuditEntry);
  const unsealed = entries.map(({ personal: _, ...rest }) => JSON.stringify(rest));
  expect(texts.filter((text) => unsealed.some((entry) => entry.includes(JSON.stringify(text).slice(1, -1))))).toEqual([]);
  expect(entries.filter(({ personal }) => personal).length).toBeGreaterThan(5);
});

test('nothing is erased while the street is being judged, and nothing is lost by trying', async () => {
  const { shop } = await aScannedShop('judged');
  const refused = await ask(`/personal-data/merchants/${shop.streetId}/${shop.id}/erasure`, asked(shop.version));
  expect(refused.body.code).toBe('street-locked');
  expect(await wholeTable()).toContain(secret.owner);
});

test('a clerk who was disabled is erased with the account; the history goes on naming the id and its chain stays whole', async () => {
  const erase = vi.spyOn(of.town.deps.accounts, 'erase');
  const entered = await of.person();
  const early = await ask(`/personal-data/people/${entered.id}/erasure`, asked(1));
  expect(early.body).toMatchObject({ code: 'wrong-state', params: { allowed: ['disabled'] } });
  await ask(`/people/${entered.id}/disabling`, { actionId: uuidv7(), version: 1 });
  const exported = await ask(`/personal-data/people/${entered.id}/export`, asked(2));
  expect(exported.body['record']).toMatchObject({ name: entered.name, login: entered.login });

  const request = asked(3);
  const first = await ask(`/personal-data/people/${entered.id}/erasure`, request);
  expect(first.body).toMatchObject({ state: 'erased', roles: [] });
  expect(await ask(`/personal-data/people/${entered.id}/erasure`, request)).toEqual(first);
  expect(erase).toHaveBeenCalledExactlyOnceWith(entered.login);
  expect(await wholeTable()).not.toContain(entered.login);
  const answered = await ask(`/history/person/${entered.id}`, nothing);
  expect(answered.body['intact']).toBe(true);
  expect((await ask(`/people/${entered.id}/enabling`, { actionId: uuidv7(), version: 4 })).body.code).toBe('wrong-state');
  erase.mockRestore();
});

test('what a certificate froze names the street and who signed, and has no place for an owner, an account or a phone', async () => {
  const { certificateCode } = await of.certified();
  const { facts } = (await ask(`/certificates/${certificateCode}`, nothing, 'officer')).body as { facts: Record<string, unknown> };
  expect(facts).toMatchObject({ signatory: expect.anything() });
  expect(Object.keys(facts).sort().join(' ')).toBe(
    'authorityName cityName code districtName figures issuedOn kind name number placeOfIssue publicOrigin score segment signatory wardName',
  );
});
