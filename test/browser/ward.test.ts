import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { returnToWard } from '../../functions/nominations/return.ts';
import { findDossier } from '../../functions/nominations/store.ts';
import { createProgramme } from '../../functions/programmes/create.ts';
import { open } from '../../functions/programmes/open.ts';
import { createStreet } from '../../functions/streets/create.ts';
import { demoPassword } from '../../infra/local/demo-fixtures.ts';
import { demoProgramme } from '../../infra/local/demo-programme.ts';
import { actorOf, must } from '../../infra/local/demo-scenario.ts';
import { AuthorityId, NominationId, ProgrammeId, StreetId } from '../../shared/ids.ts';
import type { StreetDetails } from '../../shared/streets/street.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await aRunningApp();
  const id = ProgrammeId.parse(uuidv7());
  const made = must(await createProgramme(app.deps, act('kinhte', id), id, { ...demoProgramme(new Date()), minMerchants: 2 }));
  must(await open(app.deps, act('kinhte'), { id, version: made.version }));
});
afterAll(() => app.stop());

const act = (login: string, id: string = uuidv7()) => {
  return { id, digest: id, by: actorOf(login), at: new Date().toISOString(), from: 'test' };
};

async function aStreet(ward: string, details: StreetDetails): Promise<StreetId> {
  const id = StreetId.parse(uuidv7());
  const login = ward.replaceAll('-', '');
  must(await createStreet(app.deps, act(login, id), id, AuthorityId.parse(ward), details));
  return id;
}

const task = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
const twoShops = 'TT\tTên cơ sở\tSố nhà\tQR\n1\tPhở Hương\t12\tx\n2\tTạp hóa Bình\t14A\tx\n';

