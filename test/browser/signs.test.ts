import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/full';
import { createMerchant } from '../../functions/merchants/create.ts';
import { allMerchantsOf } from '../../functions/merchants/store.ts';
import { createStreet } from '../../functions/streets/create.ts';
import { actorOf, must } from '../../infra/local/demo-scenario.ts';
import { AuthorityId, MerchantId, StreetId } from '../../shared/ids.ts';
import type { PaymentMethod } from '../../shared/merchants/merchant.ts';
import { buildVietQr } from '../../shared/vietqr/build.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await aRunningApp();
});
afterAll(() => app.stop());

const staff = actorOf('minhkhai');
const act = (id: string) => ({ id, digest: id, by: staff, at: new Date().toISOString(), from: 'test' });

async function aStreet(name: string, shops: [name: string, methods: PaymentMethod[]][]): Promise<StreetId> {
  const id = StreetId.parse(uuidv7());
  must(await createStreet(app.deps, act(id), id, AuthorityId.parse('minh-khai'), { kind: 'street', name }));
  for (const [at, [shop, methods]] of shops.entries()) {
    const merchant = MerchantId.parse(uuidv7());
    const details = {
      name: shop,
      place: String(at + 1),
      methods,
      eInvoice: false,
      commitment: false,
      outreach: 'to-visit' as const,
      listed: false,
    };
    must(await createMerchant(app.deps, act(merchant), id, merchant, details));
  }
  return id;
}
const account = (number: string): PaymentMethod => ({ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: number });
const stored = (street: StreetId) => allMerchantsOf(app.deps.table, street);

test('signs are made from whole accounts with a recorded reason, scanned back, and taken along as a PDF', async () => {
  const street = await aStreet('Trần Phú', [
    ['Phở Hương', [account('0011001234567')]],
    ['Chè Thập cẩm', []],
  ]);
  const { page, faults, context } = await signedIn(app, 'minhkhai', { path: `/duong/${street}/ma-qr` });
  await page.getByText('1 cơ sở chưa có ngân hàng').waitFor();
  await page.getByRole('button', { name: 'Làm bảng mã cho 1 cơ sở' }).click();
  await page.getByText('Quét lại đúng').waitFor();
  await page.getByText('0011001234567').waitFor();
  const [pdf] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải PDF' }).click()]);
  expect(
    readFileSync(await pdf.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  // The reveal is a version of its own in the merchant's history.
  expect((await stored(street)).map(({ version }) => version)).toEqual([2, 1]);
  expect(faults).toEqual([]);
  await context.close();
});

test('a payment method is read from a picture of a VietQR code, and the account is masked from then on', async () => {
  const street = await aStreet('Quang Trung', [['Bún cá Cay', []]]);
  const code = buildVietQr({ bankBin: '970415', account: '101234567890' });
  const file = new URL(import.meta.resolve('zxing-wasm/full/zxing_full.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } });
  const { image } = await writeBarcode(code.ok ? code.value : '', { format: 'QRCode', scale: 6 });
  const picture = Buffer.from((await image?.arrayBuffer()) ?? new ArrayBuffer(0));

  const { page, faults, context } = await signedIn(app, 'minhkhai', { path: `/duong/${street}/co-so` });
  await page.locator('[data-row="0"] [data-column="8"]').click();
  await page.keyboard.press('Enter');
  await page.getByText('Từ mã VietQR').click();
  await page.getByLabel('Ảnh mã QR').setInputFiles({ name: 'ma.png', mimeType: 'image/png', buffer: picture });
  await page.getByRole('button', { name: 'Ghi vào danh sách' }).click();
  await page.getByRole('button', { name: 'Xong' }).click();
  await page.getByLabel('Tìm theo tên, chủ, số nhà').focus();
  await page.getByText('Mọi dòng đã gửi.').waitFor();
  await page.getByRole('gridcell', { name: /VietinBank ••••7890/ }).waitFor();
  expect((await stored(street))[0]?.methods).toEqual([{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970415', account: '101234567890' }]);
  expect(faults).toEqual([]);
  await context.close();
});

test('two entries of one shop stand side by side; one is closed, and opened again by undo', async () => {
  const street = await aStreet('Hoàng Diệu', [
    ['Phở Hương', [account('0011001234567')]],
    ['PHO HUONG', [account('0011001234567')]],
  ]);
  const { page, faults, context } = await signedIn(app, 'minhkhai', { path: `/duong/${street}/can-kiem` });
  await page.getByText('cùng tài khoản').waitFor();
  await page.getByRole('button', { name: /Bỏ cơ sở thứ hai/ }).click();
  await page.getByText('Không có cặp nào nghi trùng').waitFor();
  expect((await stored(street)).map(({ state }) => state)).toEqual(['active', 'closed']);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('1 cặp nghi trùng').waitFor();
  await page.getByRole('button', { name: /Không phải trùng/ }).click();
  await page.getByText('Không có cặp nào nghi trùng').waitFor();
  await page.getByRole('link', { name: 'Đi từng nhà' }).click();
  await page.getByLabel('Vận động: Phở Hương').selectOption('equipped');
  await page.getByText('Phở Hương: Đã trang bị.').waitFor();
  await expect
    .poll(async () => (await stored(street)).map(({ outreach, distinctFrom }) => [outreach, distinctFrom.length]))
    .toEqual([
      ['equipped', 1],
      ['to-visit', 0],
    ]);
  expect(faults).toEqual([]);
  await context.close();
});
