import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { order } from '../../functions/ceremony/order.ts';
import { findCeremony } from '../../functions/ceremony/store.ts';
import { creation, save } from '../../functions/data/save.ts';
import { wholeBoardOf } from '../../functions/programmes/store.ts';
import { findStreet } from '../../functions/streets/store.ts';
import { actorOf, idOf } from '../../infra/local/demo-scenario.ts';
import { thisProgramme } from '../../infra/local/demo-timeline.ts';
import { NominationId, ProgrammeId, StreetId } from '../../shared/ids.ts';
import { actBy, must } from '../support/instance.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
let path: string;
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on' });
  path = `/le-trao/${programmeId()}`;
  await recommended('Bến Bính');
}, 60_000);
afterAll(() => app.stop());

const programmeId = () => ProgrammeId.parse(idOf(thisProgramme));

/** One more street that waits for leadership, after the model of the one that the demonstration has. */
async function recommended(name: string): Promise<void> {
  const { table, now } = app.deps;
  const officer = actorOf('kinhte');
  const model = (await wholeBoardOf(table, programmeId())).find(({ state }) => state === 'recommended');
  const street = model && (await findStreet(table, model.streetId));
  if (model?.state !== 'recommended' || !street) throw new Error('the demonstration has nothing recommended');
  const { version: _, trail: __, slot: ___, ...fields } = model;
  const { version: ____, trail: _____, lockedBy: ______, ...place } = street;
  const streetId = StreetId.parse(uuidv7());
  const act = actBy(officer, now());
  must(await save(table, creation(table, act, 'street.create', 'street', { ...place, id: streetId, name })));
  const id = NominationId.parse(uuidv7());
  must(await save(table, creation(table, act, 'nomination.recommend', 'nomination', { ...fields, id, streetId, streetName: name })));
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const streets = (page: Page) => page.locator('.ceremony-order > li strong').allTextContents();
const kept = async () => (await findCeremony(app.deps.table, programmeId()))?.order.length;
const asShown = ['Đường Bến Bính', 'Đường Đinh Tiên Hoàng', 'Đường Điện Biên Phủ', 'Chợ Sắt'];

test('a leader puts the ceremony in order with the keyboard and by dragging, and the next person sees it so', async () => {
  const { page, faults, context } = await signedIn(app, 'chutich');
  await page.getByRole('link', { name: 'Lễ trao', exact: true }).click();
  await page.locator(`a[href="${path}"]`).click();
  await expect.poll(() => streets(page)).toEqual(asShown);

  await page.getByRole('button', { name: 'Đưa Đường Điện Biên Phủ lên' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Đường Điện Biên Phủ: vị trí 2 trên 4').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => streets(page)).toEqual(['Đường Điện Biên Phủ', 'Đường Bến Bính', 'Đường Đinh Tiên Hoàng', 'Chợ Sắt']);
  await page.getByText('Đã lưu thứ tự trao.').first().waitFor();
  await expect.poll(kept).toBe(4);

  const grip = page.getByRole('button', { name: 'Kéo Chợ Sắt' });
  await grip.scrollIntoViewIfNeeded();
  const from = await grip.boundingBox();
  const to = await page.locator('.ceremony-order > li').nth(1).boundingBox();
  if (!from || !to) throw new Error('the list is not shown');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, to.y + 4, { steps: 8 });
  await expect.poll(() => page.locator('.ceremony-order > .carried').count()).toBe(1);
  await page.mouse.up();
  await expect.poll(() => streets(page)).toEqual(['Đường Điện Biên Phủ', 'Chợ Sắt', 'Đường Bến Bính', 'Đường Đinh Tiên Hoàng']);
  await expect.poll(async () => (await findCeremony(app.deps.table, programmeId()))?.version).toBe(2);
  expect(faults).toEqual([]);
  await context.close();

  const other = await signedIn(app, 'phochutich', { path, language: 'en' });
  await expect.poll(() => streets(other.page)).toEqual(['Đường Điện Biên Phủ', 'Chợ Sắt', 'Đường Bến Bính', 'Đường Đinh Tiên Hoàng']);
  await other.page.getByRole('button', { name: 'Move Chợ Sắt to another place' }).click();
  await other.page.getByLabel('To place').fill('4');
  await other.page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect.poll(() => streets(other.page)).toEqual(['Đường Điện Biên Phủ', 'Đường Bến Bính', 'Đường Đinh Tiên Hoàng', 'Chợ Sắt']);
  await expect.poll(async () => (await findCeremony(app.deps.table, programmeId()))?.version).toBe(3);
  expect(other.faults).toEqual([]);
  await other.context.close();
});

test('two leaders who order at once: the second chooses, and nothing is lost before', async () => {
  const { page, faults, context } = await signedIn(app, 'chutich', { path });
  await expect.poll(() => page.locator('.ceremony-order > li').count()).toBe(4);
  const [before = '', second = ''] = await streets(page);
  const seen = await findCeremony(app.deps.table, programmeId());
  const theirs = actorOf('phochutich');
  const reversed = [...(seen?.order ?? [])].reverse();
  must(await order(app.deps, actBy(theirs, app.deps.now()), { id: programmeId(), version: seen?.version ?? 0 }, reversed));
  await page.getByRole('button', { name: `Đưa ${before} xuống` }).click();
  await page.getByText('Có người vừa xếp lại thứ tự').waitFor();
  expect((await streets(page)).slice(0, 2)).toEqual([second, before]);
  await page.getByRole('button', { name: 'Giữ thứ tự của tôi' }).click();
  await page.getByText('Đã lưu thứ tự trao.').first().waitFor();
  await expect.poll(async () => (await streets(page)).slice(0, 2)).toEqual([second, before]);

  // Gone to another page before the move is saved: it is saved all the same.
  const { version = 0 } = (await findCeremony(app.deps.table, programmeId())) ?? {};
  await page.getByRole('button', { name: `Đưa ${before} lên` }).click();
  await page.getByRole('link', { name: 'Giấy chứng nhận', exact: true }).click();
  await expect.poll(async () => (await findCeremony(app.deps.table, programmeId()))?.version).toBe(version + 1);
  expect(faults).toEqual([]);
  await context.close();
});

test('a leader has the pack and the ZIP made and downloads them; the slides turn by clicker, keys, click and finger, also without a network', async () => {
  const { page, faults, context } = await signedIn(app, 'chutich', { path, height: 720 });
  const downloaded = async (kind: string) => {
    await page.getByRole('button', { name: `Tạo tệp ${kind}` }).click();
    const button = page.getByRole('button', { name: new RegExp(`^Tải xuống [(].*[)] ${kind.replace(/[()]/g, '[$&]')}$`) });
    await button.waitFor();
    const downloading = page.waitForEvent('download');
    await button.click();
    return downloading;
  };
  const pack = await downloaded('Giấy chứng nhận để in');
  expect(pack.suggestedFilename()).toMatch(/^giay-chung-nhan-de-in-\d{4}-\d\d-\d\d-[0-9a-f]{8}[.]pdf$/);
  expect(
    readFileSync(await pack.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const zip = await downloaded('Từng giấy chứng nhận (ZIP)');
  expect(Object.keys(unzipSync(readFileSync(await zip.path())))).toEqual([
    'danh-muc.csv',
    'danh-muc.json',
    expect.stringMatching(/^001_.*_0\d-gcn-ubnd[.]pdf$/),
    expect.stringMatching(/^002_.*_0\d-gcn-ubnd[.]pdf$/),
  ]);

  // The hall: every way to turn a page, and the network goes.
  await button(page, 'Trình chiếu').click();
  const slide = page.getByRole('dialog', { name: 'Trình chiếu lễ trao' });
  const shown = () => slide.locator('h1').textContent();
  await expect.poll(shown).toBe('Lễ trao giấy chứng nhận');
  await expect.poll(() => page.evaluate(() => document.fonts.check("700 20px 'Playfair Display'"))).toBe(true);
  await context.setOffline(true);
  const seen: (string | null)[] = [];
  for (const turn of [
    () => page.keyboard.press('PageDown'),
    () => page.keyboard.press('ArrowRight'),
    () => page.mouse.click(1000, 300),
    () => page.keyboard.press(' '),
  ]) {
    const before = await shown();
    await turn();
    await expect.poll(shown).not.toBe(before);
    seen.push(await shown());
  }
  expect(new Set(seen)).toEqual(new Set(asShown));
  await page.keyboard.press('PageDown');
  await expect.poll(shown).toBe(seen[3]);
  await page.keyboard.press('PageUp');
  await expect.poll(shown).toBe(seen[2]);
  await page.mouse.click(100, 300);
  await expect.poll(shown).toBe(seen[1]);
  await page.mouse.move(300, 400);
  await page.mouse.down();
  await page.mouse.move(800, 410, { steps: 3 });
  await page.mouse.up();
  await expect.poll(shown).toBe(seen[0]);
  await page.keyboard.press('End');
  await expect.poll(shown).toBe(seen[3]);
  // One press leaves a filled screen and the slides; the browser itself takes the key then, which a test cannot press.
  if (await page.evaluate(() => Boolean(document.fullscreenElement))) await page.evaluate(() => document.exitFullscreen());
  else await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.pathname === path);
  expect(faults.filter((fault) => !/net::ERR|offline/i.test(fault))).toEqual([]);
  await context.close();
});
