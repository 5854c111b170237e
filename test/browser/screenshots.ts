import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aDevice, aRunningApp, signedIn } from './app.ts';
import { everyPage, takeAlong, viewers } from './every-page.ts';

/** `npm run screenshots -- --out <folder>`: every page as a picture, at phone and desktop width. */
const at = process.argv.indexOf('--out');
const out = at > 0 ? (process.argv[at + 1] ?? '') : '';
if (!out) {
  console.error('Thiếu thư mục: npm run screenshots -- --out <thư mục>. / The folder is missing: npm run screenshots -- --out <folder>.');
  process.exit(1);
}
const only = process.argv.indexOf('--only') > 0 ? new RegExp(process.argv[process.argv.indexOf('--only') + 1] ?? '') : /./;
mkdirSync(out, { recursive: true });
const app = await aRunningApp({ demo: 'on' });
const stops = (await everyPage(app)).filter(({ name }) => only.test(name));
for (const [size, width, height] of [
  ['phone', 360, 780],
  ['desktop', 1280, 800],
] as const)
  for (const login of new Set(stops.map((stop) => stop.login))) {
    const { page, context } = login ? await signedIn(app, login, { width, height }) : await aDevice(app, { width, height });
    if (login === viewers.assessor) await takeAlong(page);
    for (const stop of stops.filter((each) => each.login === login)) {
      await page.goto(stop.path);
      await page
        .waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton, .boot'), undefined, { timeout: 15_000 })
        .catch(() => {});
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(out, `${stop.name} ${size}.png`.replaceAll(/[ ]+/g, '-')), fullPage: true });
      console.log(`${stop.name} ${size}`);
    }
    await context.close();
  }
await app.stop();
