import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildVietQr, type Transfer } from '../../../shared/vietqr/build.ts';
import { crc16 } from '../../../shared/vietqr/crc.ts';
import { findingTexts } from '../../../shared/vietqr/finding-texts.ts';
import { parseVietQr } from '../../../shared/vietqr/parse.ts';

const built = (transfer: Transfer) => {
  const payload = buildVietQr(transfer);
  if (!payload.ok) return payload.failure.code;
  const read = parseVietQr(payload.value);
  return read.ok && read.warnings.length === 0 ? read.value : read;
};

test('the sign of a shop is the static code that the specification prints', () => {
  expect(buildVietQr({ bankBin: '970403', account: '0011012345678' })).toEqual({
    ok: true,
    value: '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F',
  });
});

test('the checksum is CRC-16/CCITT-FALSE', () => expect([crc16('123456789'), crc16('')]).toEqual(['29B1', 'FFFF']));

test('whatever is built is read back as it was meant, without a remark', () => {
  const transfer = fc.record(
    {
      bankBin: fc.constantFrom('970436', '970422', '971025'),
      account: fc.stringMatching(/^[0-9A-Za-z]{1,19}$/),
      amount: fc.integer({ min: 1, max: 9_999_999_999_999 }),
      merchantName: fc.string({ unit: 'grapheme', maxLength: 60 }),
      city: fc.string({ unit: 'binary', maxLength: 40 }),
      purpose: fc.string({ unit: 'grapheme', maxLength: 60 }),
      service: fc.constantFrom('QRIBFTTA', 'QRPUSH', 'QRCASH'),
    },
    { requiredKeys: ['bankBin', 'account'] },
  );
  fc.assert(
    fc.property(transfer, (meant) => {
      expect(built(meant)).toMatchObject({
        initMethod: meant.amount === undefined ? '11' : '12',
        guid: 'A000000727',
        bankBin: meant.bankBin,
        account: meant.account,
        service: meant.service ?? 'QRIBFTTA',
        ...(meant.amount === undefined ? {} : { amount: String(meant.amount) }),
      });
    }),
    { numRuns: 300 },
  );
});

describe('what the printed sign shows', () => {
  test('is capitals without marks, cut to what the field holds', () => {
    expect(
      built({
        bankBin: '970436',
        account: '1',
        merchantName: 'Bánh đa cua Bà Cụ – Điện Biên Phủ',
        city: 'Thành phố Hải Phòng',
        purpose: 'Ủng hộ  đồng bào “miền Bắc” 2024',
      }),
    ).toMatchObject({
      merchantName: 'BANH DA CUA BA CU - DIEN',
      city: 'THANH PHO HAI P',
      additional: { '08': 'UNG HO DONG BAO "MIEN BAC' },
    });
  });

  test('leaves out what has no letter of ours', () => {
    const sign = built({ bankBin: '970436', account: '1', merchantName: '麵館', purpose: ' ' });
    expect(sign).not.toHaveProperty('merchantName');
    expect(sign).not.toHaveProperty('additional');
  });
});

test('a wrong bank, account or amount is refused', () => {
  const shop = { bankBin: '970436', account: '0123456789' };
  expect(
    [
      { ...shop, bankBin: '97043' },
      { ...shop, account: '0123 456' },
      { ...shop, account: '' },
      { ...shop, amount: 0 },
      { ...shop, amount: 0.5 },
      { ...shop, amount: 1e13 },
      { ...shop, amount: Number.NaN },
    ].map(built),
  ).toEqual(['bank-bin', 'account', 'account', 'amount', 'amount', 'amount', 'amount']);
});

test('every finding has a sentence in both languages', () => {
  expect(Object.values(findingTexts).filter(({ vi, en }) => !/^\p{Lu}.*\.$/u.test(vi) || !/^[A-Z].*\.$/.test(en))).toEqual([]);
});
