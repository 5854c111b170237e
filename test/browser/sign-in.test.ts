import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDevice, aRunningApp, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await aRunningApp();
});
afterAll(() => app.stop());

test('a ward officer signs in, comes back to the page asked for, and signs out', async () => {
  const { page, faults, context } = await signedIn(app, 'minhkhai');
  await expect.poll(() => page.locator('.head .who').textContent()).toContain('Cán bộ Phường Minh Khai');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL(/session\/end|\/$/);
  expect(faults).toEqual([]);
  await context.close();
});

test('a stranger sees where to sign in and what everybody may look up, in both languages', async () => {
  const { page, faults, context } = await aDevice(app);
  await page.goto('/');
  await page.getByRole('link', { name: 'Xác minh giấy chứng nhận' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Verify a certificate' }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  expect(faults).toEqual([]);
  await context.close();
});
