import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { everyCertificate } from '../../functions/certificates/list-store.ts';
import { findCertificate } from '../../functions/certificates/store.ts';
import { blobKey } from '../../functions/data/blobs.ts';
import { change, save } from '../../functions/data/save.ts';
import { actorOf } from '../../infra/local/demo-scenario.ts';
import { CertificateCode } from '../../shared/ids.ts';
import { actBy, must } from '../support/instance.ts';
import { aDevice, aRunningApp, type RunningApp, signedIn } from './app.ts';
import { cameraRecording } from './camera-recording.ts';

const recording = cameraRecording();
let app: RunningApp;
/** A certificate of the demonstration in each standing; the valid one has the file that people were given. */
let codes: Record<'valid' | 'superseded' | 'revoked', CertificateCode>;
let genuine: Buffer;
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on', browserFlags: [recording.flag] });
  const entries = () => everyCertificate(app.deps.table);
  // Files are made a moment after the records.
  await vi.waitFor(async () => expect((await entries()).every(({ hashes }) => hashes.length > 0)).toBe(true), 60_000);
  const all = await entries();
  const codeOf = (standing: string) => CertificateCode.parse(all.find((entry) => entry.listedStatus === standing)?.code);
  codes = { valid: codeOf('valid'), superseded: codeOf('superseded'), revoked: codeOf('revoked') };
  genuine = await fileOf(codes.valid);
}, 120_000);
afterAll(async () => {
  await app.stop();
  recording.remove();
});

