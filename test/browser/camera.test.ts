import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SampledMerchant } from '../../shared/nominations/nomination.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';
import { drawnShops, onDisk, openFirst } from './assessing.ts';
import { cameraRecording, codeOf } from './camera-recording.ts';

const recording = cameraRecording();
const { show } = recording;
let app: RunningApp;
let device: { context: BrowserContext; page: Page; faults: string[] };
let shop: SampledMerchant;
let address: string;
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on', browserFlags: [recording.flag] });
  device = await signedIn(app, 'thamdinh2', { width: 360, height: 740 });
  const { context, page } = device;
  // Each picture goes to the reader, which works beside the page: counted on its way.
  await context.addInitScript(() => {
    const send = Reflect.get(Worker.prototype, 'postMessage') as (...what: unknown[]) => void;
    Object.assign(globalThis, { looks: 0 });
    Worker.prototype.postMessage = new Proxy(send, {
      apply(_, worker, what) {
        (globalThis as unknown as { looks: number }).looks++;
        Reflect.apply(send, worker, what);
      },
    });
  });
  await context.grantPermissions(['camera', 'geolocation'], { origin: app.origin });
  const sheet = await openFirst(page);
  const found = (await drawnShops(page)).find(({ methods }) => methods.some(({ account }) => account));
  if (!found) throw new Error('no drawn shop has an account');
  shop = found;
  address = `${sheet}/co-so/${shop.merchantId}`;
}, 90_000);
afterAll(async () => {
  await device.context.close();
  await app.stop();
  recording.remove();
});

const registered = (): string => {
  const { bankBin, account } = shop.methods.find((each) => each.account) ?? {};
  return codeOf(bankBin, account);
};
const stranger = () => codeOf('970436', '0999888777666');
const scan = (page: Page) => page.getByRole('button', { name: 'Quét mã QR tại quầy' }).or(page.getByRole('button', { name: 'Quét lại' }));
const storedCode = async (page: Page): Promise<string | undefined> => {
  const check = (await onDisk(page))?.sheet.spotChecks.find(({ merchantId }) => merchantId === shop.merchantId);
  return check?.outcome === 'found' ? check.payload : undefined;
};

/** Waits until the reader has looked at some more pictures: what it has not seen by then it does not take. */
async function looksOn(page: Page): Promise<void> {
  const looks = () => page.evaluate(() => (globalThis as unknown as { looks: number }).looks);
  const before = await looks();
  await expect.poll(looks).toBeGreaterThan(before + 5);
}

test('the code of the shop’s own account is read at the counter and stands in the sheet', async () => {
  const { page } = device;
  await page.goto(address);
  await page.getByRole('button', { name: 'Có gặp' }).click();
  show({ text: registered(), x: 150 });
  await scan(page).click();
  await page.getByText('Đúng tài khoản đã đăng ký').waitFor();
  await expect.poll(() => storedCode(page)).toBe(registered());
});

test('a torn code and two codes in one picture are never counted; what was scanned before stays', async () => {
  const { page } = device;
  show({ text: stranger(), x: 150, torn: true });
  await scan(page).click();
  await page.getByText('Hướng máy ảnh vào mã QR').waitFor();
  await looksOn(page);
  await expect.poll(() => page.locator('.camera [role=status]').textContent()).toContain('Hướng máy ảnh vào mã QR');
  await page.getByRole('button', { name: 'Dừng quét' }).click();

  show({ text: registered(), x: 10 }, { text: stranger(), x: 330 });
  await scan(page).click();
  await page.getByText('Có nhiều mã trong khung hình').waitFor();
  await looksOn(page);
  await expect.poll(() => page.locator('.camera [role=status]').textContent()).toContain('Có nhiều mã trong khung hình');
  await page.getByRole('button', { name: 'Dừng quét' }).click();
  expect(await storedCode(page)).toBe(registered());
});

test('a code pasted over the shop’s own is an alarm that names the stranger’s account', async () => {
  const { page } = device;
  show({ text: stranger(), x: 150 });
  await scan(page).click();
  const alarm = page.getByRole('alert').filter({ hasText: 'mã trả tiền cho người khác' });
  await alarm.waitFor();
  await expect.poll(() => alarm.textContent()).toContain('0999888777666');
  await expect.poll(() => storedCode(page)).toBe(stranger());
});

test('outside a visit any code tells whom it pays, and nothing is kept', async () => {
  const { page } = device;
  show({ text: stranger(), x: 150 });
  await page.goto('/quet');
  await scan(page).click();
  await page.getByText('0999888777666').waitFor();
});

test('without leave to use the camera the code is typed', async () => {
  const { context, page, faults } = device;
  // What the browser answers to the page when the person says no.
  await context.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  });
  await page.goto(address);
  await scan(page).click();
  await page.getByText('Không mở được máy ảnh').waitFor();
  await page.getByText('Nhập nội dung mã bằng tay').click();
  await page.getByLabel('Nội dung mã').fill(registered());
  await page.getByRole('button', { name: 'Dùng nội dung này' }).click();
  await page.getByText('Đúng tài khoản đã đăng ký').waitFor();
  await expect.poll(() => storedCode(page)).toBe(registered());
  expect(faults).toEqual([]);
});
