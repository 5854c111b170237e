import { describe, expect, test } from 'vitest';
import { isRefused } from '../../../shared/spreadsheet/reading.ts';
import type { WorksheetCell } from '../../../shared/spreadsheet/worksheet.ts';
import { goodRows, listOf } from './support/lists.ts';

const heads = ['STT', 'Tên cơ sở', 'Số nhà', 'Chủ hộ', 'SĐT', 'QR', 'POS'];
const shop = (number: WorksheetCell, name: WorksheetCell, place: WorksheetCell): WorksheetCell[] => [
  number,
  name,
  place,
  'Nguyễn Văn An',
  '0904123456',
  'x',
  null,
];
const names = (...rows: WorksheetCell[][]) => goodRows(listOf([heads, ...rows])).map((row) => row.details.name);

describe('rows that are no shop', () => {
  test.each([
    ['a total', ['Tổng cộng', null, null, null, null, 12, 3]],
    ['a total beside its number', [null, 'Cộng', null, null, null, 12, 3]],
    ['a total in words', [null, 'Tổng số: 12 cơ sở', null, null, null, null, null]],
    ['a total of a street', [null, 'Cộng đường Tam Bạc', null, null, null, 12, null]],
    ['a total without a word', [null, null, null, null, null, 12, 3]],
    ['an English total', ['Total', null, null, null, null, 12, 3]],
    ['the date of signing', [null, null, null, 'Hải Phòng, ngày 05 tháng 11 năm 2023', null, null, null]],
    ['who made the list', [null, 'Người lập biểu', null, null, 'TM. ỦY BAN NHÂN DÂN', null, null]],
    ['a remark', [null, 'Ghi chú: dấu x là có', null, null, null, null, null]],
    ['a row that was only numbered', [2, null, null, null, null, null, null]],
    ['zeros that formulas left', [2, null, null, null, 0, 0, false]],
  ] satisfies [string, WorksheetCell[]][])('%s', (_, row) => {
    const list = listOf([heads, shop(1, 'Cà phê Mai', '12'), row]);
    expect(list.totals).toMatchObject({ rows: 1, good: 1, errors: 0 });
  });

  test('everything below the signatures, names of those who signed included', () => {
    const list = listOf([
      heads,
      shop(1, 'Cà phê Mai', '12'),
      [null, 'NGƯỜI LẬP BIỂU', null, 'KT. CHỦ TỊCH'],
      [null, '(Ký, ghi rõ họ tên)', null, 'PHÓ CHỦ TỊCH'],
      [],
      [null, 'Trần Thị Bình', null, 'Lê Văn Cường'],
      [null, 'Trần Thị Bình', 'Lê Văn Cường'],
    ]);
    expect(list.totals).toMatchObject({ rows: 1, good: 1 });
  });

  test('they are told, with the text that stood there', () => {
    const list = listOf([heads, shop(1, 'Cà phê Mai', '12'), ['Tổng cộng', null, null, null, null, 1], [null, 'Người lập biểu']]);
    expect(list.skipped).toEqual([
      { row: 3, why: 'total', text: 'Tổng cộng' },
      { row: 4, why: 'footer', text: 'Người lập biểu' },
    ]);
  });
});

describe('shops that look like something else', () => {
  test.each([
    'Cộng Cà Phê',
    'Tổng kho Hải Phòng',
    'Phố Cổ',
    'Chợ Đêm',
    'Chủ tịch Quán',
    'Đường Hoa',
    'Tổng',
    'STT Coffee',
    'Điện thoại Viettel Money',
  ])('%s', (name) => {
    expect(names(shop(1, 'Cà phê Mai', '12'), shop(2, name, '14'))).toEqual(['Cà phê Mai', name]);
    expect(names(shop(null, 'Cà phê Mai', '12'), shop(null, name, '14'))).toContain(name);
  });
});

describe('a row fails', () => {
  test('only without a name or a place, and the others stay', () => {
    const list = listOf([heads, shop(1, null, '12'), shop(2, 'Cà phê Mai', null), shop(3, 'Phở Hương', '16')]);
    expect(list.rows.map((row) => (isRefused(row) ? row.refused : row.details.name))).toEqual(['no-name', 'no-place', 'Phở Hương']);
    expect(list.rows[0]?.issues).toEqual([{ row: 2, column: 1, field: 'name', code: 'no-name', severity: 'error' }]);
    expect(list.totals).toMatchObject({ rows: 3, good: 1, refused: 2, errors: 2 });
  });

  test('when its house number has become a date', () => {
    for (const place of ['12/03/2024', 45363, '12-Mar', 'Mar-12', '3-Thg12']) {
      const list = listOf([heads, shop(1, 'Cà phê Mai', place)]);
      expect(list.rows[0]).toMatchObject({ refused: 'no-place', issues: [{ code: 'place-became-date' }, { code: 'no-place' }] });
    }
  });

  test('when dots or dashes stand for the name', () => {
    expect(listOf([heads, shop(1, '…', '12'), shop(2, '-', '14')]).totals).toMatchObject({ refused: 2 });
  });
});

