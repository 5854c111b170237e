import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allMerchantsOf } from '../../functions/merchants/store.ts';
import { createStreet } from '../../functions/streets/create.ts';
import { actorOf, must } from '../../infra/local/demo-scenario.ts';
import { AuthorityId, StreetId } from '../../shared/ids.ts';
import { aRunningApp, type RunningApp, signedIn } from './app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await aRunningApp();
});
afterAll(() => app.stop());

/** A new street of Minh Khai: all tests work as its ward. */
async function aStreet(name: string, kind: 'street' | 'market' = 'street'): Promise<StreetId> {
  const id = StreetId.parse(uuidv7());
  const staff = actorOf('minhkhai');
  const act = { id, digest: id, by: staff, at: new Date().toISOString(), from: 'test' };
  must(await createStreet(app.deps, act, id, AuthorityId.parse('minh-khai'), { kind, name }));
  return id;
}
const merchantsOf = (street: StreetId) => allMerchantsOf(app.deps.table, street);

/** Decides every pair, confirms, and waits until everything is written; gives how many the page says it wrote. */
async function confirmed(page: Page): Promise<number> {
  await page.getByRole('heading', { name: 'Từng dòng như sẽ được ghi' }).waitFor();
  for (const name of ['Bỏ tất cả dòng trùng', /Các cặp “có thể trùng”/]) {
    const button = page.getByRole('button', { name });
    if (await button.count()) await button.click();
  }
  await page.getByRole('button', { name: /^(Nhập cả|Chỉ nhập) \d+/ }).click();
  const done = page.getByRole('heading', { name: /^Đã nhập \d+ cơ sở/ });
  await done.waitFor();
  return Number(/\d+/.exec((await done.textContent()) ?? '')?.[0]);
}

const expected = JSON.parse(readFileSync('infra/local/demo-data/wards/expected.json', 'utf8')) as Record<
  string,
  { imported: number; street: string }
>;
const lists = ['wards', 'lists'].flatMap((folder) =>
  readdirSync(join('infra/local/demo-data', folder))
    .filter((name) => /[.](xlsx|csv)$/.test(name))
    .map((name) => ({ name, path: join('infra/local/demo-data', folder, name) })),
);

test('each list that wards sent is imported through the page with the figures that a right import gives', async () => {
  const { page, faults, context } = await signedIn(app, 'minhkhai');
  expect(lists).toHaveLength(12);
  for (const { name, path } of lists) {
    const figures = expected[name];
    const street = await aStreet(figures?.street ?? name, name.includes('cho-') ? 'market' : 'street');
    await page.goto(`/duong/${street}/nhap`);
    await page.getByLabel('Tệp danh sách').setInputFiles(path);
    const written = await confirmed(page);
    expect(written, name).toBeGreaterThan(10);
    if (figures) expect(written, name).toBe(figures.imported);
    expect(await merchantsOf(street), name).toHaveLength(written);
  }
  expect(faults).toEqual([]);
  await context.close();
});

test('three hundred pasted rows are checked, survive a reload, and are written once', async () => {
  const street = await aStreet('Hải Triều');
  const { page, faults, context } = await signedIn(app, 'minhkhai', { path: `/duong/${street}/nhap` });
  const rows = Array.from({ length: 300 }, (_, at) => [at + 1, `Cửa hàng ${at + 1}`, `${at + 1}`, 'x'].join('\t'));
  rows[41] = '42\t\t42\tx';
  await page.getByLabel('Hoặc dán các ô từ bảng tính').fill([['STT', 'Tên cơ sở', 'Số nhà', 'Mã QR'].join('\t'), ...rows].join('\n'));
  await page.getByRole('button', { name: 'Đọc các ô đã dán' }).click();
  await page.getByRole('heading', { name: 'Từng dòng như sẽ được ghi' }).waitFor();
  await page.getByText(/Đã lưu trên máy/).waitFor();
  await page.reload();
  await page.getByRole('combobox', { name: 'Hiện' }).selectOption('errors');
  await page.getByText('Dòng không có tên cơ sở nên không nhập được.').waitFor();
  expect(await confirmed(page)).toBe(299);
  await page.waitForTimeout(1000);
  await page.reload();
  await page.getByRole('heading', { name: 'Đã nhập 299 cơ sở.' }).waitFor();
  expect(await merchantsOf(street)).toHaveLength(299);
  expect(faults).toEqual([]);
  await context.close();
});

