import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDevice, aRunningApp, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on' });
});
afterAll(() => app.stop());

test('without script somebody finds a street, narrows its shops down, sees its certificate and changes the language', async () => {
  const context = await app.browser.newContext({
    baseURL: app.origin,
    javaScriptEnabled: false,
    locale: 'vi-VN',
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.goto('/tuyen-duong');
  await page.getByLabel('Tìm theo tên').fill('dien bien');
  await page.getByRole('button', { name: 'Tìm' }).click();
  expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Điện Biên Phủ']);
  await page.locator('svg.map a').first().click();
  await page.getByRole('heading', { level: 1, name: 'Điện Biên Phủ' }).waitFor();
  const all = await page.locator('tbody tr').count();
  expect(all).toBeGreaterThan(20);
  await page.getByRole('link', { name: /^Thẻ \(/ }).click();
  const cards = await page.locator('tbody tr').count();
  expect(cards).toBeGreaterThan(0);
  expect(cards).toBeLessThan(all);
  await page.getByRole('link', { name: 'English' }).click();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  await expect.poll(() => page.locator('tbody tr').count()).toBe(cards);
  await page.getByRole('link', { name: /GCN-UBND/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Valid certificate' }).waitFor();
  await page.getByRole('link', { name: 'Check another code' }).click();
  await page.getByLabel('Code on the certificate').fill('abc u');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('A code cannot contain: U').waitFor();
  await page.getByLabel('Code on the certificate').fill('oooo-oooo oooo');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('heading', { name: 'No certificate bears this code' }).waitFor();
  expect(page.url()).toContain('/C/000000000000?lang=en');
  expect(scripts).toEqual([]);
  await context.close();
});

test('the landing page leads to the public pages, also with the app installed on the device', async () => {
  const { page, context, faults } = await aDevice(app);
  await page.goto('/');
  await page.getByRole('link', { name: 'Xác minh giấy chứng nhận' }).click();
  await page.getByLabel('Mã trên giấy chứng nhận').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('the city sees districts side by side, goes down to a dossier by links, and takes the table along as a file', async () => {
  const { page, context, faults } = await signedIn(app, 'thanhpho');
  await page.getByRole('heading', { level: 1, name: /Các quận và phường/ }).waitFor();
  const row = page.getByRole('row', { name: /Quận Hồng Bàng/ });
  await row.waitFor();
  await expect.poll(() => row.textContent()).toMatch(/Đã chứng nhận: 2/);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải XLSX' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^tong-hop-hai-phong-\d{4}\.xlsx$/);
  const sheet = await readSheet(await readFile(await file.path()));
  expect(sheet[0]?.slice(0, 2)).toEqual(['Đơn vị', 'Đợt']);
  expect(sheet[1]?.[0]).toBe('Quận Hồng Bàng');

  await page
    .getByRole('link', { name: /^Năm \d+$/ })
    .first()
    .click();
  await page.waitForURL(/nam=\d{4}/);
  await page.goBack();
  await row.getByRole('link').click();
  await page.waitForURL(/\/dot\//);
  await page.getByRole('link', { name: 'Điện Biên Phủ' }).click();
  await page.getByRole('heading', { level: 1, name: /Điện Biên Phủ, Phường Minh Khai/ }).waitFor();
  expect(
    await page
      .getByRole('main')
      .getByRole('button', { name: /Phê duyệt|Trả lại|Đề nghị/ })
      .count(),
  ).toBe(0);
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});
