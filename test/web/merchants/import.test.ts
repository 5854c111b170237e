import { expect, test } from 'vitest';
import { readFile } from '../../../functions/merchants/read-file.ts';
import { readList } from '../../../shared/spreadsheet/read-list.ts';
import { isRefused } from '../../../shared/spreadsheet/reading.ts';
import { blankList, findingsOf, workbook } from '../../../web/merchants/import-files.ts';
import { columnName, fieldAt, importStatusOf, type List, remapped } from '../../../web/merchants/import-state.ts';
import { paysTo, signsOf } from '../../../web/merchants/sign.ts';

const reading = (rows: (string | number | null)[][], duplicates: List['duplicates'] = []): List => {
  const list = readList({ name: 'Trang 1', cells: rows });
  if (!list.isList) throw new Error(list.because);
  return { ...list, columns: [], duplicates };
};
const head = ['STT', 'Tên cơ sở', 'Số nhà', 'Điện thoại', 'Mã QR'];

test.each(['street', 'market'] as const)('the blank list for a %s is read by our own import without complaint', async (kind) => {
  const file = await workbook(blankList({ name: 'Điện Biên Phủ', kind }), []);
  const sheets = await readFile(new Uint8Array(await file.arrayBuffer()), 'danh-sach-trong.xlsx');
  if (!sheets.ok) throw new Error(sheets.failure.code);
  const list = readList(sheets.value[0] ?? { name: '', cells: [] });
  if (!list.isList) throw new Error(list.because);
  expect(list.unmapped).toEqual([]);
  expect(Object.keys(list.mapping)).toHaveLength(21);
  expect(list.rows).toHaveLength(1);
  expect(list.rows[0]?.issues).toEqual([]);
  const row = list.rows[0];
  expect(row && !isRefused(row) && row.details).toMatchObject({
    place: kind === 'market' ? 'Quầy 12' : '12A',
    phone: '0912345678',
    type: 'household',
    eInvoice: true,
    listed: true,
    outreach: 'visited',
    methods: [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0031000123456' }, { method: 'CARD_POS' }, { method: 'EWALLET' }],
  });
});

test('a formula in a list stands as text in the file of findings', () => {
  const list = reading([head, [1, '=HYPERLINK("http://x";"y")', '5', '09', 'x']]);
  const findings = findingsOf(list, 'vi');
  expect(findings.length).toBeGreaterThan(1);
  expect(findings.flat().filter((cell) => typeof cell === 'string' && /^[=+@-]/.test(cell))).toEqual([]);
  expect(findings.some((row) => row[0] === 2 && row[1] === 'D')).toBe(true);
});

test('a list is whole only when no row is refused and no cell unread; a row left out counts nowhere', () => {
  const list = reading([head, [1, 'Phở Hương', '12', '0912345678', 'x'], [2, 'Bún cá', '', '', ''], [3, 'Cà phê', '14', '12', 'x']]);
  expect(importStatusOf(list, { leaveOut: [], distinct: [] })).toMatchObject({ refused: 1, unread: 1, good: 2 });
  expect(importStatusOf(list, { leaveOut: [3, 4], distinct: [] })).toMatchObject({ refused: 0, unread: 0, good: 1 });
});

test('a pair is decided by leaving either row out, or by saying that they are two', () => {
  const rows = [head, [1, 'Phở Hương', '12', '', 'x'], [2, 'Pho Huong', '12', '', 'x']];
  const list = reading(rows, [{ row: 3, with: { row: 2 }, strength: 'same', because: ['place-and-name'] }]);
  const open = (leaveOut: number[], distinct: number[]) => importStatusOf(list, { leaveOut, distinct }).undecided.length;
  expect([open([], []), open([3], []), open([2], []), open([], [3])]).toEqual([1, 0, 0, 0]);
});

test('a column that is given a field takes it from the column that had it; notes and wallets may be several', () => {
  const mapping = { name: 1, place: 2, wallet: 5 };
  expect(remapped(mapping, 3, 'name')).toEqual({ name: 3, place: 2, wallet: 5 });
  expect(remapped(mapping, 6, 'wallet')).toEqual({ name: 1, place: 2, wallet: 5, 'wallet.2': 6 });
  expect(remapped(mapping, 2, undefined)).toEqual({ name: 1, wallet: 5 });
  expect(fieldAt({ 'wallet.2': 6 }, 6)).toBe('wallet');
});

test('columns are named as a spreadsheet names them', () => {
  expect([0, 25, 26, 27, 51, 52].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA']);
});

test('a sign pays to the account it is for, and only to that', () => {
  const merchant = { id: 'm' as never, name: 'Phở Hương', place: '12A' };
  const methods = [
    { method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0031000123456' } as const,
    { method: 'BANK_TRANSFER', bankBin: '970436', account: '0031000123456' } as const,
    { method: 'CARD_POS' } as const,
  ];
  const [sign, another] = signsOf(merchant, methods, 'Hai Phong');
  expect(another).toBeUndefined();
  expect(sign && paysTo(sign, sign.payload)).toBe(true);
  const [other] = signsOf(merchant, [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0031000999999' }], 'Hai Phong');
  expect(sign && paysTo(sign, other?.payload)).toBe(false);
  expect(sign && paysTo(sign, undefined)).toBe(false);
});
