import { describe, expect, test } from 'vitest';
import type { WorksheetCell } from '../../../shared/spreadsheet/worksheet.ts';
import {
  bodyOf,
  type ColumnPlan,
  goodRows,
  listOf,
  plainColumns,
  plainHeads,
  rowsOf,
  type Shop,
  shopsOfDienBienPhu,
} from './support/lists.ts';
import { asMojibake, inTcvn3, inVni } from './support/old-fonts.ts';

// One list of 124 shops, as many wards might send it: whatever it looks like, the figures are the same.
const shops = await shopsOfDienBienPhu();
const figures = {
  rows: 124,
  good: 124,
  errors: 0,
  cashless: 114,
  qr: 109,
  card: 41,
  wallet: 68,
  mobileMoney: 15,
  twoMethods: 84,
  eInvoice: 108,
  commitment: 110,
};
const plain = listOf(rowsOf(shops, plainColumns));

const only = (...heads: (typeof plainHeads)[number][]): ColumnPlan[] => heads.map((head) => [head, head]);
const without = (...heads: string[]): ColumnPlan[] => plainColumns.filter(([head]) => !heads.includes(String(head)));
const renamed = (heads: readonly string[]): ColumnPlan[] => heads.map((head, at) => [head, plainHeads[at] ?? 'STT']);
const blank = (width: number = plainHeads.length): WorksheetCell[] => Array.from({ length: width }, () => null);
const line = (...cells: WorksheetCell[]): WorksheetCell[] => [...cells, ...blank(Math.max(0, plainHeads.length - cells.length))];
const everyText = (change: (text: string) => string, rows = rowsOf(shops, plainColumns)): WorksheetCell[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'string' ? change(cell) : cell)));
const marked = (yes: WorksheetCell, no: WorksheetCell): WorksheetCell[][] =>
  rowsOf(
    shops,
    plainColumns.map(
      ([head, cell]): ColumnPlan =>
        ticks.has(String(head)) ? [head, (shop) => (shop[cell as keyof Shop] === 'x' ? yes : no)] : [head, cell],
    ),
  );
const ticks = new Set(['Chuyển khoản/QR', 'POS', 'Mobile Money', 'Hóa đơn điện tử', 'Cam kết']);
const wallets = ['MoMo', 'ZaloPay', 'Viettel Money', 'VNPT Money', 'ShopeePay', 'VNPAY'];
const [headRow = [], ...body] = rowsOf(shops, plainColumns);
const at = (shop: Shop, head: keyof Shop) => shop[head];

