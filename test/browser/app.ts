import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoPassword } from '../../infra/local/demo-fixtures.ts';
import { type Instance, startInstance } from '../../infra/local/instance.ts';
import { aBrowser } from './browser.ts';

export type RunningApp = { origin: string; deps: Instance['deps']; browser: Browser; stop: () => Promise<void> };

/** The whole product on a free port with a browser before it: what `npm start` runs, in a folder of its own. */
export async function aRunningApp(
  of: { demo?: 'on' | 'town' | 'off'; now?: () => Date; webDir?: string; browserFlags?: readonly string[] } = {},
): Promise<RunningApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pho-so-app-'));
  const started = await startInstance({
    host: 'localhost',
    port: 0,
    dataDir,
    demo: of.demo ?? 'town',
    webDir: of.webDir ?? '.build/web',
    now: of.now ?? (() => new Date()),
    log: () => {},
  });
  if (!started.ok) throw new Error(started.failure.detail);
  const browser = await aBrowser(of.browserFlags);
  return {
    origin: started.value.origin,
    deps: started.value.deps,
    browser,
    async stop() {
      await browser.close();
      await started.value.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type Looks = { width?: number; height?: number; language?: 'vi' | 'en'; theme?: 'light' | 'dark' };

/** A fresh browser profile of one person's device. Whatever the page throws or the console calls an error fails the test through `faults`. */
export async function aDevice(app: RunningApp, looks: Looks = {}): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await app.browser.newContext({
    baseURL: app.origin,
    viewport: { width: looks.width ?? 1280, height: looks.height ?? 800 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
    permissions: ['geolocation', 'clipboard-read', 'clipboard-write'],
    geolocation: { latitude: 20.8597, longitude: 106.6831, accuracy: 12 },
  });
  const { language, theme } = looks;
  await context.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      if (chosenLanguage) localStorage.setItem('pho-so.language', chosenLanguage);
      if (chosenTheme) localStorage.setItem('pho-so.theme', chosenTheme);
    },
    [language, theme] as const,
  );
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  return { context, page, faults };
}

/** Signs somebody of the demonstration in by typing, as people do; the page then stands at `path`. */
export async function signedIn(
  app: RunningApp,
  login: string,
  looks: Looks & { path?: string } = {},
): Promise<Awaited<ReturnType<typeof aDevice>>> {
  const device = await aDevice(app, looks);
  const { page } = device;
  await page.goto(looks.path ?? '/');
  await enter(page, login);
  return device;
}

/** From a page that asks to sign in, by typing, to the page behind it. */
export async function enter(page: Page, login: string): Promise<void> {
  await page.locator('main .button.main').first().click();
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(demoPassword);
  await page.locator('form button').click();
  await page.locator('header.head .who').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton'));
}