test('a merchant is entered with the keyboard alone; what cannot be read is said at its row and mended there', async () => {
  const street = await aStreet('An Trì');
  const { page, faults, context } = await signedIn(app, 'minhkhai', { path: `/duong/${street}/co-so` });
  await page.getByRole('grid').waitFor();
  const keys = page.keyboard;
  await page.getByLabel('Cả cơ sở đã ngừng').focus();
  await keys.press('Tab');
  for (const cell of ['12A', 'Bánh mỳ cay Bà Già', 'Vũ Thị Già', 'h', 'Ăn uống', 'TDP 3', '', '91234567']) {
    // Letters with marks come from an input method, which needs the field open.
    if (cell.length > 1) await keys.press('F2');
    if (cell) await keys.type(cell);
    await keys.press('Tab');
  }
  await keys.press('Tab');
  await keys.type('x');
  await keys.press('ArrowDown');
  await page.getByText('Không phải số điện thoại ở Việt Nam.').waitFor();
  expect(await merchantsOf(street)).toEqual([]);
  await keys.press('ArrowUp');
  await keys.press('ArrowLeft');
  await keys.press('ArrowLeft');
  await keys.type('0912345678');
  await keys.press('Enter');
  await page.getByText('Mọi dòng đã gửi.').waitFor();
  expect(await merchantsOf(street)).toMatchObject([
    { place: '12A', name: 'Bánh mỳ cay Bà Già', owner: 'Vũ Thị Già', type: 'household', phone: '0912345678', eInvoice: true },
  ]);
  expect(faults).toEqual([]);
  await context.close();
});

test('three hundred rows are pasted into the grid, filled down, undone and redone', async () => {
  const street = await aStreet('Cam Lộ');
  const { page, faults, context } = await signedIn(app, 'minhkhai', { path: `/duong/${street}/co-so` });
  const block = Array.from({ length: 300 }, (_, at) => `${at + 1}\tQuán số ${at + 1}`).join('\n');
  await page.getByRole('grid').waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await page.locator('[data-row="0"] [data-column="0"]').click();
  await page.keyboard.press('Control+v');
  await page.getByRole('gridcell', { name: 'Quán số 300', exact: true }).waitFor();
  await page.getByLabel('Tìm theo tên, chủ, số nhà').focus();
  await page.getByText('Mọi dòng đã gửi.').waitFor();
  expect(await merchantsOf(street)).toHaveLength(300);

  await page.getByLabel('Tìm theo tên, chủ, số nhà').fill('quan so 29');
  await page.getByText('11 trên 300 cơ sở').waitFor();
  await page.locator('[data-row="0"] [data-column="4"]').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Ăn uống');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  const filled = page.getByRole('gridcell', { name: 'Ăn uống' });
  await expect.poll(() => filled.count()).toBe(3);
  await page.keyboard.press('Control+z');
  await expect.poll(() => filled.count()).toBe(1);
  await page.keyboard.press('Control+y');
  await page.getByLabel('Tìm theo tên, chủ, số nhà').focus();
  await page.getByText('Mọi dòng đã gửi.').waitFor();
  expect((await merchantsOf(street)).filter(({ category }) => category === 'Ăn uống')).toHaveLength(3);
  expect(faults).toEqual([]);
  await context.close();
});

test('what is undone while it is being sent is undone at the server too, once it has arrived', async () => {
  const street = await aStreet('Lương Khánh Thiện');
  const { page, faults, context } = await signedIn(app, 'minhkhai', { path: `/duong/${street}/co-so` });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/merchants', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await page.getByRole('grid').waitFor();
  await page.evaluate(() => navigator.clipboard.writeText('1\tPhở Hương'));
  await page.locator('[data-row="0"] [data-column="0"]').click();
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/merchants'));
  await page.keyboard.press('Control+v');
  await page.getByLabel('Tìm theo tên, chủ, số nhà').focus();
  await sent;
  await page.locator('[data-row="1"] [data-column="0"]').click();
  await page.keyboard.press('Control+z');
  release();
  await expect.poll(async () => (await merchantsOf(street)).map(({ state }) => state)).toEqual(['closed']);
  expect(faults).toEqual([]);
  await context.close();
});

test('a script in a name is text in the preview, in the grid and in the file of findings', async () => {
  const street = await aStreet('Vật Cách');
  const { page, faults, context } = await signedIn(app, 'minhkhai', { path: `/duong/${street}/nhap` });
  const name = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  const cells = [
    ['Tên cơ sở', 'Số nhà', 'Điện thoại', 'Mã QR'],
    [name, '5', '=1+1', 'x'],
  ];
  await page.getByLabel('Hoặc dán các ô từ bảng tính').fill(cells.map((row) => row.join('\t')).join('\n'));
  await page.getByRole('button', { name: 'Đọc các ô đã dán' }).click();
  await page.getByRole('cell', { name }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải danh sách lỗi (XLSX)' }).click()]);
  const { readSheet } = await import('read-excel-file/node');
  const rows = await readSheet(await file.path());
  expect(rows[1]).toEqual(expect.arrayContaining([2, 'C', name, "'=1+1"]));
  await confirmed(page);
  await page.getByRole('link', { name: 'Xem danh sách cơ sở' }).click();
  await page.getByRole('gridcell', { name }).first().waitFor();
  await expect.poll(() => page.locator('main img').count()).toBe(0);
  expect(await page.title()).not.toBe('1');
  expect(faults).toEqual([]);
  await context.close();
});
