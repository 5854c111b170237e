import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { opened } from '../functions/office-documents/support/read.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
let page: Page;
let faults: string[];
// One officer, signed in once: each test begins at an address of its own.
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on' });
  ({ page, faults } = await signedIn(app, 'kinhte'));
});
afterEach(() => expect(faults.splice(0)).toEqual([]));
afterAll(() => app.stop());

/** A day in Vietnam, so many days from today, as a date field takes it. */
const inDays = (days: number): string => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
/** Opens the dossier of a street from the worklist. */
async function open(street: string): Promise<void> {
  await page.goto('/dot');
  // The first in the list may be the programme that another test has just set up.
  await page
    .getByRole('row', { name: /quận Hồng Bàng \(dữ liệu minh họa\)/ })
    .getByRole('link', { name: 'Danh sách hồ sơ' })
    .click();
  await page.getByRole('table').getByRole('link', { name: street, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: street }).waitFor();
}
const action = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');

test('the officer sets up a programme, is told which days are out of order, and opens it', async () => {
  await page.goto('/dot/moi');
  await fill('Tên đợt', 'Phố không tiền mặt <script>');
  await fill('Căn cứ pháp lý', 'Kế hoạch 271/KH-UBND\nKế hoạch 274/KH-UBND');
  await fill('Mở đăng ký từ ngày', inDays(0));
  await fill('Đăng ký đến hết ngày', inDays(20));
  await fill('Thẩm định đến hết ngày', inDays(10));
  await fill('Lễ trao giấy chứng nhận', `${inDays(40)}T08:00`);
  await page.getByText('Mốc “Hạn thẩm định” phải sau mốc “Hạn đăng ký”.').waitFor();
  await fill('Thẩm định đến hết ngày', inDays(30));
  await page.getByText('Từ 00:00 ngày', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Chọn tất cả', exact: true }).click();
  await page.getByText('Đã chọn 9 trong 9 phường.').waitFor();
  await page.getByLabel('Phường Quán Toan').uncheck();
  await fill('Họ tên người ký', 'Nguyễn Thị Hồng Ánh');
  await action('Lưu bản nháp').click();

  await page.waitForURL(/thiet-lap/);
  await action('Mở đợt').click();
  await page.getByText('Đợt đã mở. Các phường được báo ngay.').waitFor();
  await expect.poll(() => page.getByText('Đợt đã mở nên các mục dưới đây không sửa được nữa.').count()).toBe(1);
  const text = await page.locator('main').textContent();
  expect(text).toContain('Phố không tiền mặt <script>');
  expect(text).toContain('8 phường');
});

test('a handed-in dossier is checked and returned with a remark at its field', async () => {
  await open('Bạch Đằng');
  await action('Kiểm tra hồ sơ').click();
  await dialog()
    .getByText(/Hồ sơ đầy đủ|Hồ sơ còn thiếu/)
    .waitFor();
  await dialog().getByRole('button', { name: 'Đóng' }).click();

  const [paper] = await Promise.all([page.waitForEvent('download'), action('Tờ trình của phường').click()]);
  expect(opened(readFileSync(await paper.path())).text).toContain('DANH SÁCH CƠ SỞ KINH DOANH TRÊN ĐƯỜNG BẠCH ĐẰNG');

  await page.getByRole('button', { name: 'Nhận xét về: Điện thoại liên hệ' }).click();
  await dialog().getByLabel('Nội dung nhận xét').fill('Không ai nghe máy.');
  await dialog().getByRole('button', { name: 'Ghim nhận xét' }).click();
  await page.locator('#remark-contact-phone').getByText('Không ai nghe máy.').waitFor();

  await action('Trả lại để bổ sung').click();
  await dialog().getByLabel('Lý do').fill('Cần bổ sung điểm cuối.');
  await dialog().getByLabel('Phường bổ sung đến hết ngày').fill(inDays(5));
  await dialog().getByRole('button', { name: 'Thêm nhận xét' }).click();
  await dialog().getByLabel('Trường').selectOption('street.to');
  await dialog().getByLabel('Nội dung nhận xét').fill('Ghi rõ số nhà cuối.');
  await dialog().getByRole('button', { name: 'Trả lại để bổ sung' }).click();

  await page.locator('#remark-street-to').getByText('Ghi rõ số nhà cuối.').waitFor();
  await page.getByText('Trả lại để bổ sung', { exact: true }).first().waitFor();
  await expect.poll(() => action('Phân công thẩm định').isDisabled()).toBe(true);
  await expect.poll(() => page.locator('#why-assign').textContent()).toContain('cần: đã nộp');
});

test('an assessor is taken off, back again by undo, and assigned anew after being taken off for good', async () => {
  await open('Hạ Lý');
  const takeOff = async (): Promise<string> => {
    await action('Thôi phân công').click();
    const button = dialog()
      .getByRole('button', { name: /^Thôi phân công / })
      .last();
    const name = ((await button.getAttribute('aria-label')) ?? '').replace('Thôi phân công ', '');
    await button.click();
    await dialog().waitFor({ state: 'detached' });
    return name;
  };
  const sheetOf = (name: string) => page.getByRole('heading', { name: `Phiếu của ${name}` }).locator('..');
  const name = await takeOff();
  await sheetOf(name).getByText('Đã thôi phân công').waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await sheetOf(name).getByText('Đang ghi phiếu').waitFor();

  expect(await takeOff()).toBe(name);
  await action('Phân công thẩm định').click();
  await dialog().getByRole('checkbox', { name }).check();
  await dialog().getByRole('button', { name: 'Phân công thẩm định' }).click();
  await page.getByText('Đã phân công 1 người.').waitFor();
  await sheetOf(name).getByText('Đang ghi phiếu').waitFor();
});

test('a late sheet stops the recommendation until it is acknowledged; what was typed survives a reload', async () => {
  await open('Tam Bạc');
  await expect.poll(() => action('Trình lãnh đạo').isDisabled()).toBe(true);
  await expect.poll(() => page.locator('#why-recommend').textContent()).toBe('Còn 1 phiếu thẩm định gửi muộn chưa được xác nhận.');
  await action('Xác nhận phiếu đến muộn').click();
  await dialog().getByLabel('Vì sao chấp nhận').fill('Mất sóng ở chợ.');
  await dialog().getByRole('button', { name: 'Xác nhận phiếu đến muộn' }).click();
  await expect.poll(() => action('Trình lãnh đạo').isEnabled()).toBe(true);

  await action('Trình lãnh đạo').click();
  await dialog().getByLabel('Đề nghị cấp giấy chứng nhận').check();
  await dialog().getByLabel('Lý do').fill('Đạt các tiêu chí bắt buộc.');
  await dialog()
    .getByText(/Đã lưu trên máy/)
    .waitFor();
  await page.reload();
  await action('Trình lãnh đạo').click();
  await expect.poll(() => dialog().getByLabel('Lý do').inputValue()).toBe('Đạt các tiêu chí bắt buộc.');
  await dialog().getByRole('button', { name: 'Trình lãnh đạo' }).click();
  await page.getByText('Đã trình lãnh đạo.').waitFor();
  await page.getByText('Đã trình', { exact: true }).first().waitFor();
});

test('filters of the worklist stand in the address: they survive a reload and the back button, and marks do not matter', async () => {
  await page.goto('/dot');
  await page.getByRole('link', { name: 'Danh sách hồ sơ' }).last().click();
  await page.getByRole('table').waitFor();
  const all = await page.getByRole('table').getByRole('row').count();
  await page.getByLabel('Đã chứng nhận').check();
  await page.waitForURL(/trang-thai=certified/);
  await page.getByLabel('Tìm theo tên phường, tuyến').fill('hoang van thu');
  await page.waitForURL(/tim=hoang/);
  await page.getByRole('link', { name: 'Hoàng Văn Thụ', exact: true }).waitFor();
  await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(2);

  await page.reload();
  await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(2);
  await expect.poll(() => page.getByLabel('Đã chứng nhận').isChecked()).toBe(true);
  await page.getByRole('link', { name: 'Hoàng Văn Thụ', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Hoàng Văn Thụ' }).waitFor();
  await page.goBack();
  await expect.poll(() => page.getByLabel('Tìm theo tên phường, tuyến').inputValue()).toBe('hoang van thu');
  await page.goBack();
  await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(all);
});

test('a merchant is found as its name is typed without marks, and its page tells who it is', async () => {
  await page.goto('/tra-cuu');
  await page.getByLabel('Tên cơ sở').fill('pho huong');
  await page.getByRole('link', { name: 'Phở Hương' }).click();
  await page.getByRole('heading', { level: 1, name: 'Phở Hương' }).waitFor();
  const facts = page.locator('main');
  await expect.poll(() => facts.textContent()).toContain('Chợ Sắt');
  await expect.poll(() => facts.textContent()).toContain('••••');
});

test('an account of two owners is shown to the officer, masked, with both merchants', async () => {
  await page.goto('/tai-khoan-dung-chung');
  await page.getByLabel('Chỉ tài khoản của nhiều chủ').check();
  await page.getByText('Nhiều chủ khác nhau').waitFor();
  await page.getByRole('link', { name: 'Sửa xe Khánh' }).waitFor();
  await page.getByRole('link', { name: 'Văn phòng phẩm Cường' }).waitFor();
  await expect.poll(() => page.locator('main').textContent()).not.toContain('0031000472915');
});

test('a code that was pasted over stands in the dossier as paying somebody else', async () => {
  await open('Hạ Lý');
  await page.getByText('quét ra người nhận khác').first().waitFor();
});
