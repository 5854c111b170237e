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
  { language: 'vi', theme: 'dark' },
  { language: 'en', theme: 'light' },
] as const;
type Look = (typeof looks)[number];
const people = ['everybody', 'ward', 'officer', 'assessor', 'leader', 'city', 'admin'] as const;

test.each(people)(
  'nothing stands in the way of a reader or of a narrow screen: %s',
  async (role) => {
    const views = viewsOf(stops.filter((stop) => (stop.role ?? 'everybody') === role));
    expect(views.length).toBeGreaterThan(0);
    const found: string[] = [];
    for (const login of new Set(views.map(({ stop }) => stop.login))) {
      const { page, faults, context } = login ? await signedIn(app, login) : await aDevice(app);
      if (role === 'assessor') await takeAlong(page);
      for (const { stop, look } of views.filter((view) => view.stop.login === login)) {
        await take(page, look, login !== undefined);
        await page.goto(login ? stop.path : `${stop.path}?lang=${look.language}`);
        await settled(page);
        const seen = [...(await barriers(page)), ...(await overflows(page))];
        found.push(...seen.map((each) => `${stop.name}, ${look.language}, ${look.theme}: ${each}`));
      }
      found.push(...faults);
      await context.close();
    }
    expect(found).toEqual([]);
  },
  480_000,
);

/** What is looked at, and how: everything in every way, or every page once in the way whose turn it is, at one of its addresses. */
function viewsOf(all: readonly Stop[]): { stop: Stop; look: Look }[] {
  if (whole) return looks.flatMap((look) => all.map((stop) => ({ stop, look })));
  return [...new Set(all.map(({ page }) => page))].flatMap((page, at) => {
    const addresses = all.filter((stop) => stop.page === page);
    const stop = addresses[at % addresses.length];
    return stop ? [{ stop, look: looks[at % 2] ?? looks[0] }] : [];
  });
}

/** Before a page is opened: its language and its colours. Pages for everybody take the language from their address. */
async function take(page: Page, { language, theme }: Look, isOfTheApp: boolean): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  if (!isOfTheApp) return;
  await page.evaluate(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('pho-so.language', chosenLanguage);
      localStorage.setItem('pho-so.theme', chosenTheme);
    },
    [language, theme] as const,
  );
}

/** Until nothing is being loaded any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton, .boot'), undefined, {
    timeout: 15_000,
  });
}

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // There are no frames of others; without this, each look opens a tab of its own, which takes as long as the look.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
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
