import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDevice, aRunningApp, type RunningApp, signedIn } from './app.ts';
import { everyPage, type Stop, takeAlong } from './every-page.ts';

let app: RunningApp;
let stops: Stop[];
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on' });
  stops = await everyPage(app);
}, 120_000);
afterAll(() => app.stop());

// `npm run soak` looks at every page and every state in all four ways; `npm test` at each page once, the ways taking turns.
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
const people = ['everybody', 'ward', 'officer', 'assessor', 'leader', 'city', 'admin'] as const;

for (const [turn, look] of looks.entries())
  test.each(people)(
    `nothing stands in the way of a reader or of a narrow screen, ${look.language}, ${look.theme}: %s`,
    async (role) => {
      const ofRole = stops.filter((stop) => (stop.role ?? 'everybody') === role);
      const own = whole ? ofRole : inTurn(ofRole, turn);
      expect(ofRole.length).toBeGreaterThan(0);
      const found: string[] = [];
      for (const login of new Set(own.map((stop) => stop.login))) {
        const { page, faults, context } = login ? await signedIn(app, login, look) : await aDevice(app, look);
        if (!login) await page.emulateMedia({ colorScheme: look.theme });
        if (role === 'assessor') await takeAlong(page);
        for (const stop of own.filter((each) => each.login === login)) {
          await page.goto(login ? stop.path : `${stop.path}?lang=${look.language}`);
          await settled(page);
          found.push(...[...(await barriers(page)), ...(await overflows(page))].map((each) => `${stop.name}: ${each}`));
        }
        found.push(...faults);
        await context.close();
      }
      expect(found).toEqual([]);
    },
    240_000,
  );

/** Every page once, in the way whose turn it is; of a page with several addresses another one in each way. */
function inTurn(all: readonly Stop[], turn: number): Stop[] {
  const pages = [...new Set(all.map(({ page }) => page))];
  return pages.flatMap((page, at) => {
    const addresses = all.filter((stop) => stop.page === page);
    const chosen = addresses[(at + turn * Math.ceil(addresses.length / 2)) % addresses.length];
    return chosen && at % 2 === turn ? [chosen] : [];
  });
}

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
