import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDevice, aRunningApp, enter, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await aRunningApp();
});
afterAll(() => app.stop());

test('a ward officer signs in, comes back to the page asked for, and signs out', async () => {
  const { page, faults, context } = await signedIn(app, 'minhkhai');
  await expect.poll(() => page.locator('.head .who').textContent()).toContain('Cán bộ Phường Minh Khai');
  const before = await tokensOf(page);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('link', { name: 'Xác minh giấy chứng nhận' }).waitFor();
  expect(await renewed(before)).toEqual([400, 'invalid_grant']);
  // Whoever takes the device next has to say who they are.
  await page.locator('main .button.main').first().click();
  await page.locator('#password').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('where the provider has its own address for signing out, the way leads there, and the session is taken back first', async () => {
  const { page, context } = await aDevice(app);
  await page.route('**/config.json', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...((await answer.json()) as object), signOut: `${app.origin}/logout?client_id=web` } });
  });
  await page.route('**/logout?*', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>out</h1>' }));
  await page.goto('/');
  await enter(page, 'minhkhai');
  const before = await tokensOf(page);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL('**/logout?client_id=web');
  expect(await renewed(before)).toEqual([400, 'invalid_grant']);
  await context.close();
});

type Tokens = { refreshToken: string; tokenEndpoint: string; clientId: string };
const tokensOf = (page: Page) =>
  page.evaluate(() => {
    const kept = Object.values(localStorage).find((text) => text.includes('"refreshToken"'));
    return JSON.parse(kept ?? '{}') as Tokens;
  });

/** What the provider says to somebody who kept the tokens and asks for new ones. */
async function renewed({ refreshToken, tokenEndpoint, clientId }: Tokens): Promise<[number, string]> {
  expect(refreshToken).toMatch(/.{20}/);
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId });
  const answer = await fetch(tokenEndpoint, { method: 'POST', body });
  return [answer.status, ((await answer.json()) as { error: string }).error];
}

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