const fileOf = async (code: string): Promise<Buffer> => Buffer.from((await app.deps.blobs.get(blobKey.certificate(code))) ?? []);
const phone = { width: 360, height: 740 };
const answer = (page: Page) => page.locator('#tep-answer');
const choose = (page: Page, buffer: Buffer, name = 'giay-chung-nhan.pdf') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
const barriers = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${JSON.stringify(nodes[0]?.target)}`);
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const withOneByteChanged = (file: Buffer): Buffer => {
  const copy = Buffer.from(file);
  copy[copy.length - 2000] = (copy.at(-2000) ?? 0) ^ 1;
  return copy;
};

test('a citizen gives the file to the page: genuine, changed, of somebody else, no PDF; only what is unknown is sent', async () => {
  const { page, context, faults } = await aDevice(app, phone);
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await page.goto('/xac-minh');
  // Dropped, as people do who have the file on their desk.
  const dropped = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], 'giay.pdf', { type: 'application/pdf' }));
      return transfer;
    },
    [...genuine],
  );
  await page.dispatchEvent('#tep-form', 'drop', { dataTransfer: dropped });
  await answer(page).getByRole('heading', { name: 'Giấy chứng nhận hợp lệ' }).waitFor();
  await answer(page).getByText('không bị sửa một chữ nào').waitFor();
  expect(sent).toEqual([]);
  expect(await tooWide(page)).toBe(0);

  await choose(page, withOneByteChanged(genuine));
  await answer(page).getByRole('heading', { name: 'Tệp này không còn đúng như khi cấp' }).waitFor();
  expect(sent).toHaveLength(1);
  expect(await barriers(page)).toEqual([]);
  expect(await answer(page).getByRole('link', { name: 'Xem giấy chứng nhận đã cấp' }).getAttribute('href')).toBe(`/C/${codes.valid}`);
  await choose(page, await fileOf(codes.superseded));
  await answer(page).getByRole('heading', { name: 'Đã được thay bằng giấy mới' }).waitFor();
  await choose(page, await fileOf(codes.revoked));
  await answer(page).getByRole('heading', { name: 'Giấy chứng nhận đã bị thu hồi' }).waitFor();
  await choose(page, Buffer.from('%PDF-1.4\n%%EOF\n'));
  await answer(page).getByRole('heading', { name: 'Không có giấy chứng nhận nào là tệp này' }).waitFor();

  await page.goto('/xac-minh?lang=en');
  await choose(page, Buffer.from('xin chào'), 'thu.txt');
  await answer(page).getByRole('heading', { name: 'This file cannot be read' }).waitFor();
  await choose(page, await fileOf(codes.superseded));
  await answer(page).getByRole('link', { name: 'See the certificate that replaced it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Valid certificate' }).waitFor();
  expect(page.url()).toContain('lang=en');
  expect(faults).toEqual([]);
  await context.close();
});

test('when the network fails or the server is busy, the page says just that of a genuine file, and answers when asked again', async () => {
  const { page, context } = await aDevice(app, phone);
  await page.goto('/xac-minh');
  await context.setOffline(true);
  await choose(page, genuine);
  await answer(page).getByRole('heading', { name: 'Chưa kiểm tra được lúc này' }).waitFor();
  await answer(page).getByText('Điều này không có nghĩa là giấy không hợp lệ.').waitFor();
  await context.setOffline(false);
  await page.route('**/api/public/**', (route) => route.fulfill({ status: 503, body: 'no' }));
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await answer(page).getByText('Hệ thống đang bận').waitFor();
  await page.unroute('**/api/public/**');
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await answer(page).getByRole('heading', { name: 'Giấy chứng nhận hợp lệ' }).waitFor();
  await context.close();
});

test('without script the file is sent by the form, and the answer is a page', async () => {
  const context = await app.browser.newContext({ baseURL: app.origin, javaScriptEnabled: false, locale: 'vi-VN', viewport: phone });
  const page = await context.newPage();
  await page.goto('/xac-minh');
  await choose(page, withOneByteChanged(genuine));
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tệp này không còn đúng như khi cấp' }).waitFor();
  await page.getByRole('link', { name: 'Xem giấy chứng nhận đã cấp' }).click();
  await page.getByRole('heading', { level: 1, name: 'Giấy chứng nhận hợp lệ' }).waitFor();
  await context.close();
});

const verdict = (page: Page) => page.locator('.verdict');
const type = async (page: Page, code: string) => {
  await page.getByLabel('Mã trên giấy chứng nhận').fill(code);
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
};
/** A phone with the app, and with the list once the page was open. */
async function aPhoneWithTheList(): Promise<Awaited<ReturnType<typeof aDevice>>> {
  const device = await aDevice(app, phone);
  await device.page.goto('/kiem-tra');
  await device.page.getByText(/\d giấy chứng nhận, tình trạng lúc/).waitFor();
  await device.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return device;
}
/** Puts another text in place of what lies in the cache of the list. */
const spoil = (page: Page, address: string, how: 'one byte' | 'other key') =>
  page.evaluate(
    async ([at, way]) => {
      const cache = await caches.open('certificate-list');
      const kept = await (await cache.match(at))?.arrayBuffer();
      const bytes = new Uint8Array(kept ?? new ArrayBuffer(0));
      if (way === 'one byte') bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1;
      const text = way === 'one byte' ? bytes : new TextDecoder().decode(bytes).replace(/"kid":"[^"]*"/, '"kid":"khác"');
      await cache.put(at, new Response(text));
    },
    [address, how] as const,
  );

test('without a network the app answers by the signed list, also about one revoked since, and leads from the old to the new', async () => {
  const { page, context } = await aPhoneWithTheList();
  // With a network the pages of the server stay the server's, whatever is asked of them.
  await page.goto('/xac-minh?lang=en');
  await page.getByRole('heading', { level: 1, name: 'Verify a certificate' }).waitFor();
  await context.setOffline(true);
  // The camera of the phone opens the address in the QR code; nothing answers there.
  await page.goto(`/C/${codes.valid}`);
  await verdict(page).getByRole('heading', { name: 'Giấy chứng nhận có thật' }).waitFor();
  await verdict(page)
    .getByText(/tình trạng lúc \d\d:00 ngày/)
    .waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
  await type(page, codes.superseded.toLowerCase());
  await verdict(page).getByRole('heading', { name: 'Đã được thay bằng giấy mới' }).waitFor();
  await verdict(page).getByRole('button', { name: 'Kiểm tra giấy thay thế' }).click();
  await verdict(page).getByRole('heading', { name: 'Giấy chứng nhận có thật' }).waitFor();
  await type(page, codes.revoked);
  await verdict(page).getByRole('heading', { name: 'Giấy chứng nhận đã bị thu hồi' }).waitFor();
  await type(page, '0123456789AB');
  await verdict(page).getByText('giấy có thể mới hơn danh sách').waitFor();
  await choose(page, genuine);
  await verdict(page).getByText('không bị sửa một chữ nào').waitFor();
  await choose(page, withOneByteChanged(genuine));
  await verdict(page).getByRole('heading', { name: 'Chưa kiểm tra được lúc này' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await verdict(page).getByRole('heading', { name: 'Cannot check now' }).waitFor();
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();

  const { table, now } = app.deps;
  const other =
    (await everyCertificate(table)).find(({ listedStatus, code }) => listedStatus === 'valid' && code !== codes.valid)?.code ?? codes.valid;
  const record = await findCertificate(table, other);
  if (record?.state !== 'valid') throw new Error('nothing to revoke');
  const gone = { ...record, state: 'revoked' as const, revokedOn: '2026-01-01', reason: 'Thử' };
  must(await save(table, change(table, actBy(actorOf('chutich'), now()), 'certificate.revoke', 'certificate', record, gone)));
  await type(page, other);
  await verdict(page).getByRole('heading', { name: 'Giấy chứng nhận có thật' }).waitFor();
  await context.setOffline(false);
  await type(page, other);
  await verdict(page).getByRole('heading', { name: 'Giấy chứng nhận đã bị thu hồi' }).waitFor();
  await page.getByRole('button', { name: 'Tải danh sách mới' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Tải danh sách mới' }).isEnabled()).toBe(true);
  await context.setOffline(true);
  await type(page, other);
  await verdict(page).getByText('Theo danh sách đã ký').waitFor();
  await verdict(page).getByRole('heading', { name: 'Giấy chứng nhận đã bị thu hồi' }).waitFor();
  await context.close();
});

test('a list that was changed, or signed with a key nobody knows, is not used and the page says so; a device without one says that', async () => {
  const { page, context } = await aPhoneWithTheList();
  await context.setOffline(true);
  await spoil(page, '/api/public/certificate-list', 'one byte');
  await page.goto('/kiem-tra');
  await page.getByText('Danh sách đã bị thay đổi hoặc hỏng, nên không được dùng').waitFor();
  await type(page, codes.valid);
  await verdict(page).getByText('Danh sách trên máy này đã bị thay đổi hoặc hỏng').waitFor();
  await verdict(page).getByRole('heading', { name: 'Chưa kiểm tra được lúc này' }).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Tải danh sách mới' }).click();
  await page.getByText(/\d giấy chứng nhận, tình trạng lúc/).waitFor();

  await context.setOffline(true);
  await spoil(page, '/api/public/list-keys', 'other key');
  await page.goto(`/xac-minh?ma=${codes.valid}`);
  await verdict(page).getByText('được ký bằng khóa mà máy chưa biết').waitFor();

  await page.evaluate(() => caches.delete('certificate-list'));
  await type(page, codes.valid);
  await verdict(page).getByText('Máy này chưa có danh sách').waitFor();
  await verdict(page).getByText('Điều này không có nghĩa là giấy không hợp lệ.').waitFor();
  await context.close();
});

test('an officer scans a certificate on a wall with the app and sees what it certifies', async () => {
  recording.show({ text: `${app.origin}/C/${codes.valid}`.toUpperCase(), x: 150 });
  const { page, context, faults } = await signedIn(app, 'kinhte', phone);
  await context.grantPermissions(['camera'], { origin: app.origin });
  await page.goto('/kiem-tra');
  await page.getByRole('button', { name: 'Quét mã QR trên giấy' }).click();
  await verdict(page).getByRole('heading', { name: 'Giấy chứng nhận hợp lệ' }).waitFor();
  const { facts } = (await findCertificate(app.deps.table, codes.valid)) ?? {};
  await verdict(page)
    .getByText(facts?.name ?? '')
    .first()
    .waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
