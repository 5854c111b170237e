import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { recordOf } from '../../functions/data/item.ts';
import type { Assessment } from '../../shared/assessments/assessment.ts';
import type { SampledMerchant } from '../../shared/nominations/nomination.ts';
import type { StoredAssessment } from '../../web/assessments/device-types.ts';
import type { RunningApp } from './app.ts';

/** Every assessment that the server holds. */
export async function visitsAt(app: RunningApp): Promise<Assessment[]> {
  const { table } = app.deps;
  const found: Assessment[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.doc.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey: from }));
    found.push(...(page.Items ?? []).filter((item) => item['type'] === 'assessment').map((item) => recordOf('assessment', item)));
    from = page.LastEvaluatedKey;
  } while (from);
  return found;
}

/** What the server holds of a visit that lies on the device. */
export const atServer = async (app: RunningApp, visit: StoredAssessment | undefined): Promise<Assessment | undefined> =>
  (await visitsAt(app)).findLast((each) => each.nominationId === visit?.nominationId && each.personId === visit?.personId);

/** Everything in one store of the device's disk. */
export const stored = <T>(page: Page, store: string): Promise<T[]> =>
  page.evaluate(
    (name) =>
      new Promise<T[]>((resolve, reject) => {
        const opening = indexedDB.open('pho-so');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as T[]);
          };
        };
      }),
    store,
  );

/** What lies on the device's disk for the open visit. */
export const onDisk = async (page: Page): Promise<StoredAssessment | undefined> => (await stored<StoredAssessment>(page, 'visits'))[0];

/** The shops that were drawn for the open visit. */
export const drawnShops = async (page: Page): Promise<SampledMerchant[]> =>
  (await stored<{ assignment: { sample: { merchants: SampledMerchant[] } } }>(page, 'assignments'))[0]?.assignment.sample.merchants ?? [];

/** The tab dies as in a crash: no event fires, nothing is tidied up. Gives the one that is opened after it. */
export async function killed({ context, page }: { context: BrowserContext; page: Page }, to: string): Promise<Page> {
  const died = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => {});
  await died;
  await page.close();
  const next = await context.newPage();
  await next.goto(to);
  await next.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton'));
  return next;
}

/** Takes the first assignment along and opens its sheet; gives its address. */
export async function openFirst(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Tải về máy' }).first().click();
  await page.getByRole('link', { name: 'Mở phiếu thẩm định' }).first().click();
  await atOverview(page);
  return new URL(page.url()).pathname;
}
export const atOverview = (page: Page): Promise<void> => page.getByRole('heading', { name: 'Câu hỏi' }).waitFor();

/** What was entered is on the disk 400 ms later: that is the promise, whatever happens then. */
export async function saved(page: Page, holds: (visit: StoredAssessment) => boolean): Promise<void> {
  const isKept = async () => {
    const visit = await onDisk(page);
    return visit !== undefined && holds(visit);
  };
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true);
}

/** Answers every question as met, one screen after the other by the app's own links, and comes back to the overview. `after` each. */
export async function answerAll(device: { page: Page }, after: (photos: number) => Promise<void> = async () => {}): Promise<void> {
  await device.page.locator('.tasks a[href*="/cau/"]').first().click();
  for (let more = true; more; ) {
    await after(await answerMet(device.page));
    // Another page after a crash.
    const { page } = device;
    const here = page.url();
    const on = page.locator('.steps .button.main');
    more = (await on.textContent()) === 'Tiếp theo';
    await on.click();
    await page.waitForURL((now) => now.href !== here);
  }
  await atOverview(device.page);
}

/** Finds every drawn shop closed that was not visited before. */
export async function allClosed(page: Page): Promise<void> {
  await page.locator('.tasks a[href*="/co-so/"]').first().click();
  for (let more = true; more; ) {
    const closed = page.getByRole('button', { name: 'Đóng cửa' });
    await closed.waitFor();
    if ((await page.locator('.answers [aria-pressed=true]').count()) === 0) {
      await closed.click();
      await page.locator('[aria-pressed=true]', { hasText: 'Đóng cửa' }).waitFor();
    }
    const here = page.url();
    const on = page.locator('.steps .button.main');
    more = (await on.textContent()) === 'Tiếp theo';
    await on.click();
    await page.waitForURL((now) => now.href !== here);
  }
  await atOverview(page);
}

/** Hands the complete visit in. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Kiểm tra trước khi gửi' }).click();
  await page.getByText('Đã đủ.').waitFor();
  await page.getByRole('button', { name: 'Hoàn thành và gửi' }).click();
  await page.getByText('Đã hoàn thành trên máy').waitFor();
}

/** Answers the question on the screen as met, with photos where they are asked for; tells how many. */
async function answerMet(page: Page): Promise<number> {
  await page.locator('h1.question').waitFor();
  const yes = page.getByRole('button', { name: 'Có', exact: true });
  if ((await yes.count()) > 0) await yes.click();
  else if ((await page.locator('#numerator').count()) > 0) {
    await page.locator('#numerator').fill('9');
    await page.locator('#denominator').fill('10');
  } else await page.locator('#count').fill('9');
  await page.getByText('Minh chứng').waitFor();
  const photos = page.locator('.photos li');
  const before = await photos.count();
  if ((await page.getByText(/^Cần/).count()) === 0) return before;
  const picture = async () => ({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await aPicture(page) });
  await page.locator('input[type=file]').setInputFiles([await picture(), await picture()]);
  await expect.poll(() => photos.count()).toBe(before + 2);
  return before + 2;
}

/** A photo, each another. */
async function aPicture(page: Page): Promise<Buffer> {
  const text = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 480);
    const context = canvas.getContext('2d');
    for (let n = 0; context && n < 40; n++) {
      context.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`;
      context.fillRect(Math.random() * 640, Math.random() * 480, 80, 80);
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  return Buffer.from(text, 'base64');
}
