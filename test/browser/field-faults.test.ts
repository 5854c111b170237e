import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../../infra/local/demo-fixtures.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';
import { atOverview, atServer, onDisk, openFirst, saved } from './assessing.ts';

let app: RunningApp;
let device: { context: BrowserContext; page: Page; faults: string[] };
let address: string;
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on' });
  device = await signedIn(app, 'thamdinh2', { width: 360, height: 740 });
  await device.page.evaluate(() => navigator.serviceWorker.ready);
  device.page.setDefaultTimeout(10_000);
  address = await openFirst(device.page);
}, 90_000);
afterAll(async () => {
  await device.context.close();
  await app.stop();
});

const remark = (page: Page) => page.getByLabel('Nhận xét chung');
const sentNote = async (note: string) =>
  expect.poll(async () => (await atServer(app, await onDisk(device.page)))?.sheet.note, { timeout: 20_000 }).toBe(note);

test('a full device says at once that the last entry is not saved, and loses nothing that it said was', async () => {
  const { page } = device;
  await remark(page).fill('Đã lưu trước khi đầy');
  await saved(page, ({ sheet }) => sheet.note === 'Đã lưu trước khi đầy');
  // What a full device answers; Chromium itself notices an overridden quota only half a minute later.
  await page.evaluate(() => {
    const put: unknown = Reflect.get(IDBObjectStore.prototype, 'put');
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { put: full });
    Object.assign(globalThis, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
  });
  await remark(page).fill('Gõ khi máy đã đầy '.repeat(100));
  await page.getByText('CHƯA được lưu').waitFor();
  expect((await onDisk(page))?.sheet.note).toBe('Đã lưu trước khi đầy');

  await page.evaluate(() => (globalThis as unknown as { makeRoom: () => void }).makeRoom());
  await remark(page).fill('Đã dọn bộ nhớ');
  await saved(page, ({ sheet }) => sheet.note === 'Đã dọn bộ nhớ');
  await page.getByText('CHƯA được lưu').waitFor({ state: 'detached' });
  await sentNote('Đã dọn bộ nhớ');
});

test('an ended session keeps what is written; it is sent after signing in again', async () => {
  const { context, page } = device;
  const over = (route: Route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } });
  const closed = (route: Route) =>
    route.fulfill({ status: 401, contentType: 'application/problem+json', json: { code: 'token-refused', detail: 'ended', status: 401 } });
  await context.route('**/oidc/token', over);
  await context.route('**/api/**', closed);
  await remark(page).fill('Viết sau khi hết phiên');
  const again = page.getByRole('button', { name: 'Đăng nhập lại' });
  await again.waitFor({ timeout: 15_000 });
  await saved(page, ({ sheet }) => sheet.note === 'Viết sau khi hết phiên');
  await context.unroute('**/oidc/token', over);
  await context.unroute('**/api/**', closed);
  const before = await page.evaluate(() => performance.timeOrigin);
  await again.click();
  // By way of the provider, which may still know the person or ask for the password, and back to the very page.
  const password = page.locator('#password');
  await expect
    .poll(
      async () => {
        if ((await password.count().catch(() => 0)) > 0) {
          await page.locator('#login').fill('thamdinh2');
          await password.fill(demoPassword);
          await page.locator('form button').click();
        }
        const now = await page.evaluate(() => performance.timeOrigin).catch(() => before);
        return now > before && new URL(page.url()).pathname;
      },
      { timeout: 30_000 },
    )
    .toBe(address);
  await atOverview(page);
  await expect.poll(() => remark(page).inputValue()).toBe('Viết sau khi hết phiên');
  await sentNote('Viết sau khi hết phiên');
});
