import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, parseAddress, sameAddress } from '../../../shared/text/house-number.ts';
import fixtures from './fixtures.json' with { type: 'json' };

test.each(fixtures.addressPairs)('$a / $b: duplicate $duplicate', ({ a, b, duplicate }) => {
  expect(sameAddress(a, b)).toBe(duplicate);
  expect(sameAddress(b, a)).toBe(duplicate);
});

test('12, 12A, 12/3, 12-14, 12Đ, 12D and 12 bis are seven houses', () => {
  const houses = ['12', '12A', '12/3', '12-14', '12Đ', '12D', '12 bis'].map((house) => addressKey(`${house} Quang Trung`));
  expect(new Set(houses).size).toBe(7);
});

describe('one house in many spellings', () => {
  test.each([
    [
      '12 Tam Bạc',
      'SN12 Tam Bạc',
      'Số: 12 Tam Bạc',
      'Nhà số 12 phố Tam Bạc',
      '12 P. Tam Bạc',
      'Số 012, Tam Bạc',
      '１２ Tam Bạc',
      'Tam Bạc, số 12',
      'Tam Bạc số 12',
      'Tam Bạc 12',
    ],
    [
      '35 Điện Biên Phủ',
      '35, Điện Biên Phủ',
      '35 Đ. Điện Biên Phủ',
      '35 dien bien phu',
      '35 Điện Biên Phủ P.Minh Khai Q.Hồng Bàng TP.HP',
      '35 Điện Biên Phủ, Minh Khai, Hồng Bàng, Hải Phòng, Việt Nam',
      '35 dien bien phu phuong minh khai quan hong bang',
      '35 Điện Biên Phủ Hải Phòng',
      '35 Điện Biên Phủ (số cũ 31)',
    ],
    ['1 Minh Khai', '1 Đường Minh Khai', '1 đ. Minh Khai', '1, P. Minh Khai, Minh Khai', '1 Minh Khai, phường Minh Khai'],
    ['12Đ', '12 Đ', 'Số 12 đ'],
    ['12bis Lê Lợi', '12 bis Lê Lợi', '12 BIS đường Lê Lợi'],
    ['12 – 14 Quang Trung', '12-14 Quang Trung', '12 - 14 Quang Trung', '12 & 14 Quang Trung'],
    [
      'Số 5 ngõ 12/3 Lê Lợi',
      '5 ngõ 12 ngách 3 Lê Lợi',
      'Số 5 ngách 3 ngõ 12 Lê Lợi',
      'số nhà 5, ngõ 12/3, đường Lê Lợi',
      'Ngõ 12 ngách 12/3 số 5 Lê Lợi',
      '5 kiệt 12/3 Lê Lợi',
    ],
    ['Km 9 Phạm Văn Đồng', 'Km9, đường Phạm Văn Đồng', 'KM 9 PHẠM VĂN ĐỒNG'],
    ['5 Quốc lộ 5', '5 QL5', 'Số 5 QL 5', '5 đường Quốc lộ 5'],
    ['12 Đường 3/2', '12 đường 3 tháng 2', '12 đường 03-02'],
    ['12 Phó Đức Chính', '12 phố Phó Đức Chính', '12 Pho Duc Chinh'],
    ['Lô 12 khu A', 'lô 12, khu A', 'Khu A, lô số 12'],
    ['12 Lý Thường Kiệt', 'Lý Thường Kiệt 12', '12 ly thuong kiet', '12 Lí Thường Kiệt'],
  ])('%s', (first, ...others) => {
    expect(others.filter((other) => !sameAddress(first, other))).toEqual([]);
  });
});

describe('stalls of a market', () => {
  test('Kiot A01, Ki-ốt A1, ki ốt A-01 and KIỐT A 01 are one stall', () => {
    expect(new Set(['Kiot A01', 'Ki-ốt A1', 'ki ốt A-01', 'KIỐT A 01', 'Ốt A1'].map((stall) => addressKey(stall)))).toEqual(
      new Set(['kiot a1']),
    );
  });

  test('a stall may stand before or after its market', () => {
    expect(parseAddress('Chợ Sắt, kiot A01')).toEqual(parseAddress('Kiot A1 Chợ Sắt'));
    expect(parseAddress('Tầng 2, quầy 5, Chợ Sắt')).toEqual({ number: 'quay 5 tang 2', street: 'cho sat' });
  });

  test('stall, counter, stand and lot of one number are four places', () => {
    expect(new Set(['Kiot 4', 'Quầy 4', 'Sạp 4', 'Lô 4', '4', 'Kiot A4', 'Kiot 4A'].map((stall) => addressKey(stall))).size).toBe(7);
  });
});

describe('streets whose names look like something else', () => {
  test.each([
    ['5 Nguyễn Tri Phương', 'nguyen tri phuong'],
    ['5 nguyen tri phuong', 'nguyen tri phuong'],
    ['5 nguyen tri phuong phuong minh khai', 'nguyen tri phuong'],
    ['5 Bà Huyện Thanh Quan', 'ba huyen thanh quan'],
    ['5 Phương Lưu, Hải Phòng', 'phuong luu'],
    ['5 Hà Nội, phường Sở Dầu, Hải Phòng', 'ha noi'],
    ['5 Lê Hồng Phong 2', 'le hong phong 2'],
    ['5 Đường số 3', 'so 3'],
    ['5 Ỷ Lan', 'y lan'],
    ['5 Ngô Quyền', 'ngo quyen'],
    ['5 Tô Hiệu', 'to hieu'],
    ['5 Lò Đúc', 'lo duc'],
    ['5 Trần Q. Khải', 'tran q khai'],
  ])('%s', (text, street) => expect(parseAddress(text)).toEqual({ number: '5', street }));
});

test('a residential group tells houses apart only where no street is named', () => {
  expect(sameAddress('12 tổ 5, phường Hạ Lý', '12 tổ 6, phường Hạ Lý')).toBe(false);
  expect(sameAddress('12 Hạ Lý, tổ 5', '12 Hạ Lý')).toBe(true);
});

test('a ward is no street', () => {
  expect(parseAddress('Số 12 phường Hạ Lý')).toEqual({ number: '12', street: '' });
  expect(parseAddress('Số 12 phường Hạ Lý', 'Hạ Lý')).toEqual({ number: '12', street: 'ha li' });
});

test('in a list the column of the street stands in for a street that the cell does not name', () => {
  expect(sameAddress('12A', 'Số 12A phố Tam Bạc', 'Tam Bạc')).toBe(true);
  expect(parseAddress('Kiot A01', 'Chợ Sắt')).toEqual({ number: 'kiot a1', street: 'cho sat' });
});

test('no address is the same as no other', () => {
  expect(sameAddress('', '')).toBe(false);
  expect(sameAddress(' , ', 'Phường Minh Khai')).toBe(false);
});

test('any text is read without failing, and composed as decomposed', () => {
  const word = fc.constantFrom(
    'Số',
    '12',
    'A',
    '/',
    '-',
    'ngõ',
    'kiot',
    'Điện Biên Phủ',
    'P.',
    'phường',
    ',',
    '3/2',
    'Km',
    'tổ',
    '.',
    'Đ',
    'lô',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      ),
      (text) => {
        expect(addressKey(text.normalize('NFD'))).toBe(addressKey(text.normalize('NFC')));
      },
    ),
  );
});
