import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve } from '../../functions/certificates/approve.ts';
import { findCertificate } from '../../functions/certificates/store.ts';
import { sha256 } from '../../functions/data/audit.ts';
import { blobKey } from '../../functions/data/blobs.ts';
import { creation, save } from '../../functions/data/save.ts';
import { createMerchant } from '../../functions/merchants/create.ts';
import { allMerchantsOf } from '../../functions/merchants/store.ts';
import { wholeBoardOf } from '../../functions/programmes/store.ts';
import { findStreet } from '../../functions/streets/store.ts';
import { actorOf, idOf } from '../../infra/local/demo-scenario.ts';
import { thisProgramme } from '../../infra/local/demo-timeline.ts';
import { AuthorityId, MerchantId, NominationId, ProgrammeId, Sha256, StreetId } from '../../shared/ids.ts';
import type { NominationIn } from '../../shared/nominations/nomination.ts';
import { actBy, must } from '../support/instance.ts';
import { aDevice, aRunningApp, type RunningApp, signedIn } from './app.ts';

/** A name that would run a script wherever it is taken for markup, different in each field so that each can be found. */
const hostile = (field: string) => `${field} <img src=x onerror=broken=1><script>broken=1</script>`;
const street = hostile('Đường');
const shop = hostile('Quán');

let app: RunningApp;
let nomination: NominationIn<'certified'>;
let waiting: NominationIn<'recommended'>;
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on' });
  waiting = await recommended();
  const leader = actorOf('chutich');
  const approved = must(await approve(app.deps, actBy(leader, app.deps.now()), [await recommended()], {}))[0];
  if (approved?.state !== 'certified') throw new Error('not certified');
  nomination = approved;
}, 60_000);
afterAll(() => app.stop());

/** A street of Minh Khai that waits for leadership, with a shop, a contact and a file, all of them with hostile names. */
async function recommended(): Promise<NominationIn<'recommended'>> {
  const { table, now, blobs } = app.deps;
  const [officer, ward] = [actorOf('kinhte'), actorOf('minhkhai')];
  const board = await wholeBoardOf(table, ProgrammeId.parse(idOf(thisProgramme)));
  const model = board.find(({ state }) => state === 'recommended');
  const place = model && (await findStreet(table, model.streetId));
  if (model?.state !== 'recommended' || place?.kind !== 'street') throw new Error('the demonstration has nothing recommended');
  const { version: _, trail: __, slot: ___, ...fields } = model;
  const { version: ____, trail: _____, lockedBy: ______, ...rest } = place;
  const wardId = AuthorityId.parse('minh-khai');
  const [streetId, merchantId] = [StreetId.parse(uuidv7()), MerchantId.parse(uuidv7())];
  const made = { ...rest, id: streetId, wardId, name: street, from: 'số 1', to: 'số 9' };
  must(await save(table, creation(table, actBy(officer, now()), 'street.create', 'street', made)));
  const choices = { methods: [{ method: 'CARD_POS' as const }], eInvoice: true, commitment: true, outreach: 'to-visit' as const };
  const details = { ...choices, name: shop, owner: hostile('Chủ'), place: '1', category: 'Cà phê', note: hostile('Ghi chú'), listed: true };
  must(await createMerchant(app.deps, actBy(ward, now()), streetId, merchantId, details));
  const report = Buffer.from(`%PDF-1.4 ${streetId}`);
  const sha = Sha256.parse(sha256(report));
  await blobs.putOnce(blobKey.upload(sha), report, 'application/pdf');
  const file = { sha256: sha, name: `${hostile('tệp')}.pdf`, contentType: 'application/pdf', size: report.length };
  const next = {
    ...fields,
    id: NominationId.parse(uuidv7()),
    streetId,
    streetName: street,
    wardId,
    wardName: 'Phường Minh Khai',
    contact: { name: hostile('Lan'), phone: '0912345678' },
    files: [{ ...file, purpose: 'ward-report' as const }],
    recommendation: { ...fields.recommendation, reason: hostile('Lý do') },
  };
  return must(await save(table, creation(table, actBy(officer, now()), 'nomination.recommend', 'nomination', next))) as typeof waiting;
}

