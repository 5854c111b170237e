import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve } from '../../functions/certificates/approve.ts';
import { findCertificate } from '../../functions/certificates/store.ts';
import { change as changeRecord, creation, save } from '../../functions/data/save.ts';
import { changePerson } from '../../functions/people/change.ts';
import { findPerson } from '../../functions/people/store.ts';
import { wholeBoardOf } from '../../functions/programmes/store.ts';
import { findStreet } from '../../functions/streets/store.ts';
import { actorOf, idOf, personId } from '../../infra/local/demo-scenario.ts';
import { thisProgramme } from '../../infra/local/demo-timeline.ts';
import type { Certificate } from '../../shared/certificates/certificate.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import { NominationId, ProgrammeId, StreetId } from '../../shared/ids.ts';
import { signedByToken } from '../functions/certificates/elsewhere.ts';
import { opened } from '../functions/office-documents/support/read.ts';
import { actBy, holding, must } from '../support/instance.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await aRunningApp({ demo: 'on' });
  for (const name of ['Bến Bính', 'Cù Chính Lan', 'Lê Đại Hành', 'Tôn Đức Thắng']) await recommended(name);
}, 60_000);
afterAll(() => app.stop());

/** One more street that waits for leadership, after the model of the one that the demonstration has. */
async function recommended(name: string): Promise<void> {
  const { table, now } = app.deps;
  const officer = actorOf('kinhte');
  const board = await wholeBoardOf(table, ProgrammeId.parse(idOf(thisProgramme)));
  const model = board.find(({ state }) => state === 'recommended');
  const street = model && (await findStreet(table, model.streetId));
  if (model?.state !== 'recommended' || !street) throw new Error('the demonstration has nothing recommended');
  const { version: _, trail: __, slot: ___, ...fields } = model;
  const { version: ____, trail: _____, lockedBy: ______, ...place } = street;
  const streetId = StreetId.parse(uuidv7());
  const act = actBy(officer, now());
  must(await save(table, creation(table, act, 'street.create', 'street', { ...place, id: streetId, name })));
  const id = NominationId.parse(uuidv7());
  const next = { ...fields, id, streetId, streetName: name, updatedAt: act.at };
  must(await save(table, creation(table, act, 'nomination.recommend', 'nomination', next)));
}

