import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change, save } from '../../functions/data/save.ts';
import { findProgramme } from '../../functions/programmes/store.ts';
import { actorOf, idOf } from '../../infra/local/demo-scenario.ts';
import { thisProgramme } from '../../infra/local/demo-timeline.ts';
import { type Instant, ProgrammeId } from '../../shared/ids.ts';
import { isSame } from '../../web/assessments/outbox.ts';
import { actBy, must } from '../support/instance.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';
import { allClosed, answerAll, atServer, drawnShops, handIn, killed, onDisk, openFirst, saved } from './assessing.ts';
import { cameraRecording, codeOf } from './camera-recording.ts';

const everyStep = process.env['SOAK'] !== undefined;
const hour = 3_600_000;
const recording = cameraRecording();
let app: RunningApp;
let device: { context: BrowserContext; page: Page };
const faults: string[] = [];
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on', browserFlags: [recording.flag] });
  device = await signedIn(app, 'thamdinh2', { width: 360, height: 740 });
  const { context, page } = device;
  await context.grantPermissions(['camera', 'geolocation'], { origin: app.origin });
  context.on('weberror', (error) => faults.push(error.error().message));
  await page.evaluate(() => navigator.serviceWorker.ready);
}, 90_000);
afterAll(async () => {
  await device.context.close();
  await app.stop();
  recording.remove();
});

/** A network that refuses every third request, answers late, and now and then loses the answer to what the server has done. */
async function flaky({ context }: { context: BrowserContext }): Promise<{ lost: number }> {
  // The same sequence every time: a test that fails shall fail again.
  let seed = 7;
  const chance = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const seen = { lost: 0 };
  await context.route(/\/(api|blobs)\//, async (route: Route) => {
    const [refused, unanswered, late] = [chance() < 0.3, chance() < 0.2, chance() * 60];
    if (refused) {
      seen.lost++;
      return route.abort('connectionfailed');
    }
    await new Promise((later) => setTimeout(later, 20 + late));
    if (unanswered && route.request().method() !== 'GET') {
      seen.lost++;
      await route.fetch().catch(() => undefined);
      return route.abort('connectionreset').catch(() => {});
    }
    return route.continue().catch(() => {});
  });
  return seen;
}

/** From the next page on the device's clock is wrong by so much. */
const wrongClock = (context: BrowserContext, by: number): Promise<unknown> =>
  context.addInitScript((wrong) => {
    const Right = Date;
    globalThis.Date = new Proxy(Right, {
      construct: (_, of: []) => (of.length > 0 ? new Right(...of) : new Right(Right.now() + wrong)),
      get: (_, name) => (name === 'now' ? () => Right.now() + wrong : Reflect.get(Right, name)),
    });
  }, by);

const signInEnds = (): number => (JSON.parse(localStorage.getItem('pho-so.session') ?? '{}') as { expiresAt?: number }).expiresAt ?? 0;

/** The programme's day of reckoning, as an officer could have set it from the beginning. */
async function dueAt(at: number): Promise<void> {
  const programme = await findProgramme(app.deps.table, ProgrammeId.parse(idOf(thisProgramme)));
  if (!programme) throw new Error('no programme');
  const act = actBy(actorOf('kinhte'), app.deps.now());
  const next = { ...programme, assessmentDueAt: new Date(at).toISOString() as Instant };
  must(await save(app.deps.table, change(app.deps.table, act, 'programme.extend', 'programme', programme, next)));
}

test('a visit through a failing network, on a phone two hours fast whose tab dies at every step, arrives whole, once and in time', async () => {
  const { context } = device;
  const die = async (to: string) => {
    device.page = await killed(device, to);
  };
  await dueAt(Date.now() + hour);
  const address = await openFirst(device.page);
  const network = await flaky(device);
  await wrongClock(context, 2 * hour);
  await die(address);
  // By the wrong clock the sign-in has ended long ago. A renewal whose answer is lost would end it indeed, which another test plays.
  await expect.poll(() => device.page.evaluate(signInEnds)).toBeGreaterThan(Date.now() + 2 * hour);

  await device.page.getByRole('button', { name: /Ghi nhận có mặt|Ghi lại vị trí/ }).click();
  await device.page.getByText('sai số khoảng').waitFor();
  await saved(device.page, ({ sheet }) => sheet.arrival?.position?.accuracyMetres === 12);
  await die(address);
  await device.page.getByText('sai số khoảng').waitFor();

  const answered = new Set<string>();
  await answerAll(device, async (photos) => {
    const { pathname } = new URL(device.page.url());
    const code = pathname.split('/').at(-1) ?? '';
    answered.add(code);
    await saved(device.page, ({ sheet }) => sheet.answers[code]?.evidence.length === photos);
    // In small: after the first answer, and after the first photos.
    if (!everyStep && (answered.size > 6 || (answered.size > 1 && photos === 0))) return;
    await die(pathname);
    await expect.poll(() => device.page.locator('.photos li').count()).toBe(photos);
  });
  expect(Object.keys((await onDisk(device.page))?.sheet.answers ?? {})).toEqual(expect.arrayContaining([...answered]));

  const shop = (await drawnShops(device.page)).find(({ methods }) => methods.some(({ account }) => account));
  const { bankBin, account } = shop?.methods.find((each) => each.account) ?? {};
  recording.show({ text: codeOf(bankBin, account), x: 150 });
  await device.page.goto(`${address}/co-so/${shop?.merchantId}`);
  await device.page.getByRole('button', { name: 'Có gặp' }).click();
  await device.page.getByRole('button', { name: 'Quét mã QR tại quầy' }).click();
  await device.page.getByText('Đúng tài khoản đã đăng ký').waitFor();
  await saved(device.page, ({ sheet }) => sheet.spotChecks.some((check) => 'payload' in check));
  await die(`${address}/co-so/${shop?.merchantId}`);
  await device.page.getByText('Đúng tài khoản đã đăng ký').waitFor();

  await device.page.goto(address);
  await allClosed(device.page);
  const shops = (await drawnShops(device.page)).length;
  await saved(device.page, ({ sheet }) => sheet.spotChecks.length === shops);
  await die(address);
  await context.setOffline(true);
  await handIn(device.page);
  // The deadline passes before the hand-in gets through: only the corrected clock says that the visit was over in time.
  const due = Date.now() + 2000;
  await dueAt(due);
  for (let n = 0; n < (everyStep ? 12 : 2); n++) await die('/cho-gui');
  await expect.poll(() => Date.now()).toBeGreaterThan(due);
  await context.setOffline(false);
  await expect
    .poll(
      async () => {
        const send = device.page.getByRole('button', { name: 'Gửi ngay' });
        if ((await send.count()) > 0) await send.click({ timeout: 1000 }).catch(() => {});
        return (await onDisk(device.page))?.finished?.receipt?.state;
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe('late');
  await device.page.getByText('Không còn gì chờ gửi').waitFor();

  const mine = await onDisk(device.page);
  const theirs = await atServer(app, mine);
  expect(isSame(theirs?.sheet, mine?.sheet)).toBe(true);
  const clocks = theirs && 'clocks' in theirs ? theirs.clocks : undefined;
  expect(Math.round((clocks?.clockOffsetMs ?? 0) / hour)).toBe(-2);
  expect(network.lost).toBeGreaterThan(5);
  expect(faults).toEqual([]);
}, 180_000);