const disguises: Record<string, WorksheetCell[][]> = {
  'columns from right to left': rowsOf(shops, [...plainColumns].reverse()),
  'columns by the alphabet': rowsOf(
    shops,
    [...plainColumns].sort(([a], [b]) => String(a).localeCompare(String(b))),
  ),
  'abbreviated heads': rowsOf(
    shops,
    renamed(
      [
        'TT',
        'Tên CS',
        'Chủ hộ',
        'Loại hình',
        'SN',
        'Tên đường',
        'Tổ DP',
        'Ngành nghề KD',
        'MST',
        'ĐT',
        'CK',
        'NH',
        'STK',
        'Máy POS',
        'Ví ĐT',
        'Tiền di động',
        'HĐĐT',
        'Ký CK',
        'GC',
      ].map((head) => (head === 'Ký CK' ? 'Ký cam kết' : head)),
    ),
  ),
  'heads of another ward': rowsOf(
    shops,
    renamed([
      'Số TT',
      'Tên hộ kinh doanh',
      'Họ và tên chủ hộ',
      'HKD/DN',
      'Địa chỉ số nhà',
      'Đường phố',
      'Tổ dân phố',
      'Mặt hàng kinh doanh',
      'Mã số thuế',
      'Điện thoại liên hệ',
      'Mã QR',
      'Ngân hàng mở tài khoản',
      'Tài khoản',
      'Quẹt thẻ',
      'Ví điện tử (MoMo, ZaloPay...)',
      'Mobile-Money',
      'Hoá đơn điện tử',
      'Đã ký cam kết',
      'Chú thích',
    ]),
  ),
  'English heads': rowsOf(
    shops,
    renamed([
      'No.',
      'Business name',
      'Owner',
      'Business type',
      'House number',
      'Street',
      'Residential group',
      'Category',
      'Tax code',
      'Phone number',
      'QR code / bank transfer',
      'Bank',
      'Account number',
      'POS / card',
      'E-wallet',
      'Mobile money',
      'E-invoice',
      'Commitment',
      'Remarks',
    ]),
  ),
  'heads in capitals without marks': rowsOf(
    shops,
    renamed([
      'STT',
      'TEN CO SO KINH DOANH',
      'CHU CO SO',
      'LOAI HINH',
      'SO NHA',
      'TUYEN DUONG',
      'TDP',
      'NGANH HANG',
      'MST',
      'SO DIEN THOAI',
      'CHUYEN KHOAN/QR',
      'NGAN HANG',
      'SO TAI KHOAN',
      'POS',
      'VI DIEN TU',
      'MOBILE MONEY',
      'HOA DON DIEN TU',
      'CAM KET',
      'GHI CHU',
    ]),
  ),
  'heads with line breaks and stars': everyText((text) => (plainHeads.includes(text as never) ? `${text.replace(' ', '\n')} (*)` : text)),
  'a head in two merged rows': [
    line(...plainHeads.slice(0, 10), 'Hình thức thanh toán không dùng tiền mặt', ...blank(5), ...plainHeads.slice(16)),
    line(...blank(10), ...plainHeads.slice(10, 16)),
    ...body,
  ],
  'a head in three merged rows with numbered columns': [
    line('STT', 'THÔNG TIN CƠ SỞ KINH DOANH', ...blank(8), 'THANH TOÁN', ...blank(5), 'KHÁC'),
    line(
      null,
      'Tên',
      'Chủ cơ sở',
      'Loại hình',
      'Địa chỉ',
      null,
      null,
      'Ngành hàng',
      'MST',
      'SĐT',
      'Ngân hàng',
      null,
      null,
      'Thẻ',
      'Ví điện tử',
      'Mobile Money',
      'HĐĐT',
      'Cam kết',
      'Ghi chú',
    ),
    line(...blank(4), 'Số nhà', 'Đường', 'TDP', ...blank(3), 'QR', 'Tên NH', 'Số TK', 'POS'),
    plainHeads.map((_, column) => `(${column + 1})`),
    ...body,
  ],
  'yes and no in two columns': (() => {
    const pair = (head: keyof Shop): ColumnPlan[] => [
      [null, (shop) => (shop[head] === 'x' ? 'x' : null)],
      [null, (shop) => (shop[head] === 'x' ? null : 'x')],
    ];
    const columns = [...without('Hóa đơn điện tử', 'Cam kết', 'Ghi chú'), ...pair('Hóa đơn điện tử'), ...pair('Cam kết')];
    const width = columns.length;
    return [
      [...columns.slice(0, width - 4).map(([head]) => head), 'Hóa đơn điện tử', null, 'Ký cam kết', null],
      [...blank(width - 4), 'Có', 'Không', 'Đã ký', 'Chưa ký'],
      ...bodyOf(shops, columns),
    ];
  })(),
  'a column for each wallet': rowsOf(shops, [
    ...without('Ví điện tử'),
    ...wallets.map((wallet): ColumnPlan => [wallet, (shop) => (shop['Ví điện tử'] === wallet ? 'x' : null)]),
  ]),
  'a column for each wallet under a group': [
    [...without('Ví điện tử').map(([head]) => head), 'Ví điện tử', ...blank(5)],
    [...blank(plainHeads.length - 1), ...wallets.map((wallet) => `Ví ${wallet}`)],
    ...bodyOf(shops, [
      ...without('Ví điện tử'),
      ...wallets.map((wallet): ColumnPlan => [wallet, (shop) => (shop['Ví điện tử'] === wallet ? 'v' : 0)]),
    ]),
  ],
  'house number and street in one column': rowsOf(shops, [
    ...without('Số nhà', 'Tuyến đường'),
    ['Địa chỉ', (shop) => `Số ${at(shop, 'Số nhà')} ${at(shop, 'Tuyến đường')}, phường Minh Khai, quận Hồng Bàng`],
  ]),
  'house number, street': rowsOf(shops, [
    ...without('Số nhà', 'Tuyến đường'),
    ['Số nhà, đường', (shop) => `${at(shop, 'Số nhà')}, đường ${at(shop, 'Tuyến đường')}`],
  ]),
  'bank and account in one column': rowsOf(shops, [
    ...without('Ngân hàng', 'Số tài khoản'),
    ['Số TK - Ngân hàng', (shop) => (shop['Số tài khoản'] === null ? null : `${at(shop, 'Số tài khoản')} - ${at(shop, 'Ngân hàng')}`)],
  ]),
  'bank, account and tick in one column': rowsOf(shops, [
    ...without('Ngân hàng', 'Số tài khoản', 'Chuyển khoản/QR'),
    [
      'Chuyển khoản (ngân hàng, số TK)',
      (shop) => (shop['Số tài khoản'] === null ? null : `${at(shop, 'Ngân hàng')}: ${at(shop, 'Số tài khoản')}`),
    ],
  ]),
  'accounts without a tick column': rowsOf(shops, without('Chuyển khoản/QR')),
  'QR beside transfers': rowsOf(shops, [...plainColumns, ['QR', 'Chuyển khoản/QR']]),
  'marks v and dash': marked('v', '-'),
  'marks ✓ and ✗': marked('✓', '✗'),
  'marks Có and Không': marked('Có', 'Không'),
  'marks Yes and No': marked('Yes', 'No'),
  'marks 1 and 0 as numbers': marked(1, 0),
  'marks TRUE and FALSE': marked(true, false),
  'marks "đã có" and "chưa"': marked('Đã có', 'chưa'),
  'marks of a tick font': marked('ü', null),
  'everything decomposed': everyText((text) => text.normalize('NFD')),
  'a font of TCVN3': everyText(inTcvn3),
  'a font of VNI': everyText(inVni),
  'UTF-8 read as Windows-1252': everyText(asMojibake),
  'no-break spaces, zero-width and soft hyphens': everyText((text) => `\u00A0${text.replace(/ /g, '\u00A0')}\u200B\u00AD `),
  'the head again on each page': [headRow, ...body.flatMap((row, index) => (index > 0 && index % 30 === 0 ? [headRow, row] : [row]))],
  'blank rows and columns between': rowsOf(
    shops,
    plainColumns.flatMap((column): ColumnPlan[] => [column, [null, () => null]]),
  ).flatMap((row) => [row, []]),
  'five thousand empty rows below': [...rowsOf(shops, plainColumns), ...Array.from({ length: 5000 }, () => line(null, '  ', null))],
  'rows numbered in advance, with formulas that give 0': [
    ...rowsOf(shops, plainColumns),
    ...Array.from({ length: 300 }, (_, index) =>
      line(125 + index, null, null, null, null, null, null, null, null, null, 0, null, null, 0, '-', false),
    ),
  ],
  'the street in the first merged row': rowsOf(
    shops,
    plainColumns.map(
      ([head, cell]): ColumnPlan =>
        head === 'Tuyến đường' ? [head, (shop, index) => (index === 0 ? at(shop, 'Tuyến đường') : null)] : [head, cell],
    ),
  ),
  'the street in a row of the table': [
    without('Tuyến đường').map(([head]) => head),
    ['I', 'Đường Điện Biên Phủ'],
    ...bodyOf(shops, without('Tuyến đường')),
  ],
  'subtotals and totals': [
    headRow,
    ...body.slice(0, 60),
    line(null, 'Cộng', ...blank(8), 55),
    ...body.slice(60),
    line('Tổng cộng', ...blank(9), 109, null, null, 41),
    line(null, 'Tổng số: 124 cơ sở'),
  ],
  'a number of machines, an amount': rowsOf(
    shops,
    plainColumns.map(
      ([head, cell]): ColumnPlan =>
        head === 'POS'
          ? [head, (shop) => (shop.POS === 'x' ? 2 : 0)]
          : head === 'Mobile Money'
            ? [head, (shop) => (shop['Mobile Money'] === 'x' ? '1.500.000 đ' : null)]
            : [head, cell],
    ),
  ),
};