/** The names stand on the page as they were typed, and nothing of them ran or became an element. */
async function asText(page: Page, path: string, names: readonly string[]): Promise<void> {
  await page.goto(path);
  for (const name of names) await page.getByText(name).first().waitFor();
  expect(await page.locator('img[src="x"], main script, td script').count(), path).toBe(0);
  expect(await page.evaluate(() => 'broken' in window), path).toBe(false);
}

test('without a network, after one visit, a ward finds its page and what it typed; signing out forgets answers and keeps unsent work', async () => {
  const { page, context, faults } = await signedIn(app, 'minhkhai');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto('/duong/moi');
  await page.getByLabel('Tên đường').fill('Bến Bính');
  await page.getByText(/Đã lưu trên máy/).waitFor();
  const kept = (store: string) =>
    page.evaluate(
      (name) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('pho-so');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const count = opening.result.transaction(name).objectStore(name).count();
            count.onsuccess = () => resolve(count.result);
          };
        }),
      store,
    );
  await expect.poll(() => kept('answers')).toBe(1);

  await context.setOffline(true);
  await page.goto('/');
  await page.getByText('Đang không có mạng').waitFor();
  await page.getByRole('link', { name: 'Điện Biên Phủ', exact: true }).first().waitFor();
  await page.goto('/duong/moi');
  await page.getByText('Đang không có mạng').waitFor();
  await expect.poll(() => page.getByLabel('Tên đường').inputValue()).toBe('Bến Bính');

  await context.setOffline(false);
  await page.getByText('Đang không có mạng').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL(/session\/end|\/$/);
  await page.goto('/');
  await page.getByRole('link', { name: 'Xác minh giấy chứng nhận' }).waitFor();
  expect(await kept('answers')).toBe(0);
  expect(await kept('drafts')).toBe(1);
  expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
  await context.close();
});

test('no page lets an inline or a foreign script run', async () => {
  const { page, context } = await aDevice(app);
  const { sha256: sha } = nomination.files[0] ?? {};
  await page.goto('/');
  await page.getByRole('button', { name: 'Đăng nhập' }).first().click();
  await page.locator('#login').waitFor();
  const signInPage = page.url();
  for (const path of ['/', '/duong', '/C/0123456789AB', '/xac-minh', '/tuyen-duong', signInPage]) {
    const answer = await page.goto(path);
    const policy = (await answer?.headerValue('content-security-policy')) ?? '';
    expect(policy, path).toMatch(/default-src 'none'/);
    expect(policy, path).toMatch(/frame-ancestors 'none'/);
    expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|data:[^;]*script/);
    expect(/script-src ([^;]*)/.exec(policy)?.[1] ?? "'none'", path).toMatch(/^('none'|'self'( 'wasm-unsafe-eval')?)$/);
    const forbidden = await page.evaluate(async () => {
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.blockedURI));
      const add = (fill: (script: HTMLScriptElement) => void) => {
        const script = document.createElement('script');
        fill(script);
        document.body.append(script);
      };
      add((script) => {
        script.textContent = 'window.broken = 1';
      });
      add((script) => {
        script.src = 'https://foreign.example/script.js';
      });
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.broken = 1');
      image.src = 'data:image/png;base64,AA==';
      document.body.append(image);
      for (let n = 0; n < 100 && refused.length < 3; n++) await new Promise((resolve) => setTimeout(resolve, 20));
      return { refused: refused.sort(), ran: 'broken' in window };
    });
    expect(forbidden, path).toMatchObject({ ran: false, refused: expect.arrayContaining(['inline', 'https://foreign.example/script.js']) });
  }
  const blob = await context.request.get(`/blobs/${blobKey.upload(Sha256.parse(sha))}`);
  expect(blob.headers()['content-security-policy']).toMatch(/default-src 'none'/);
  await context.close();
});

