import { expect, test } from 'vitest';
import type { PaymentMethod } from '../../../shared/merchants/merchant.ts';
import { compareScan } from '../../../shared/vietqr/compare.ts';
import { aCode } from './a-code.ts';

const paying = (bin: string, account: string, service = 'QRIBFTTA') =>
  aCode({
    '38': [
      ['00', 'A000000727'],
      [
        '01',
        [
          ['00', bin],
          ['01', account],
        ],
      ],
      ['02', service],
    ],
  });
const vnpayCode = aCode({
  '38': undefined,
  '26': [
    ['00', 'A000000775'],
    ['01', '0108799042'],
  ],
});

const main: PaymentMethod = { method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0123456789' };
const second: PaymentMethod = { method: 'BANK_TRANSFER', bankBin: '970454', account: '99MM24011M34875080' };
const pos: PaymentMethod = { method: 'CARD_POS', code: 'T-001' };
const shop = [pos, main, second];

test('the sign pays into the registered account, whatever else it prints', () => {
  expect(compareScan(paying('970436', '0123456789'), shop)).toBe('same-account');
  expect(compareScan(aCode({ '01': '12', '54': '50000', '59': 'PHO HUONG', '62': [['08', 'BAN 5']] }), shop)).toBe('same-account');
});

test('the sign pays into another account of the same shop', () => {
  expect(compareScan(paying('970454', '99MM24011M34875080'), shop)).toBe('other-account');
});

test('a pasted-over sign pays somebody else', () => {
  expect(compareScan(paying('970436', '0123456788'), shop)).toBe('different-payee');
  expect(compareScan(paying('970422', '0123456789'), shop)).toBe('different-payee');
  expect(compareScan(paying('970454', '99mm24011m34875080'), shop)).toBe('different-payee');
});

test('a code to a card is never the registered account', () => {
  expect(compareScan(paying('970436', '0123456789', 'QRIBFTTC'), shop)).toBe('different-payee');
});

test('a damaged code, a link and an empty scan cannot be read', () => {
  expect(
    [paying('970436', '0123456789').replace('A000', 'A001'), 'https://example.vn/pay', ''].map((scan) => compareScan(scan, shop)),
  ).toEqual(['unreadable', 'unreadable', 'unreadable']);
});

test('without a registered account the code is only recorded', () => {
  expect(compareScan(paying('970436', '0123456789'), [pos])).toBe('recorded');
  expect(compareScan('https://example.vn/pay', [])).toBe('recorded');
});

test('a code of VNPAY is recorded where the shop registered VNPAY, and pays somebody else where it did not', () => {
  expect(compareScan(vnpayCode, [...shop, { method: 'QR_VNPAY', provider: 'VNPAY' }])).toBe('recorded');
  expect(compareScan(vnpayCode, shop)).toBe('different-payee');
});