describe('Điện Biên Phủ gives the same figures from a list with', () => {
  test.each(Object.entries(disguises))('%s', (_, cells) => {
    const list = listOf(cells, 'Điện Biên Phủ');
    expect(list.totals).toMatchObject(figures);
    expect(list.street).toBe('Điện Biên Phủ');
  });
});

test('what is read is the same too, not only its figures', () => {
  const sameDetails = [
    'columns from right to left',
    'a head in two merged rows',
    'everything decomposed',
    'bank and account in one column',
    'house number and street in one column',
    'UTF-8 read as Windows-1252',
  ];
  for (const name of sameDetails) {
    const details = goodRows(listOf(disguises[name] ?? [], 'Điện Biên Phủ')).map((row) => row.details);
    expect(details, name).toEqual(goodRows(plain).map((row) => row.details));
  }
});

test('without marks in the font of capitals, TCVN3 gives the same names', () => {
  const names = goodRows(listOf(disguises['a font of TCVN3'] ?? [])).map((row) => row.details.name);
  expect(names.map((name) => name.toLowerCase())).toEqual(goodRows(plain).map((row) => row.details.name.toLowerCase()));
});

test('only the columns that a ward has are read', () => {
  const list = listOf(rowsOf(shops, only('Tên cơ sở kinh doanh', 'Số nhà', 'Chuyển khoản/QR')));
  expect(list.totals).toMatchObject({ good: 124, qr: 109, cashless: 109, wallet: 0 });
});