/** The demonstration's dossier of a street, as it stands. */
async function certified(streetName: string) {
  const board = await wholeBoardOf(app.deps.table, ProgrammeId.parse(idOf(thisProgramme)));
  const found = board.find((each) => each.streetName === streetName);
  if (found?.state !== 'certified') throw new Error(`${streetName} is not certified`);
  return found;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

test('a leader approves two streets as one decision and downloads the certificate, the decision and the report that came of it', async () => {
  const { page, faults, context } = await signedIn(app, 'chutich');
  await page.getByLabel('Chọn Bến Bính').check();
  await page.getByLabel('Chọn Cù Chính Lan').check();
  await button(page, 'Phê duyệt 2 hồ sơ thành một quyết định…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số quyết định').fill('2300/QĐ-UBND');
  await button(page, 'Tiếp tục').click();
  await dialog.getByText('Có số quyết định thì phải có ngày').waitFor();
  const today = dayInVietnam(app.deps.now());
  await dialog.getByLabel('Ngày quyết định').fill(today);
  await dialog.getByText('Cấp 2 giấy chứng nhận với các số kế tiếp').waitFor();
  await dialog.getByText('Người ký trên giấy: Chủ tịch Nguyễn Thị Hồng Ánh.').waitFor();
  await button(page, 'Tiếp tục').click();
  await dialog.getByText(`Theo Quyết định số 2300/QĐ-UBND ngày ${today.split('-').reverse().join('/')}`).waitFor();
  await button(page, 'Phê duyệt, cấp 2 giấy').click();
  await page.getByRole('heading', { name: 'Đã cấp 2 giấy chứng nhận' }).waitFor();
  const [number = '', next = ''] = (await dialog.getByRole('link').allTextContents()).map((text) => text.trim().replace('Số ', ''));
  expect([number, next]).toEqual([expect.stringMatching(/^\d\d[/]GCN-UBND$/), expect.stringMatching(/^\d\d[/]GCN-UBND$/)]);
  expect(Number.parseInt(next, 10)).toBe(Number.parseInt(number, 10) + 1);

  await page.goto('/giay-chung-nhan');
  await page.getByLabel('Tìm theo số, tuyến đường, phường hoặc mã').fill('ben binh');
  await page.getByText(/^1 trong \d giấy chứng nhận$/).waitFor();
  await link(page, `Xem giấy số ${number}`).click();
  await page.getByRole('heading', { name: `Giấy chứng nhận số ${number}` }).waitFor();
  await page.getByText('Đường Bến Bính', { exact: true }).waitFor();
  const downloading = page.waitForEvent('download');
  await button(page, 'Tải giấy chứng nhận (PDF)').click();
  const file = await downloading;
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(file.suggestedFilename()).toMatch(/^giay-chung-nhan-\d\d-GCN-UBND-[0-9A-Z]{12}[.]pdf$/);

  const { id, programmeId } = await certified('Bến Bính');
  await page.goto(`/ho-so/${id}`);
  const [decision] = await Promise.all([page.waitForEvent('download'), button(page, 'Quyết định và danh sách').click()]);
  expect(decision.suggestedFilename()).toMatch(/^Quyết định công nhận tuyến đường thanh toán không dùng tiền mặt, \d{4}[.]docx$/);
  expect(opened(readFileSync(await decision.path())).paragraphs).toEqual(expect.arrayContaining(['Số: 2300/QĐ-UBND', 'Đường Bến Bính']));
  await page.goto(`/dot/${programmeId}`);
  const [report] = await Promise.all([page.waitForEvent('download'), button(page, 'Báo cáo kết quả').click()]);
  expect(opened(readFileSync(await report.path())).text).toContain('DANH SÁCH TUYẾN ĐƯỜNG, CHỢ ĐƯỢC CÔNG NHẬN');
  expect(faults).toEqual([]);
  await context.close();
});

test('a leader sends one street back and declines another, each with a reason that stays on the device until it is sent', async () => {
  const { page, faults, context } = await signedIn(app, 'chutich');
  await link(page, 'Lê Đại Hành').click();
  await button(page, 'Chuyển lại Phòng Kinh tế…').click();
  await button(page, 'Chuyển lại').click();
  await page.getByText('Hãy ghi lý do.').waitFor();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Xem lại biển QR ở dãy số chẵn');
  await page.getByText('Đã lưu trên máy').waitFor();
  await page.reload();
  await button(page, 'Chuyển lại Phòng Kinh tế…').click();
  await expect.poll(() => page.getByRole('dialog').getByLabel('Lý do').inputValue()).toBe('Xem lại biển QR ở dãy số chẵn');
  await button(page, 'Chuyển lại').click();
  await page.getByText('Đã chuyển lại hồ sơ Lê Đại Hành.').waitFor();
  await link(page, 'Lê Đại Hành').waitFor({ state: 'detached' });

  await link(page, 'Tôn Đức Thắng').click();
  await button(page, 'Không phê duyệt…').click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Chưa đủ cơ sở');
  await button(page, 'Không phê duyệt').click();
  await page.getByText('Đã quyết định không phê duyệt Tôn Đức Thắng.').waitFor();
  await link(page, 'Tôn Đức Thắng').waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();
});

test('who recommended a street cannot approve it, and reads why before choosing anything', async () => {
  const { table, now } = app.deps;
  const [admin, officer] = [actorOf('quantri'), await findPerson(table, personId('kinhte'))];
  if (!officer) throw new Error('the demonstration has no officer');
  const { id, version, name, title, roles } = officer;
  const more = { name, title, roles: [...roles, holding('leader', 'hong-bang')] };
  must(await changePerson(app.deps, actBy(admin, now()), { id, version }, more));

  const { page, faults, context } = await signedIn(app, 'kinhte');
  await page.getByLabel('Vai trò').selectOption('leader hong-bang');
  const own = 'Bạn là người trình hồ sơ này: người trình không tự quyết định.';
  await page.getByText(own).first().waitFor();
  await expect.poll(() => page.getByLabel('Chọn Đinh Tiên Hoàng').isDisabled()).toBe(true);
  await link(page, 'Đinh Tiên Hoàng').click();
  await page.getByText(own).first().waitFor();
  await expect.poll(() => button(page, 'Phê duyệt…').isDisabled()).toBe(true);
  await expect.poll(() => button(page, 'Không phê duyệt…').isDisabled()).toBe(true);
  await expect.poll(() => button(page, 'Chuyển lại Phòng Kinh tế…').isEnabled()).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
});

test('one leader asks to revoke, another hears of it and confirms; notices stay read', async () => {
  const { certificateCode, certificateNumber } = await certified('Điện Biên Phủ');
  const first = await signedIn(app, 'chutich', { path: `/giay-chung-nhan/${certificateCode}` });
  await link(first.page, 'Xem hồ sơ').click();
  await button(first.page, 'Đề nghị thu hồi…').click();
  await first.page.getByRole('dialog').getByLabel('Lý do').fill('Phần lớn hộ đã chuyển đi');
  await button(first.page, 'Tiếp tục').click();
  await first.page.getByText(`Gửi đề nghị thu hồi Giấy chứng nhận số ${certificateNumber}?`).waitFor();
  await button(first.page, 'Gửi đề nghị thu hồi').click();
  await first.page.getByText('Bạn là người đề nghị: phải có người thứ hai xác nhận.').waitFor();
  await expect.poll(() => button(first.page, 'Xác nhận thu hồi…').isDisabled()).toBe(true);
  expect(first.faults).toEqual([]);
  await first.context.close();

  const { page, faults, context } = await signedIn(app, 'phochutich', { path: '/thong-bao' });
  const asked = page.getByRole('article').filter({ hasText: 'Đề nghị thu hồi giấy chứng nhận' });
  await asked.getByText('Phần lớn hộ đã chuyển đi').waitFor();
  await asked.getByText('Chưa đọc').waitFor();
  expect(Number.parseInt((await page.locator('.bell .count').textContent()) ?? '', 10)).toBeGreaterThan(0);
  await asked.getByRole('link', { name: 'Mở hồ sơ' }).click();
  await button(page, 'Xác nhận thu hồi…').click();
  await page.getByText('Trang xác minh sẽ báo giấy đã bị thu hồi').waitFor();
  await button(page, 'Tiếp tục').click();
  await page.getByText(`Chắc chắn thu hồi Giấy chứng nhận số ${certificateNumber}?`).waitFor();
  await button(page, 'Thu hồi giấy chứng nhận').click();
  await page.getByText(`Đã thu hồi Giấy chứng nhận số ${certificateNumber}.`).waitFor();

  await link(page, /Thông báo/).click();
  await asked.getByText('Chưa đọc').waitFor({ state: 'detached' });
  await button(page, 'Đánh dấu tất cả đã đọc').click();
  await page.getByText('Không có thông báo chưa đọc').waitFor();
  await page.reload();
  await page.getByText('Không có thông báo chưa đọc').waitFor();
  await expect.poll(() => page.locator('.bell .count').count()).toBe(0);

  await page.goto(`/giay-chung-nhan/${certificateCode}`);
  await page.getByText('Lý do: Phần lớn hộ đã chuyển đi').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('a leader sees old and new facts side by side and confirms a correction; the old certificate leads to the new one', async () => {
  const { certificateCode, certificateNumber } = await certified('Chợ Sắt');
  const { page, faults, context } = await signedIn(app, 'phochutich');
  await link(page, 'Chợ Sắt').click();
  const row = page.getByRole('row', { name: /Địa chỉ chợ/ });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual(['Chợ Sắt, quận Hồng Bàng', 'Phố Quang Trung, phường Phan Bội Châu']);
  await button(page, 'Xác nhận, cấp giấy thay thế').click();
  await page.getByText('Đã cấp giấy chứng nhận thay thế.').waitFor();
  await page.goto(`/giay-chung-nhan/${certificateCode}`);
  await page.getByText(/Giấy này được thay thế ngày/).waitFor();
  await link(page, 'Xem giấy thay thế').click();
  await page.getByText(`Thay thế Giấy chứng nhận số ${certificateNumber}`).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('a leader has a file made again that could not be made, and hands out the copy that was signed with a token', async () => {
  const { deps } = app;
  const { table, blobs } = deps;
  await recommended('Nguyễn Đức Cảnh');
  const board = await wholeBoardOf(table, ProgrammeId.parse(idOf(thisProgramme)));
  const waiting = board.find(({ streetName }) => streetName === 'Nguyễn Đức Cảnh');
  if (!waiting) throw new Error('nothing waits');
  const leader = actorOf('chutich');
  const [approved] = must(await approve(deps, actBy(leader, deps.now()), [waiting], {}));
  if (approved?.state !== 'certified') throw new Error('not approved');
  const code = approved.certificateCode;
  const now = async () => (await findCertificate(table, code)) as Certificate;
  await expect.poll(async () => (await now()).file.state).toBe('ready');
  const failed = { state: 'failed' as const, fault: 'signing' as const, detail: 'TimeoutError', since: deps.now().toISOString() };
  const certificate = await now();
  const next = { ...certificate, file: failed };
  must(await save(table, changeRecord(table, actBy(leader, deps.now()), 'certificate.render', 'certificate', certificate, next)));

  const { page, faults, context } = await signedIn(app, 'chutich', { path: `/giay-chung-nhan/${code}` });
  await page.getByText('chưa tạo được tệp PDF: dịch vụ ký số không trả lời').waitFor();
  await button(page, 'Thử lại').click();
  await page.getByText('Ký bằng khóa có dấu vân tay:').waitFor();

  const file = { name: 'giay-da-ky.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await signedByToken(blobs, code)) };
  const other = { ...file, name: 'khac.pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
  const choice = page.getByLabel('Chọn tệp PDF đã ký');
  await choice.setInputFiles(other);
  await page.getByText('Không nhận tệp này: tệp chưa được ký số.').waitFor();
  await choice.setInputFiles(file);
  await page.getByRole('heading', { name: 'Kết quả kiểm tra giay-da-ky.pdf' }).waitFor();
  await page.getByText('Được ký thêm trên chính tệp của hệ thống').first().waitFor();
  await button(page, 'Phát hành tệp này thay tệp cũ').click();
  await page.getByRole('heading', { name: 'Đang phát hành: giay-da-ky.pdf' }).waitFor();
  await page.getByText('Thay bằng tệp ký ở nơi khác').first().waitFor();
  const [downloaded] = await Promise.all([page.waitForEvent('download'), button(page, 'Tải giấy chứng nhận (PDF)').click()]);
  expect(readFileSync(await downloaded.path()).equals(file.buffer)).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
});
