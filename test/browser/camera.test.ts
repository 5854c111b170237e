import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { encode } from 'uqr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SampledMerchant } from '../../shared/nomination.ts';
import { buildVietQr } from '../../shared/vietqr/build.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';

const folder = mkdtempSync(join(tmpdir(), 'pho-so-camera-'));
const film = join(folder, 'street.y4m');
let app: RunningApp;
let device: { context: BrowserContext; page: Page; faults: string[] };
let shop: SampledMerchant;
let address: string;
beforeAll(async () => {
  show();
  app = await aRunningApp({ demo: 'on', browserFlags: [`--use-file-for-fake-video-capture=${film}`] });
  device = await signedIn(app, 'thamdinh2', { width: 360, height: 740 });
  const { context, page } = device;
  await context.grantPermissions(['camera', 'geolocation'], { origin: app.origin });
  await page.getByRole('button', { name: 'Tải về máy' }).first().click();
  await page.getByRole('link', { name: 'Mở phiếu thẩm định' }).first().click();
  await page.getByRole('heading', { name: 'Câu hỏi' }).waitFor();
  const [, nominationId] = /phieu\/([^/]+)/.exec(page.url()) ?? [];
  shop = await page.evaluate(
    (id) =>
      new Promise<SampledMerchant>((resolve) => {
        const opening = indexedDB.open('pho-so');
        opening.onsuccess = () => {
          const all = opening.result.transaction('assignments').objectStore('assignments').getAll();
          all.onsuccess = () => {
            const { sample } = all.result.find(({ assignment }) => assignment.assessment.nominationId === id).assignment;
            resolve(sample.merchants.find((each: SampledMerchant) => each.methods.some(({ account }) => account)));
          };
        };
      }),
    nominationId,
  );
  address = `/phieu/${nominationId}/co-so/${shop.merchantId}`;
}, 90_000);
afterAll(async () => {
  await device.context.close();
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

const [width, height] = [640, 480];
type Sight = { text: string; x: number; torn?: boolean };

/** What the camera films from now on: a grey wall with these codes on white paper; a torn one lost its right half. */
function show(...codes: readonly Sight[]): void {
  const light = Buffer.alloc(width * height, 150);
  for (const { text, x, torn } of codes) {
    const { data, size } = encode(text, { ecc: 'L', border: 4 });
    const module = Math.floor(300 / size);
    const seen = torn ? size / 2 : size;
    for (let row = 0; row < size * module; row++)
      for (let column = 0; column < seen * module; column++)
        light[(80 + row) * width + x + column] = data[Math.floor(row / module)]?.[Math.floor(column / module)] ? 20 : 240;
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
  writeFileSync(film, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F20:1 Ip A1:1 C420jpeg\n`), frame, frame]));
}

function codeOf(bankBin = '', account = ''): string {
  const built = buildVietQr({ bankBin, account });
  if (!built.ok) throw new Error(built.failure.code);
  return built.value;
}
const registered = (): string => {
  const { bankBin, account } = shop.methods.find((each) => each.account) ?? {};
  return codeOf(bankBin, account);
};
const stranger = () => codeOf('970436', '0999888777666');
const scan = (page: Page) => page.getByRole('button', { name: 'Quét mã QR tại quầy' }).or(page.getByRole('button', { name: 'Quét lại' }));
const storedCode = (page: Page) =>
  page.evaluate(
    (merchantId) =>
      new Promise<string | undefined>((resolve) => {
        const opening = indexedDB.open('pho-so');
        opening.onsuccess = () => {
          const all = opening.result.transaction('visits').objectStore('visits').getAll();
          all.onsuccess = () =>
            resolve(
              all.result.flatMap(({ sheet }) => sheet.spotChecks).find((each: { merchantId: string }) => each.merchantId === merchantId)
                ?.payload,
            );
        };
      }),
    shop.merchantId,
  );

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
  await page.waitForTimeout(1200);
  await expect.poll(() => page.locator('.camera [role=status]').textContent()).toContain('Hướng máy ảnh vào mã QR');
  await page.getByRole('button', { name: 'Dừng quét' }).click();

  show({ text: registered(), x: 10 }, { text: stranger(), x: 330 });
  await scan(page).click();
  await page.getByText('Có nhiều mã trong khung hình').waitFor();
  await page.waitForTimeout(800);
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