test('a ward goes from nothing to a receipt by clicking, and answers what the office returns', async () => {
  const { page, faults, context } = await signedIn(app, 'minhkhai');
  await page.getByText('Chưa làm').first().waitFor();
  await page.getByRole('link', { name: 'Thêm tuyến đường hoặc chợ' }).click();

  // Both ends by name, and the line on the map: one point by a click, one by its coordinates.
  await page.getByLabel('Tên đường').fill('Điện Biên Phủ');
  await page.getByLabel('Điểm đầu').fill('số 1');
  await page.getByLabel('Điểm cuối').fill('số 99');
  await page.getByLabel('Tọa độ của điểm mới').fill('20,8597; 106,6831');
  await page.getByRole('button', { name: 'Thêm điểm theo tọa độ' }).click();
  await page.getByRole('application').click({ position: { x: 300, y: 80 } });
  await page.getByLabel('Điểm 2', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(() => page.getByLabel('Điểm 2', { exact: true }).count()).toBe(0);
  await page.getByRole('application').click({ position: { x: 300, y: 80 } });
  await page.getByText(/Dài khoảng [\d.]+ m/).waitFor();
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('heading', { name: 'Điện Biên Phủ' }).waitFor();

  // The list, pasted from a spreadsheet.
  await page.getByRole('link', { name: 'Nhập từ danh sách' }).click();
  await page.getByLabel('Hoặc dán các ô từ bảng tính').fill(twoShops);
  await page.getByRole('button', { name: 'Đọc các ô đã dán' }).click();
  await page.getByRole('button', { name: 'Nhập cả 2 cơ sở' }).click();
  await page.getByText('Đã nhập 2 cơ sở.').waitFor();

  // The dossier says what it lacks, and each leads to where it is put right.
  await page.getByRole('link', { name: 'Việc cần làm' }).click();
  await page.getByRole('button', { name: 'Lập hồ sơ Điện Biên Phủ' }).click();
  await page.getByRole('heading', { name: 'Hồ sơ còn thiếu' }).waitFor();
  await page.getByRole('link', { name: 'Xem lại và nộp' }).click();
  await page.getByText('Chưa nộp được').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Nộp hồ sơ' }).isDisabled()).toBe(true);
  await page.getByRole('link', { name: 'Sửa Người liên hệ' }).click();
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan');
  await page.getByLabel('Điện thoại').fill('0912 345 678');
  await page.getByRole('button', { name: 'Lưu người liên hệ' }).click();
  await page.waitForURL(/\/nop$/);
  await page.getByText('Nguyễn Thị Lan, 0912345678').waitFor();
  await page.getByRole('link', { name: 'Sửa Báo cáo và tệp kèm theo' }).click();
  const report = { name: 'Báo cáo tháng 11.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 báo cáo') };
  await page.getByLabel('Đính kèm báo cáo của phường').setInputFiles(report);
  await page.getByRole('heading', { name: 'Hồ sơ đã đủ' }).waitFor();
  await page.getByRole('link', { name: 'Trở lại trang kiểm tra' }).click();

  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByRole('heading', { name: 'Biên nhận nộp hồ sơ' }).waitFor();
  const id = NominationId.parse(/ho-so\/([^/]+)/.exec(page.url())?.[1]);
  const { nomination } = (await findDossier(app.deps.table, id)) ?? {};
  if (nomination?.state !== 'submitted') throw new Error(`the dossier is ${nomination?.state}`);
  await page.getByText(nomination.submission.snapshot).waitFor();
  expect(nomination.submission.figures.merchants).toBe(2);

  // What is handed in is locked, and the street says why.
  await page.goto(`/duong/${nomination.streetId}/sua`);
  await page.getByText('Hồ sơ đã nộp nên tuyến đường').waitFor();
  await expect.poll(() => page.getByLabel('Điểm cuối').isDisabled()).toBe(true);

  const remarks = { reason: 'Chưa rõ điểm cuối', answerBy: new Date(Date.now() + 3 * 86_400_000).toISOString() };
  const seen = { id, version: nomination.version };
  const comments = [{ field: 'street.to', text: 'Ghi rõ số nhà' }];
  must(await returnToWard(app.deps, act('kinhte'), seen, { ...remarks, comments }));
  await page.goto('/');
  await task(page, 'Bổ sung theo nhận xét').getByText('1 nhận xét').waitFor();
  await page.getByRole('link', { name: 'Bổ sung theo nhận xét' }).click();
  await page.getByText('Ghi rõ số nhà').waitFor();
  await page.getByText('Chưa có gì thay đổi kể từ lần nộp trước').waitFor();
  await page.getByRole('link', { name: 'Điểm cuối' }).click();
  await page.getByLabel('Điểm cuối').fill('số 99B');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Từ số 1 đến số 99B').waitFor();
  await page.goto(`/ho-so/${id}/nop`);
  await page.getByText('Từ số 1 đến số 99B').waitFor();
  await page.getByRole('button', { name: 'Nộp lại' }).click();
  await page.getByRole('heading', { name: 'Biên nhận nộp hồ sơ' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('two people edit one street: the second sees both versions, chooses, and neither loses what was typed', async () => {
  const id = await aStreet('ha-ly', { kind: 'street', name: 'Bạch Đằng', from: 'số 1', to: 'số 9' });
  const edit = { path: `/duong/${id}/sua` };
  const [first, second] = await Promise.all([signedIn(app, 'haly', edit), signedIn(app, 'haly', edit)]);
  await second.page.getByLabel('Điểm cuối').fill('cầu Hạ Lý');
  await first.page.getByLabel('Điểm đầu').fill('số 3');
  await first.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await first.page.getByText('Từ số 3 đến số 9').waitFor();

  await second.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const choice = second.page.getByRole('alert').filter({ hasText: 'Có người vừa sửa bản ghi này' });
  await choice.getByRole('row', { name: 'Điểm đầu số 3 số 1' }).waitFor();
  await choice.getByRole('row', { name: 'Điểm cuối số 9 cầu Hạ Lý' }).waitFor();
  await expect.poll(() => second.page.getByLabel('Điểm cuối').inputValue()).toBe('cầu Hạ Lý');
  await choice.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await second.page.getByText('Từ số 1 đến cầu Hạ Lý').waitFor();

  // The other way: who takes the new version goes on from it.
  await first.page.goto(edit.path);
  await first.page.getByLabel('Điểm đầu').fill('số 5');
  await second.page.goto(edit.path);
  await second.page.getByLabel('Bên đường tham gia').selectOption('Bên số lẻ');
  await second.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await second.page.getByText('Bên số lẻ').waitFor();
  await first.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await first.page.getByRole('button', { name: 'Lấy bản trên hệ thống' }).click();
  await expect.poll(() => first.page.getByLabel('Điểm đầu').inputValue()).toBe('số 1');
  await expect.poll(() => first.page.getByLabel('Bên đường tham gia').inputValue()).toBe('odd');
  await first.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await first.page.getByRole('heading', { name: 'Bạch Đằng' }).waitFor();
  expect([...first.faults, ...second.faults]).toEqual([]);
  await Promise.all([first.context.close(), second.context.close()]);
});

test('a session ends in the middle of a form: typing goes on, and after signing in again the text is there', async () => {
  const id = await aStreet('trai-chuoi', { kind: 'street', name: 'Phan Thanh Giản' });
  const { page, context } = await signedIn(app, 'traichuoi', { path: `/duong/${id}/sua` });
  await page.getByLabel('Điểm đầu').fill('chợ Đổ');
  await app.deps.accounts.disable('traichuoi');
  await app.deps.accounts.enable('traichuoi');
  // Minutes later: the token in the browser has run out as well.
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('pho-so.session') ?? '{}') as object;
    localStorage.setItem('pho-so.session', JSON.stringify({ ...kept, expiresAt: 0 }));
  });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Phiên làm việc đã hết').waitFor();
  await page.getByLabel('Điểm cuối').fill('ngã ba Chi Lăng');
  await page.getByText(/Đã lưu trên máy/).waitFor();
  await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
  await page.locator('#login').fill('traichuoi');
  await page.locator('#password').fill(demoPassword);
  await page.locator('form button').click();

  await page.waitForURL(/\/sua$/);
  await expect.poll(() => page.getByLabel('Điểm đầu').inputValue()).toBe('chợ Đổ');
  await expect.poll(() => page.getByLabel('Điểm cuối').inputValue()).toBe('ngã ba Chi Lăng');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Từ chợ Đổ đến ngã ba Chi Lăng').waitFor();
  await context.close();
});