test("names that would be markup are text on the ward's, officer's, leader's and public pages, in a file and on the certificate", async () => {
  const dossier = `/ho-so/${waiting.id}`;
  const asWard = async () => {
    const ward = await signedIn(app, 'minhkhai');
    await asText(ward.page, '/duong', [street]);
    await asText(ward.page, dossier, [street, hostile('Lan'), `${hostile('tệp')}.pdf`]);
    await asText(ward.page, `/duong/${waiting.streetId}/di-tung-nha`, [shop]);
    await asText(ward.page, `/duong/${waiting.streetId}/co-so`, [shop]);
    return ward;
  };
  const asOfficer = async () => {
    const officer = await signedIn(app, 'kinhte');
    await asText(officer.page, dossier, [street, hostile('Lan'), `${hostile('tệp')}.pdf`, hostile('Lý do')]);
    const [drawn] = await allMerchantsOf(app.deps.table, waiting.streetId);
    await asText(officer.page, `/tra-cuu/${waiting.streetId}/${drawn?.id}`, [shop]);
    return officer;
  };
  const asLeader = async () => {
    const leader = await signedIn(app, 'chutich');
    await asText(leader.page, '/', [street]);
    await asText(leader.page, dossier, [street, hostile('Lan'), hostile('Lý do')]);
    await asText(leader.page, `/giay-chung-nhan/${nomination.certificateCode}`, [street]);
    return leader;
  };
  const [ward, officer, leader] = await Promise.all([asWard(), asOfficer(), asLeader()]);
  expect([ward, officer, leader].flatMap(({ faults }) => faults)).toEqual([]);

  const open = await aDevice(app);
  await asText(open.page, `/C/${nomination.certificateCode}`, [street]);
  await asText(open.page, '/tuyen-duong', [street]);
  await asText(open.page, `/tuyen-duong/${nomination.streetId}`, [street, shop]);

  const [file] = await Promise.all([ward.page.waitForEvent('download'), ward.page.getByRole('button', { name: 'CSV' }).click()]);
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv).toContain(shop);
  const { table } = app.deps;
  await expect.poll(async () => (await findCertificate(table, nomination.certificateCode))?.file.state).toBe('ready');
  const pdf = await app.deps.blobs.get(blobKey.certificate(nomination.certificateCode));
  const { items } = await (
    await (await getDocument({ data: new Uint8Array(pdf ?? []), verbosity: 0 }).promise).getPage(1)
  ).getTextContent();
  const printed = items.map((item) => ('str' in item ? item.str : '')).join('');
  expect(printed.replaceAll(/\s/g, '')).toContain(street.replaceAll(/\s/g, ''));
  for (const { context } of [ward, officer, leader, open]) await context.close();
});

test('the language switch changes words, dates and numbers of a page at once', async () => {
  const { page, context, faults } = await signedIn(app, 'kinhte');
  await page.goto(`/ho-so/${nomination.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const main = page.locator('main');
  await expect.poll(() => main.textContent()).toMatch(/\d{2}\/\d{2}\/\d{4}/);
  await main.getByText('92/96 (95,8%)').first().waitFor();
  await main.getByText('Số liệu khi nộp hồ sơ').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await main.getByText('92/96 (95.8%)').first().waitFor();
  const text = (await main.textContent()) ?? '';
  expect(text).toContain('Certified');
  expect(text).not.toMatch(/\d,\d%|Số liệu|Thời gian|Nhận xét|Cơ sở|Đạt/);
  expect(faults).toEqual([]);
  await context.close();
});

test('a sign-in that does not work says whether it is the network or the server', async () => {
  const { page, context } = await aDevice(app);
  await page.goto('/');
  const enter = page.locator('main .button.main').first();
  await context.route('**/openid-configuration', (route) => route.fulfill({ status: 502, body: 'bad gateway' }));
  await enter.click();
  await page.getByRole('alert').getByText('Máy chủ đăng nhập chưa trả lời').waitFor();
  await context.setOffline(true);
  await enter.click();
  await page.getByRole('alert').getByText('Không có mạng').waitFor();
  await context.close();
});
