import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tokens } from '../../web/session/tokens.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';
import { atOverview, atServer, onDisk, openFirst, saved, stored } from './assessing.ts';

// A copy of its own: one test brings out a new version of the app.
const webDir = mkdtempSync(join(tmpdir(), 'pho-so-web-'));
const phone = { width: 360, height: 740 };
let app: RunningApp;
let device: { context: BrowserContext; page: Page; faults: string[] };
let address: string;
beforeAll(async () => {
  cpSync('.build/web', webDir, { recursive: true });
  app = await aRunningApp({ demo: 'on', webDir });
  device = await signedIn(app, 'thamdinh2', phone);
  const { context, page } = device;
  // An app that stays open asks for a newer version every hour: here when the test says so.
  await context.addInitScript(() => {
    const every = setInterval;
    Object.assign(globalThis, {
      setInterval: (work: () => void, ms: number) => {
        if (ms === 3_600_000) Object.assign(globalThis, { anHourLater: work });
        return every(work, ms);
      },
    });
  });
  await page.goto('/');
  await page.waitForFunction(() => navigator.serviceWorker.controller && 'anHourLater' in globalThis);
  address = await openFirst(page);
}, 90_000);
afterAll(async () => {
  await device.context.close();
  await app.stop();
  rmSync(webDir, { recursive: true, force: true });
});

const remark = (page: Page) => page.getByLabel('Nhận xét chung');
/** Typed, and on the device's disk. */
async function typed(page: Page, note: string): Promise<void> {
  await remark(page).fill(note);
  await saved(page, ({ sheet }) => sheet.note === note);
}
const arrives = async (note: string) =>
  expect.poll(async () => (await atServer(app, await onDisk(device.page)))?.sheet.note, { timeout: 20_000 }).toBe(note);

test('a new version of the app in the middle of a visit takes nothing away', async () => {
  const { page } = device;
  const atStart = () => page.evaluate(() => performance.timeOrigin);
  const before = await atStart();
  for (const ending of ['.br', '.gz']) rmSync(join(webDir, `sw.js${ending}`), { force: true });
  appendFileSync(join(webDir, 'sw.js'), '\n// the next version\n');
  await page.waitForFunction(() => 'anHourLater' in globalThis);
  await page.evaluate(() => (globalThis as unknown as { anHourLater: () => void }).anHourLater());
  // Not a moment is left for the pause after typing: the page itself has to save it before it goes.
  await remark(page).fill('Gõ ngay trước bản mới');
  await page.getByRole('button', { name: 'Dùng bản mới' }).click();
  await expect.poll(() => atStart().catch(() => before)).toBeGreaterThan(before);
  await atOverview(page);
  await expect.poll(() => remark(page).inputValue()).toBe('Gõ ngay trước bản mới');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting)).toBeNull();
  await arrives('Gõ ngay trước bản mới');
});

test('two devices that wrote different things show both, and a person chooses; a file carries the work to the first', async () => {
  const { page } = device;
  const other = await signedIn(app, 'thamdinh2', phone);
  await other.page.waitForFunction(() => navigator.serviceWorker.controller);
  await openFirst(other.page);
  await other.context.setOffline(true);
  await typed(other.page, 'Máy thứ hai');
  await typed(page, 'Máy thứ nhất');
  await arrives('Máy thứ nhất');
  await other.context.setOffline(false);
  await other.page.getByRole('link', { name: 'Đối chiếu' }).click({ timeout: 20_000 });
  const row = other.page.getByRole('row', { name: /Nhận xét chung/ });
  await expect.poll(() => row.getByRole('cell').allTextContents()).toEqual(['Máy thứ hai', 'Máy thứ nhất']);
  await other.page.getByRole('button', { name: 'Gửi bản trên máy này' }).click();
  await arrives('Máy thứ hai');

  // The second device writes on without a network; its file brings that to the first, which never wrote since.
  await other.context.setOffline(true);
  await other.page.goto(address);
  await atOverview(other.page);
  await typed(other.page, 'Mang sang bằng tệp');
  await other.page.goto('/cho-gui');
  await other.page.getByText('Bản để riêng').waitFor();
  const [file] = await Promise.all([other.page.waitForEvent('download'), other.page.getByRole('button', { name: 'Xuất ra tệp' }).click()]);
  const carried = await file.path();
  await page.goto('/cho-gui');
  await page.locator('input[type=file]').setInputFiles({ name: 'pho-so.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await page.getByText('không phải tệp xuất từ Phố Số').waitFor();
  await page.locator('input[type=file]').setInputFiles(carried);
  await page.getByText('Đã nhập 1 phiếu').waitFor();
  await arrives('Mang sang bằng tệp');
  await other.context.close();
});

test('what waits is sent by the service worker when the network is back and no page is open, with a sign-in that it renews', async () => {
  const { context } = device;
  await device.page.goto(address);
  await atOverview(device.page);
  await context.setOffline(true);
  await typed(device.page, 'Gửi khi đã đóng ứng dụng');
  // Hours later: the token in the worker's copy has run out.
  await device.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('pho-so');
        opening.onsuccess = () => {
          const store = opening.result.transaction('session', 'readwrite').objectStore('session');
          const reading = store.get('tokens');
          reading.onsuccess = () => {
            store.put({ ...reading.result, expiresAt: 0 }, 'tokens').onsuccess = () => {
              opening.result.close();
              resolve();
            };
          };
        };
      }),
  );
  const visit = await onDisk(device.page);
  const empty = await context.newPage();
  await device.page.close();
  await context.setOffline(false);
  const session = await context.newCDPSession(empty);
  const registered = new Promise<string>((found) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) found(first.registrationId);
    }),
  );
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  await session.send('ServiceWorker.dispatchSyncEvent', { origin: app.origin, registrationId, tag: 'outbox', lastChance: false });
  await expect.poll(async () => (await atServer(app, visit))?.sheet.note, { timeout: 20_000 }).toBe('Gửi khi đã đóng ứng dụng');

  // The page that is opened next goes on with the sign-in that the worker renewed.
  device.page = empty;
  await empty.goto(address);
  await atOverview(empty);
  const [copy] = await stored<Tokens>(empty, 'session');
  expect(copy?.renewals).toBeGreaterThan(0);
  await empty.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('pho-so.session') ?? '{}') as object;
    localStorage.setItem('pho-so.session', JSON.stringify({ ...kept, expiresAt: 0 }));
  });
  await empty.goto('/');
  await expect
    .poll(() => empty.evaluate(() => (JSON.parse(localStorage.getItem('pho-so.session') ?? '{}') as { renewals: number }).renewals))
    .toBe(copy?.renewals);
  expect(await empty.getByText('Phiên làm việc đã hết').count()).toBe(0);
});
