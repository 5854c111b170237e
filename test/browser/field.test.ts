import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordOf } from '../../functions/data/item.ts';
import type { Assessment } from '../../shared/assessment.ts';
import { isSame } from '../../web/field/outbox.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
let device: { context: BrowserContext; page: Page; faults: string[] };
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on' });
  device = await signedIn(app, 'thamdinh2', { width: 360, height: 740 });
  await device.page.evaluate(() => navigator.serviceWorker.ready);
}, 90_000);
afterAll(async () => {
  await device.context.close();
  await app.stop();
});

async function visits(): Promise<Assessment[]> {
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

/** What lies on the device's disk for the open visit. */
const onDevice = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ sheet: Assessment['sheet']; key: string; finished?: { receipt?: object } }[]>((resolve, reject) => {
        const opening = indexedDB.open('pho-so');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('visits').objectStore('visits').getAll();
          all.onsuccess = () => resolve(all.result as never);
        };
      }),
  );

test('a whole visit without a network, with the tab killed in the middle, arrives once when the network is back', async () => {
  const { context, faults } = device;
  let { page } = device;
  await page.goto('/');
  await page.getByRole('button', { name: 'Tải về máy' }).first().click();
  await page.getByText('Đã tải đủ về máy').first().waitFor();
  await page.getByRole('link', { name: 'Mở phiếu thẩm định' }).first().click();
  await page.getByRole('heading', { name: 'Câu hỏi' }).waitFor();
  const address = page.url();

  await context.setOffline(true);
  await page
    .getByRole('button', { name: 'Ghi nhận có mặt' })
    .or(page.getByRole('button', { name: 'Ghi lại vị trí' }))
    .click();
  await page.getByText('sai số khoảng').waitFor();

  // The first question, then the tab dies without warning.
  await page.locator('.tasks a[href*="/cau/"]').first().click();
  await answerMet(page);
  await expect.poll(async () => Object.keys((await onDevice(page))[0]?.sheet.answers ?? {}).length).toBeGreaterThan(0);
  await page.close();

  page = await context.newPage();
  await page.goto(address);
  await page.getByRole('heading', { name: 'Câu hỏi' }).waitFor();
  const questions = await page.locator('.tasks a[href*="/cau/"]').evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
  for (const question of questions) {
    await page.goto(question);
    await answerMet(page);
    await onDisk(page);
  }
  await page.goto(address);
  await page.getByRole('heading', { name: 'Cơ sở kiểm tra ngẫu nhiên' }).waitFor();
  const shops = await page.locator('.tasks a[href*="/co-so/"]').evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
  for (const shop of shops) {
    await page.goto(shop);
    await page.getByRole('button', { name: 'Đóng cửa' }).click();
    await onDisk(page);
  }
  await page.goto(`${address}/gui`);
  await page.getByText('Đã đủ.').waitFor();
  await page.getByRole('button', { name: 'Hoàn thành và gửi' }).click();
  await page.getByText('Đã hoàn thành trên máy').waitFor();
  expect(
    (await visits()).some(
      (each) => each.state === 'completed' && each.personName.includes('Lan Anh') && address.includes(each.nominationId),
    ),
  ).toBe(false);
  expect(await page.locator('.bottom-bar').textContent()).toMatch(/[1-9]\d* mục chờ gửi/);

  await context.setOffline(false);
  await page.getByText('Máy chủ đã nhận').waitFor({ timeout: 30_000 });
  const [mine] = await onDevice(page);
  const stored = (await visits()).find((each) => address.includes(each.nominationId) && mine?.key.includes(each.personId));
  expect(stored?.state).toMatch(/completed|late/);
  expect(isSame(stored?.sheet, mine?.sheet)).toBe(true);
  expect(faults).toEqual([]);
}, 90_000);

/** What was entered is on the disk 400 ms later: that is the promise, whatever happens then. */
async function onDisk(page: Page): Promise<void> {
  await page.waitForTimeout(400);
  await page.getByText('Đã lưu trên máy').waitFor();
}

/** Answers the question on the screen as met, with a photo where one is asked for. */
async function answerMet(page: Page): Promise<void> {
  await page.locator('h1.question').waitFor();
  const yes = page.getByRole('button', { name: 'Có', exact: true });
  if ((await yes.count()) > 0) await yes.click();
  else if ((await page.locator('#numerator').count()) > 0) {
    await page.locator('#numerator').fill('9');
    await page.locator('#denominator').fill('10');
  } else await page.locator('#count').fill('9');
  if ((await page.getByText(/^Cần/).count()) > 0) {
    const picture = async () => ({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await aPicture(page) });
    await page.locator('input[type=file]').setInputFiles([await picture(), await picture()]);
    await page.locator('.photos li').nth(1).waitFor();
  }
}

/** A photo as a phone takes it: three megapixels. */
async function aPicture(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2048, 1536);
    const context = canvas.getContext('2d');
    for (let n = 0; n < 400; n++) {
      if (!context) break;
      context.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`;
      context.fillRect(Math.random() * 2048, Math.random() * 1536, 200, 200);
    }
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer())];
  });
  return Buffer.from(bytes);
}