describe('streets inside the table', () => {
  const body = [
    ['I', 'Đường Điện Biên Phủ'],
    shop(1, 'Cà phê Mai', '12'),
    shop(2, 'Phở Hương', '14'),
    [null, 'Cộng', null, null, null, 2],
    ['II. PHỐ TAM BẠC'],
    shop(1, 'Vải Yến', '3'),
    ['III', 'Chợ Sắt', null, null, null, 1],
    shop(1, 'Tạp hóa Lan', 'Kiot A1'),
  ];

  test('each shop belongs to the street above it, and numbers start again', () => {
    const list = listOf([heads, ...body]);
    expect(list.rows.map((row) => row.street)).toEqual(['Điện Biên Phủ', 'Điện Biên Phủ', 'Tam Bạc', 'Chợ Sắt']);
    expect(list.streets).toEqual([
      { name: 'Điện Biên Phủ', kind: 'street', rows: 2 },
      { name: 'Tam Bạc', kind: 'street', rows: 1 },
      { name: 'Chợ Sắt', kind: 'market', rows: 1 },
    ]);
    expect(list.street).toBe('Điện Biên Phủ');
  });

  test('in a list without numbers too', () => {
    const list = listOf([
      heads.slice(1),
      ['A. Đường Trần Phú'],
      shop(1, 'Cà phê Mai', '12').slice(1),
      ['B. Lê Lợi'],
      shop(1, 'Phở Hương', '3').slice(1),
    ]);
    expect(list.rows.map((row) => row.street)).toEqual(['Trần Phú', 'Lê Lợi']);
  });

  test('named like a word for sorting they are streets all the same', () => {
    const list = listOf([heads, ['I', 'Tô Hiệu'], shop(1, 'Cà phê Mai', '12'), ['II. Hàng Kênh'], shop(1, 'Phở Hương', '3')]);
    expect(list.rows.map((row) => row.street)).toEqual(['Tô Hiệu', 'Hàng Kênh']);
  });

  test('sorting by type or trade names no street', () => {
    const list = listOf([
      ['Tuyến đường: Lê Lợi'],
      heads,
      ['A', 'Hộ kinh doanh'],
      shop(1, 'Cà phê Mai', '12'),
      ['B', 'Doanh nghiệp'],
      shop(2, 'Phở Hương', '14'),
      ['C', 'Ăn uống'],
      shop(3, 'Lẩu Hà', '16'),
    ]);
    expect(list.rows.map((row) => row.street)).toEqual(['Lê Lợi', 'Lê Lợi', 'Lê Lợi']);
    expect(list.totals.rows).toBe(3);
  });

  test('a residential group above its shops is theirs', () => {
    const list = listOf([heads, ['Tổ dân phố số 3'], shop(1, 'Cà phê Mai', '12'), ['Tổ dân phố số 4'], shop(1, 'Phở Hương', '14')]);
    expect(goodRows(list).map((row) => row.details.residentialGroup)).toEqual(['Tổ dân phố số 3', 'Tổ dân phố số 4']);
  });

  test('written once in a merged column they go for the rows below', () => {
    const withStreet = ['Tuyến đường', ...heads];
    const list = listOf([
      withStreet,
      ['Điện Biên Phủ', ...shop(1, 'Cà phê Mai', '12')],
      [null, ...shop(2, 'Phở Hương', '14')],
      ['HOÀNG DIỆU', ...shop(1, 'Vải Yến', '3')],
      [null, ...shop(2, 'Lẩu Hà', '5')],
    ]);
    expect(list.rows.map((row) => row.street)).toEqual(['Điện Biên Phủ', 'Điện Biên Phủ', 'Hoàng Diệu', 'Hoàng Diệu']);
  });
});

test('rows have the numbers that people see', () => {
  const list = listOf([[], ['DANH SÁCH CƠ SỞ KINH DOANH'], [], heads, shop(1, 'Cà phê Mai', '12'), [], shop(2, 'Phở Hương', '14')]);
  expect(list.headerRows).toEqual([4]);
  expect(list.rows.map((row) => row.row)).toEqual([5, 7]);
});

test('a second table with its columns in another order is read by its own head', () => {
  const other = ['STT', 'Số nhà', 'Tên cơ sở', 'SĐT', 'Chủ hộ', 'POS', 'QR'];
  const list = listOf([heads, shop(1, 'Cà phê Mai', '12'), [], other, [1, '14', 'Phở Hương', '0904123457', 'Lê Bình', 'x', null]]);
  expect(goodRows(list).map(({ details }) => [details.name, details.place, details.owner])).toEqual([
    ['Cà phê Mai', '12', 'Nguyễn Văn An'],
    ['Phở Hương', '14', 'Lê Bình'],
  ]);
  expect(list.totals).toMatchObject({ qr: 1, card: 1 });
});

test('a second table has the street of its own title', () => {
  const list = listOf([
    ['DANH SÁCH CƠ SỞ KINH DOANH ĐƯỜNG LÊ LỢI'],
    heads,
    shop(1, 'Cà phê Mai', '12'),
    ['Tổng cộng', null, null, null, null, 1],
    [],
    ['DANH SÁCH CƠ SỞ KINH DOANH PHỐ TAM BẠC'],
    heads,
    shop(1, 'Phở Hương', '14'),
  ]);
  expect(list.rows.map((row) => row.street)).toEqual(['Lê Lợi', 'Tam Bạc']);
});
