import { describe, expect, test } from 'vitest';
import type { WorksheetCell } from '../../../shared/spreadsheet/worksheet.ts';
import { codesOf, goodRows, listOf } from './support/lists.ts';

/** The one shop of a list with this cell under this head. */
function read(head: string, cell: WorksheetCell, more: Record<string, WorksheetCell> = {}) {
  const columns = { 'Tên cơ sở': 'Cà phê Mai', 'Số nhà': '12', [head]: cell, ...more };
  const list = listOf([
    ['STT', ...Object.keys(columns)],
    [1, ...Object.values(columns)],
  ]);
  return { details: goodRows(list)[0]?.details, codes: codesOf(list), street: list.rows[0]?.street };
}

describe('phone numbers', () => {
  test.each([
    ['as text', '0904 123.456', '0904123456', []],
    ['as a number without its zero', 904123456, '0904123456', ['zero-restored']],
    ['two of them', '0904123456 - 0912345678', '0904123456', ['phone-second-number']],
    ['in two lines of a cell', '0904123456\n0912345678', '0904123456', ['phone-second-number']],
    ['with an old area code', '031 3842345', '02253842345', ['phone-old-area-code']],
    ['with its country', '+84 904 123 456', '0904123456', []],
    ['with an Excel text mark', "'0904123456", '0904123456', []],
    ['as a formula of text', '="0904123456"', '0904123456', []],
    ['none, in words', 'không có', undefined, []],
    ['rounded', '9.04E+08', undefined, ['number-rounded']],
    ['no number', 'hỏi chủ nhà', undefined, ['phone-unreadable']],
    ['a tick box', true, undefined, ['phone-unreadable']],
  ] satisfies [string, WorksheetCell, string | undefined, string[]][])('%s', (_, cell, phone, codes) => {
    expect(read('Điện thoại', cell)).toMatchObject({ codes, details: phone === undefined ? {} : { phone } });
    expect(read('Điện thoại', cell).details?.phone).toBe(phone);
  });
});

describe('tax codes and personal numbers', () => {
  test.each([
    ['as text', '0200171274', '0200171274', []],
    ['as a number without its zero, which the check digit proves', 200171274, '0200171274', ['zero-restored']],
    ['of a branch', '0304258307-002', '0304258307-002', []],
    ['a personal number', '031090001234', '031090001234', []],
    ['both in one cell', '0200171274 / 031090001234', '0200171274', []],
    ['a personal number without its zero, which nothing proves', 31090001234, undefined, ['tax-id-unreadable']],
    ['with a wrong check digit', '0100109107', undefined, ['tax-id-check-digit']],
    ['rounded', '3.1E+10', undefined, ['number-rounded']],
    ['none', '-', undefined, []],
  ] satisfies [string, WorksheetCell, string | undefined, string[]][])('%s', (_, cell, taxId, codes) => {
    expect(read('MST', cell).codes).toEqual(codes);
    expect(read('MST', cell).details?.taxId).toBe(taxId);
  });
});

