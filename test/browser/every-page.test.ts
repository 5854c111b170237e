import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDevice, aRunningApp, type RunningApp, signedIn } from './app.ts';
import { everyPage, type Stop } from './every-page.ts';

let app: RunningApp;
let stops: Stop[];
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on' });
  stops = await everyPage(app);
}, 120_000);
afterAll(() => app.stop());

// `npm run soak` looks at every page in all four ways; `npm test` at each page once, the ways taking turns.
const whole = Boolean(process.env['SOAK']);
const looks = [
  { language: 'vi', theme: 'light' },
  { language: 'en', theme: 'dark' },
  ...(whole
    ? ([
        { language: 'vi', theme: 'dark' },
        { language: 'en', theme: 'light' },
      ] as const)
    : []),
] as const;
const people = ['', 'minhkhai', 'kinhte', 'thamdinh2', 'chutich', 'thanhpho', 'quantri'];

for (const [turn, look] of looks.entries())
  test.each(people)(
    `nothing stands in the way of a reader or of a narrow screen, ${look.language}, ${look.theme}: %s`,
    async (login) => {
      const own = stops.filter((stop, at) => (stop.login ?? '') === login && (whole || at % 2 === turn));
      expect(own.length).toBeGreaterThan(0);
      const { page, faults, context } = login ? await signedIn(app, login, look) : await aDevice(app, look);
      if (!login) await page.emulateMedia({ colorScheme: look.theme });
      const found: string[] = [];
      for (const stop of own) {
        await page.goto(login ? stop.path : `${stop.path}?lang=${look.language}`);
        await settled(page);
        found.push(...(await barriers(page)).map((each) => `${stop.name}: ${each}`));
        found.push(...(await overflows(page)).map((each) => `${stop.name}: ${each}`));
      }
      expect([...found, ...faults]).toEqual([]);
      await context.close();
    },
    240_000,
  );

/** Until nothing is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton, .boot'), undefined, {
    timeout: 15_000,
  });
}

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id} at ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

async function overflows(page: Page): Promise<string[]> {
  const wide: string[] = [];
  for (const width of [360, 820, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const by = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (by > 0) wide.push(`${by} px too wide at ${width}`);
  }
  return wide;
}
