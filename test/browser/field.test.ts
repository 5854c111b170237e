import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSame } from '../../web/assessments/outbox.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';
import { allClosed, answerAll, atOverview, atServer, handIn, onDisk, openFirst, saved } from './assessing.ts';

let app: RunningApp;
let device: { context: BrowserContext; page: Page; faults: string[] };
let address: string;
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on' });
  device = await signedIn(app, 'thamdinh2', { width: 360, height: 740 });
  await device.page.evaluate(() => navigator.serviceWorker.ready);
  address = await openFirst(device.page);
}, 90_000);
afterAll(async () => {
  await device.context.close();
  await app.stop();
});

test('a number that cannot be is refused in words, and typing it anew keeps the photos', async () => {
  const { page } = device;
  const photos = page.locator('.photos li');
  await page.locator('.tasks a[href*="/cau/"]').first().click();
  await page.locator('#numerator').fill('chín');
  await page.getByRole('alert').getByText('Chưa phải là số').waitFor();
  await page.locator('#numerator').fill('12');
  await page.locator('#denominator').fill('10');
  await page.getByRole('alert').getByText('Số đạt lớn hơn tổng số').waitFor();
  await page.locator('#numerator').fill('9');
  await page.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 a') });
  await expect.poll(() => photos.count()).toBe(1);
  await page.locator('#numerator').fill('');
  await photos.waitFor({ state: 'detached' });
  await page.locator('#numerator').fill('8');
  await expect.poll(() => photos.count()).toBe(1);
  await saved(page, ({ sheet }) => Object.values(sheet.answers).some((answer) => answer.kind === 'share' && answer.evidence.length === 1));
  await page.goto(address);
  await atOverview(page);
});

test('a whole visit without a network, with the tab killed in the middle, arrives once when the network is back', async () => {
  const { context, faults } = device;
  let { page } = device;
  await context.setOffline(true);
  await page
    .getByRole('button', { name: 'Ghi nhận có mặt' })
    .or(page.getByRole('button', { name: 'Ghi lại vị trí' }))
    .click();
  await page.getByText('sai số khoảng').waitFor();

  // The first question, then the tab dies without warning.
  await page.locator('.tasks a[href*="/cau/"]').first().click();
  await page.getByRole('button', { name: 'Có', exact: true }).or(page.locator('#count, #numerator')).first().click();
  await page.goBack();
  await page.getByLabel('Nhận xét chung').fill('Mưa to');
  await saved(page, ({ sheet }) => sheet.note === 'Mưa to');
  await page.close();

  page = await context.newPage();
  await page.goto(address);
  await atOverview(page);
  await expect.poll(() => page.getByLabel('Nhận xét chung').inputValue()).toBe('Mưa to');
  await answerAll({ page });
  await allClosed(page);
  await handIn(page);
  expect((await atServer(app, await onDisk(page)))?.state).toBe('writing');
  await expect.poll(() => page.locator('.bottom-bar').textContent()).toMatch(/[1-9]\d* mục chờ gửi/);

  await context.setOffline(false);
  await page.getByText('Máy chủ đã nhận').waitFor({ timeout: 30_000 });
  const mine = await onDisk(page);
  const stored = await atServer(app, mine);
  expect(stored?.state).toMatch(/completed|late/);
  expect(isSame(stored?.sheet, mine?.sheet)).toBe(true);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải biên bản (PDF)' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^bien-ban-tham-dinh-.+\.pdf$/);
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(faults).toEqual([]);
}, 90_000);