describe('accounts', () => {
  const account = (cell: WorksheetCell, more: Record<string, WorksheetCell> = {}) => {
    const { details, codes } = read('Số tài khoản', cell, { 'Ngân hàng': 'VCB', QR: 'x', ...more });
    return { methods: details?.methods, codes };
  };
  const vcb = { method: 'QR_VIETQR_ACCOUNT', bankBin: '970436' };

  test.each([
    ['as text', '0071000123456', '0071000123456', []],
    ['in groups', '0071 0001 23456', '0071000123456', []],
    ['as a number, whose zero may be lost', 71000123456, '71000123456', ['account-from-number']],
    ['with letters', 'VQRQ0001abcd', 'VQRQ0001abcd', []],
    ['with its label', 'STK: 0071000123456', '0071000123456', []],
    ['with the name of its owner', '0071000123456 Nguyễn Văn An', '0071000123456', []],
    ['rounded in text', '1.90301E+13', undefined, ['number-rounded']],
    ['rounded with a comma', '1,90301E+13', undefined, ['number-rounded']],
    ['rounded and opened again', 19030100000000, undefined, ['number-rounded']],
    ['with more digits than a number keeps', 1.23457e18, undefined, ['number-rounded']],
    ['a card', '4111111111111111', undefined, ['card-number']],
    ['no account', 'hỏi sau', undefined, ['account-unreadable']],
    ['none', 'không', undefined, []],
    ['none, in more words', 'Không có TK', undefined, []],
    ['none yet', 'chưa có', undefined, []],
  ] satisfies [string, WorksheetCell, string | undefined, string[]][])('%s: the tick counts', (_, cell, number, codes) => {
    expect(account(cell)).toEqual({ methods: [{ ...vcb, ...(number && { account: number }) }], codes });
  });

  test('the number of a card is kept nowhere', () => {
    const list = listOf([
      ['STT', 'Tên', 'Số nhà', 'STK'],
      [1, 'Cà phê Mai', '12', '4111 1111 1111 1111'],
    ]);
    expect(JSON.stringify(list)).not.toContain('4111');
  });

  test('beside an empty tick counts, with a warning', () => {
    expect(account('0071000123456', { QR: null })).toEqual({
      methods: [{ ...vcb, account: '0071000123456' }],
      codes: ['account-without-tick'],
    });
  });

  test('beside a "no" does not count', () => {
    expect(account('0071000123456', { QR: 'Không' })).toEqual({ methods: [], codes: ['account-despite-no'] });
  });

  test('a bank alone beside an empty tick does not count', () => {
    expect(account(null, { QR: null })).toEqual({ methods: [], codes: ['bank-without-tick'] });
  });

  test('a bank whose name begins like a yes is a bank', () => {
    expect(account(null, { 'Ngân hàng': 'Co-opBank' }).methods).toEqual([{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970446' }]);
  });

  test('an unknown bank is kept as written', () => {
    expect(account('0071000123456', { 'Ngân hàng': 'Quỹ tín dụng An Biên' })).toEqual({
      methods: [{ method: 'QR_VIETQR_ACCOUNT', provider: 'Quỹ tín dụng An Biên', account: '0071000123456' }],
      codes: ['bank-unknown'],
    });
  });

  test.each([
    'VCB 0071000123456',
    '0071000123456 - Vietcombank CN Hải Phòng',
    'Vietcombank: 0071 0001 23456',
    '(VCB) 0071000123456',
    'VCB0071000123456',
  ])('with the bank in one cell: %s', (cell) => {
    expect(read('Số TK - Ngân hàng', cell).details?.methods).toEqual([{ ...vcb, account: '0071000123456' }]);
  });

  test('two accounts in one cell are two methods of one way to pay', () => {
    expect(read('Số TK - Ngân hàng', 'VCB 0071000123456; BIDV 31110000987654').details?.methods).toEqual([
      { ...vcb, account: '0071000123456' },
      { method: 'QR_VIETQR_ACCOUNT', bankBin: '970418', account: '31110000987654' },
    ]);
  });
});

describe('what a method column holds', () => {
  const methods = (head: string, cell: WorksheetCell) => {
    const { details, codes } = read(head, cell);
    return { methods: details?.methods, codes };
  };

  test.each([
    ['QR', 'x', [{ method: 'QR_VIETQR_ACCOUNT' }], []],
    ['Chuyển khoản', 'x', [{ method: 'BANK_TRANSFER' }], []],
    ['QR', 'VCB 0071000123456', [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0071000123456' }], []],
    ['QR', 'Vietcombank', [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436' }], []],
    ['QR', 'MoMo', [{ method: 'QR_WALLET_PROPRIETARY', provider: 'MOMO' }], []],
    ['QR', 'Có QR MoMo', [{ method: 'QR_WALLET_PROPRIETARY', provider: 'MOMO' }], []],
    ['QR', 'VNPAY', [{ method: 'QR_VNPAY', provider: 'VNPAY' }], []],
    ['VNPAY-QR', 'x', [{ method: 'QR_VNPAY', provider: 'VNPAY' }], []],
    ['QR', 'QR', [{ method: 'QR_VIETQR_ACCOUNT' }], []],
    ['Ví điện tử', 'ví', [{ method: 'EWALLET' }], []],
    ['QR', 'hình như', [], ['mark-unreadable']],
    ['QR', 'đang làm', [], ['mark-not-yet']],
    ['POS', 'x', [{ method: 'CARD_POS' }], []],
    ['POS', 2, [{ method: 'CARD_POS' }], ['mark-is-number']],
    ['POS', '2 máy', [{ method: 'CARD_POS' }], ['mark-is-number']],
    ['POS', 'VCB', [{ method: 'CARD_POS', provider: 'VCB' }], []],
    ['POS', 'TID 12345678', [{ method: 'CARD_POS', code: '12345678' }], []],
    ['SoftPOS', 'x', [{ method: 'CARD_SOFTPOS' }], []],
    ['POS', '?', [], ['mark-unreadable']],
    ['Ví điện tử', 'x', [{ method: 'EWALLET' }], []],
    [
      'Ví điện tử',
      'MoMo, ZaloPay',
      [
        { method: 'EWALLET', provider: 'MOMO' },
        { method: 'EWALLET', provider: 'ZALOPAY' },
      ],
      [],
    ],
    [
      'Ví điện tử',
      'Momo\nViettelPay',
      [
        { method: 'EWALLET', provider: 'MOMO' },
        { method: 'EWALLET', provider: 'VIETTEL_MONEY' },
      ],
      [],
    ],
    [
      'Ví điện tử',
      'momo + shopee pay',
      [
        { method: 'EWALLET', provider: 'MOMO' },
        { method: 'EWALLET', provider: 'SHOPEEPAY' },
      ],
      [],
    ],
    ['Ví điện tử', 'MoMo 0904123456', [{ method: 'EWALLET', provider: 'MOMO', phone: '0904123456' }], []],
    ['Ví điện tử', 'VNPAY', [{ method: 'EWALLET', provider: 'VNPAY_WALLET' }], []],
    ['Ví điện tử', 'Có: ZaloPay', [{ method: 'EWALLET', provider: 'ZALOPAY' }], []],
    ['Ví điện tử', 'TrueMoney', [{ method: 'EWALLET', provider: 'TrueMoney' }], ['wallet-unknown']],
    ['Ví điện tử', 'Không', [], []],
    ['Ví điện tử', 0, [], []],
    ['Ví MoMo', 'x', [{ method: 'EWALLET', provider: 'MOMO' }], []],
    ['Ví MoMo', 904123456, [{ method: 'EWALLET', provider: 'MOMO', phone: '0904123456' }], []],
    ['Mobile Money', 'x', [{ method: 'MOBILE_MONEY' }], []],
    ['Mobile Money', 'Viettel', [{ method: 'MOBILE_MONEY', provider: 'VIETTEL_MONEY' }], []],
    ['Mobile Money', 'Vinaphone 0912345678', [{ method: 'MOBILE_MONEY', provider: 'VNPT_MONEY', phone: '0912345678' }], []],
    ['Tiền mặt', 'x', [], []],
    [
      'Hình thức thanh toán',
      'QR, POS, ví MoMo',
      [{ method: 'QR_VIETQR_ACCOUNT' }, { method: 'CARD_POS' }, { method: 'EWALLET', provider: 'MOMO' }],
      [],
    ],
    ['Hình thức thanh toán', 'Tiền mặt, chuyển khoản', [{ method: 'BANK_TRANSFER' }], []],
    ['Thanh toán không dùng tiền mặt', 'x', [{ method: 'OTHER' }], ['method-unknown']],
  ] satisfies [string, WorksheetCell, object[], string[]][])('%s: %s', (head, cell, expected, codes) => {
    expect(methods(head, cell)).toEqual({ methods: expected, codes });
  });

  test('more than twenty methods are cut to twenty, and told', () => {
    const many = Array.from({ length: 30 }, (_, index) => `Ví số ${String.fromCharCode(65 + index)}${index} abc`).join(', ');
    const { details, codes } = read('Ví điện tử', many);
    expect(details?.methods).toHaveLength(20);
    expect(codes).toContain('too-many-methods');
  });
});

describe('ticks', () => {
  test.each<[WorksheetCell, boolean, string[]]>([
    ['x', true, []],
    ['Đã ký 05/11/2023', true, []],
    ['05/11/2023', true, []],
    [45235, true, []],
    ['MISA', false, ['mark-unreadable']],
    ['chưa', false, []],
    ['sẽ ký', false, ['mark-not-yet']],
    ['.', false, []],
  ])('a commitment marked %s', (cell, commitment, codes) => {
    expect(read('Cam kết', cell)).toMatchObject({ details: { commitment }, codes });
  });

  test('the name of an invoice service says yes', () => {
    expect(read('HĐĐT', 'MISA')).toMatchObject({ details: { eInvoice: true }, codes: [] });
  });
});

describe('texts', () => {
  test('longer than the registry keeps are cut, and told', () => {
    const { details, codes } = read('Ghi chú', 'ghi chú '.repeat(200), {
      'Tên cơ sở': `Cà phê ${'Mai '.repeat(200)}`,
      'Chủ hộ': '😀'.repeat(100),
    });
    expect(details?.name.length).toBeLessThanOrEqual(160);
    expect(details?.note?.length).toBeLessThanOrEqual(500);
    expect(codes).toEqual(['text-cut', 'text-cut', 'text-cut']);
  });

  test.each(["=cmd|'/c calc'!A0", '@SUM(A1:A2)', '+cmd', '=HYPERLINK("http://x","y")'])('%s is stored as text, with a warning', (name) => {
    expect(read('Ghi chú', null, { 'Tên cơ sở': name })).toMatchObject({ details: { name }, codes: ['formula-text'] });
  });

  test('a name that is a number stays a name', () => {
    expect(read('Ghi chú', null, { 'Tên cơ sở': 1989 }).details?.name).toBe('1989');
  });

  test.each([
    ['HKD', 'household', []],
    ['Hộ cá thể', 'household', []],
    ['Cty TNHH', 'enterprise', []],
    ['DN', 'enterprise', []],
    ['-', undefined, []],
  ])('the type %s', (cell, type, codes) => {
    const { details, codes: found } = read('Loại hình', cell);
    expect({ type: details?.type, found }).toEqual({ type, found: codes });
  });

  test.each([
    ['Đã vận động', 'visited', []],
    ['Đã lắp QR', 'equipped', []],
    ['Từ chối', 'refused', []],
    ['Tạm nghỉ', 'closed', []],
    ['chưa', 'to-visit', []],
    ['Đang hoạt động', 'to-visit', []],
    ['xyz', 'to-visit', ['outreach-unreadable']],
  ])('the outreach state %s', (cell, outreach, codes) => {
    expect(read('Tình trạng vận động', cell)).toMatchObject({ details: { outreach }, codes });
  });
});

describe('addresses', () => {
  test.each([
    ['Số 12 Đinh Tiên Hoàng', '12', 'Đinh Tiên Hoàng'],
    ['Số nhà 12, đường Đinh Tiên Hoàng', '12', 'Đinh Tiên Hoàng'],
    ['12 A Đinh Tiên Hoàng', '12A', 'Đinh Tiên Hoàng'],
    ['12 / 3 Lý Thường Kiệt', '12/3', 'Lý Thường Kiệt'],
    ['12 – 14 Quang Trung', '12-14', 'Quang Trung'],
    ['35 ĐIỆN BIÊN PHỦ - P. Minh Khai - Q. Hồng Bàng', '35', 'Điện Biên Phủ'],
    ['SN 20 phố Tam Bạc', '20', 'Tam Bạc'],
    ['5 ngõ 12 Lê Quý Đôn', '5 ngõ 12', 'Lê Quý Đôn'],
    ['Kiot A01 - Chợ Sắt', 'Kiot A01', 'Chợ Sắt'],
    ['Kiot A01', 'Kiot A01', undefined],
    ['Số nhà 48B', '48B', undefined],
    ['Đối diện chợ', 'Đối diện chợ', undefined],
    ['12 cạnh bưu điện', '12 cạnh bưu điện', undefined],
  ])('%s', (address, place, street) => {
    const found = read('Chủ hộ', 'Lê Bình', { 'Số nhà': address });
    expect({ place: found.details?.place, street: found.street }).toEqual({ place, street });
  });

  test('that name another street than the list are told', () => {
    const found = read('Chủ hộ', 'Lê Bình', { 'Số nhà': '12 Lê Lợi', 'Tuyến đường': 'Tam Bạc' });
    expect(found).toMatchObject({ street: 'Tam Bạc', codes: ['street-differs'] });
    expect(read('Chủ hộ', 'Lê Bình', { 'Số nhà': '12 TAM BẠC', 'Tuyến đường': 'Đường Tam Bạc' }).codes).toEqual([]);
  });
});
