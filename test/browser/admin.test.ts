import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMerchant } from '../../functions/merchants/create.ts';
import { peopleOf } from '../../functions/people/store.ts';
import { createStreet } from '../../functions/streets/create.ts';
import { AuthorityId, MerchantId, StreetId } from '../../shared/ids.ts';
import { actBy, must } from '../support/instance.ts';
import { aDevice, aRunningApp, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
let page: Page;
let faults: string[];
beforeAll(async () => {
  app = await aRunningApp();
  ({ page, faults } = await signedIn(app, 'quantri'));
});
afterAll(() => app.stop());

const password = 'bằng lăng tím 2025';

test('an administrator enters somebody, who sets a password and signs in; disabled they are out, and undo lets them in again', async () => {
  await page.goto('/quan-tri/nguoi-dung');
  await page.getByLabel('Cơ quan').selectOption({ label: '\u2003Quận Hồng Bàng' });
  await page.getByRole('link', { name: 'Lê Thanh Huyền' }).waitFor();
  await page.getByRole('link', { name: 'Thêm người dùng' }).click();
  await page.getByLabel('Họ và tên').fill('Đặng Thị Mới');
  await page.getByLabel('Tên đăng nhập').fill('Kinh Tế');
  await page.getByLabel('Vai trò 1', { exact: true }).selectOption({ label: 'Phòng Kinh tế' });
  await page.getByRole('button', { name: 'Thêm và tạo liên kết mời' }).click();
  // What is wrong stands at its field, and nothing typed is lost.
  await expect.poll(() => page.getByLabel('Tên đăng nhập').getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => page.getByLabel('Họ và tên').inputValue()).toBe('Đặng Thị Mới');
  await page.getByLabel('Tên đăng nhập').fill('kinhte.moi');
  await page.getByRole('button', { name: 'Thêm và tạo liên kết mời' }).click();
  const url = await page.getByLabel('Liên kết mời').inputValue();

  const theirs = await aDevice(app);
  await theirs.page.goto(url);
  for (const field of await theirs.page.locator('input[type=password]').all()) await field.fill(password);
  await theirs.page.locator('form button').click();
  await signInAs(theirs.page, 'kinhte.moi');
  await expect.poll(() => theirs.page.locator('.head .who').textContent()).toContain('Đặng Thị Mới');
  expect(theirs.faults).toEqual([]);
  await theirs.context.close();

  await page.getByRole('link', { name: 'Danh sách người dùng' }).click();
  await page.getByRole('link', { name: 'Đặng Thị Mới' }).click();
  await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await page.getByText('Đã khóa', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('Đang hoạt động').waitFor();
  await page.getByRole('button', { name: 'Xem lịch sử thay đổi' }).click();
  await page.getByText('Chuỗi nhật ký toàn vẹn').waitFor();
  await page.getByRole('cell', { name: 'Mở khóa tài khoản' }).waitFor();
  expect(faults).toEqual([]);
}, 30_000);

async function signInAs(page: Page, login: string): Promise<void> {
  await page.goto('/');
  await page.locator('main .button.main').first().click();
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(password);
  await page.locator('form button').click();
  await page.locator('nav.nav').waitFor();
}

test('a criteria set begins as a copy, is refused where a code repeats, is published, and then changes only as a new edition', async () => {
  await page.goto('/quan-tri/tieu-chi');
  await page.getByLabel('Tên của bộ mới').fill('Bộ tiêu chí Hải Phòng 2026');
  await page.getByRole('button', { name: 'Lập bộ tiêu chí mới' }).click();
  await page.getByText('Tuyến phố 100, chợ 105').waitFor();
  const second = page.locator('details.criterion').nth(1);
  await second.locator('summary').click();
  await second.getByLabel('Điểm', { exact: true }).fill('17');
  await page.getByText('Tuyến phố 105, chợ 110').waitFor();
  await second.getByLabel('Mã', { exact: true }).fill('C01');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await page.getByText('Đã lưu bản nháp.').waitFor();
  await page.getByRole('button', { name: 'Ban hành' }).click();
  await page.getByRole('link', { name: 'C01 Mã: Bị trùng' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-details-checklist-criteria-1--code');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('C02');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await page.getByRole('button', { name: 'Ban hành', disabled: false }).click();
  await page.getByText('Đã ban hành', { exact: true }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Lưu bản nháp' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Lập ấn bản mới' }).click();
  await page.getByText('Ấn bản 2', { exact: true }).waitFor();
  expect(faults).toEqual([]);
}, 30_000);

/** A shop of Minh Khai with everything about its owner. */
async function someOwner() {
  const ward = AuthorityId.parse('minh-khai');
  const [clerk] = must(await peopleOf(app.deps.table, ward, 1)).items;
  if (!clerk) throw new Error('nobody works in Minh Khai');
  const [streetId, id] = [StreetId.parse(uuidv7()), MerchantId.parse(uuidv7())];
  const act = (of: string) => actBy(clerk, new Date(), of);
  must(await createStreet(app.deps, act(streetId), streetId, ward, { kind: 'street', name: 'Lãn Ông' }));
  const details = {
    name: 'Tạp hóa Bình An',
    place: '7',
    owner: 'Vũ Thị Bích Ngọc',
    phone: '0987650001',
    methods: [{ method: 'QR_VIETQR_ACCOUNT' as const, bankBin: '970436', account: '0071000987859' }],
    eInvoice: true,
    commitment: true,
    outreach: 'equipped' as const,
    listed: true,
  };
  must(await createMerchant(app.deps, act(id), streetId, id, details));
  return details;
}

test('the owner of a shop is found by phone, exported, and erased after asking twice', async () => {
  const merchant = await someOwner();
  await page.goto('/quan-tri/du-lieu-ca-nhan');
  await page.getByLabel('Giá trị cần tìm').fill(merchant.phone);
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.getByRole('link', { name: merchant.name }).first().click();
  await page.locator('dd', { hasText: merchant.owner }).waitFor();

  const [exporting, erasing] = [
    page.locator('section', { hasText: 'Xuất dữ liệu' }).last(),
    page.locator('section', { hasText: 'Xóa dữ liệu' }).last(),
  ];
  await exporting.getByLabel('Lý do').fill('Đơn số 12');
  await exporting.getByRole('button', { name: 'Xuất', exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải JSON' }).click();
  const file = await (await downloading).path();
  expect(readFileSync(file, 'utf8')).toContain(merchant.owner);

  await erasing.getByLabel('Lý do').fill('Đơn số 13');
  await erasing.getByRole('button', { name: 'Xóa dữ liệu…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
  await page.locator('dd', { hasText: merchant.owner }).waitFor();
  await erasing.getByRole('button', { name: 'Xóa dữ liệu…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa vĩnh viễn' }).click();
  await page.getByText('Đã xóa dữ liệu cá nhân.').waitFor();
  await expect.poll(() => page.locator('dl.facts').textContent()).not.toContain(merchant.owner);
  await page.getByRole('button', { name: 'Xem lịch sử thay đổi' }).click();
  await page.getByText('Chuỗi nhật ký toàn vẹn').waitFor();
  expect(faults).toEqual([]);
}, 30_000);
