import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseVietQr } from '../../../shared/vietqr/parse.ts';
import { aCode, aCodeOf, beneficiary, sealed, vietQr } from './a-code.ts';
import vectors from './vectors.json' with { type: 'json' };

const codes = (payload: string) => {
  const read = parseVietQr(payload);
  return (read.ok ? read.warnings : read.errors).map(({ code, tag }) => (tag === undefined ? code : `${code} ${tag}`));
};
const refused = (payload: string) => (parseVietQr(payload).ok ? 'accepted' : codes(payload));
const warned = (payload: string) => (parseVietQr(payload).ok ? codes(payload) : 'refused');
const value = (payload: string) => {
  const read = parseVietQr(payload);
  return read.ok ? read.value : read.errors;
};

describe('the vectors of the specification', () => {
  test.each(vectors.vectors.map((vector) => ({ ...vector, name: `${vector.id} ${vector.note || vector.source}` })))('$name', (vector) => {
    const read = parseVietQr(vector.payload);
    expect(read.ok).toBe(vector.valid);
    if (read.ok) expect([read.value, read.warnings.length]).toEqual([vector.expected, vector.warnings.length]);
  });
});

describe('the frame of a code', () => {
  test('a plain code of a shop has nothing to remark', () => {
    expect(parseVietQr(aCode())).toEqual({
      ok: true,
      value: {
        initMethod: '11',
        guid: 'A000000727',
        bankBin: '970436',
        account: '0123456789',
        service: 'QRIBFTTA',
        currency: '704',
        country: 'VN',
        crc: aCode().slice(-4),
      },
      warnings: [],
    });
  });

  test('field 00 is first and says 01', () => {
    expect(refused(aCode({ '00': '02' }))).toEqual(['payload-format 00']);
    expect(
      refused(
        aCodeOf([
          ['01', '11'],
          ['00', '01'],
          ['38', vietQr],
          ['53', '704'],
          ['58', 'VN'],
        ]),
      ),
    ).toEqual(['payload-format-not-first']);
  });

  test('field 01 may be missing, and is 11 or 12', () => {
    expect(warned(aCode({ '01': undefined }))).toEqual([]);
    expect(refused(aCode({ '01': '10' }))).toEqual(['init-method 01']);
  });

  test('the checksum is there, last, of four hexadecimal digits, and right', () => {
    const body = aCode().slice(0, -8);
    expect(refused(body)).toEqual(['crc-missing 63']);
    expect(refused(`${body}6304ABCD5902AB`)).toEqual(['crc-not-last 63']);
    expect(refused(`${body}6304ABCG`)).toEqual(['crc-format 63']);
    expect(refused(`${body}6303ABC`)).toEqual(['crc-format 63']);
    expect(refused(aCode().replace('0123456789', '0123456780'))).toEqual(['crc-mismatch 63']);
  });

  test('a checksum in lower case is only remarked', () => {
    const lower = aCode({ '59': 'BUN CHA' });
    expect(warned(lower.slice(0, -4) + lower.slice(-4).toLowerCase())).toEqual(['crc-lower-case 63']);
  });

  test('currency and country are those of Vietnam', () => {
    expect(refused(aCode({ '53': '840', '58': 'US' }))).toEqual(['currency 53', 'country 58']);
    expect(refused(aCode({ '53': undefined, '58': undefined }))).toEqual(['currency-missing 53', 'country-missing 58']);
  });

  test('a category code has four digits', () => {
    expect(value(aCode({ '52': '5812' }))).toMatchObject({ mcc: '5812' });
    expect(refused(aCode({ '52': '581' }))).toEqual(['mcc 52']);
  });

  test('every error is told, not only the first', () => {
    expect(refused(aCode({ '01': '99', '53': '840', '54': '0' }))).toEqual(['init-method 01', 'currency 53', 'amount-format 54']);
  });
});

describe('lengths count characters', () => {
  test.each(['CỬA HÀNG HỒNG', 'CỬA HÀNG HỒNG'.normalize('NFD'), 'PHỞ 🍜'])('%s comes back as it was written', (merchantName) => {
    expect(value(aCode({ '59': merchantName }))).toMatchObject({ merchantName });
  });

  test('a length in bytes cuts the name elsewhere and is refused', () => {
    const inBytes = aCode().replace('5802VN', '5802VN5909BÁNH MÌ').slice(0, -8);
    expect(refused(sealed(inBytes))).toEqual(['tlv-header']);
  });

  test('a header of letters, a value that is too short, and other digits than ours are refused', () => {
    expect(refused('0O0201')).toEqual(['tlv-header']);
    expect(refused('000501')).toEqual(['tlv-length 00']);
    expect(refused('٠٠٠٢٠١')).toEqual(['tlv-header']);
  });

  test('an empty field says nothing and is remarked', () => {
    const empty = sealed(`${aCode().slice(0, -8)}6200`);
    expect(value(empty)).not.toHaveProperty('additional');
    expect(warned(empty)).toEqual(['tlv-empty 62']);
  });
});

describe('no field twice', () => {
  test('at the root, in VietQR, in its beneficiary, in the additional data', () => {
    expect(refused(sealed(`${aCode().slice(0, -8)}5802VN`))).toEqual(['duplicate-tag 58']);
    expect(refused(aCode({ '38': [...vietQr, ['02', 'QRIBFTTA']] }))).toEqual(['duplicate-tag 38.02']);
    expect(
      refused(
        aCode({
          '38': [
            ['00', 'A000000727'],
            ['01', [...beneficiary, ['01', '1']]],
            ['02', 'QRIBFTTA'],
          ],
        }),
      ),
    ).toEqual(['duplicate-tag 38.01.01']);
    expect(
      refused(
        aCode({
          '62': [
            ['08', 'A'],
            ['08', 'B'],
          ],
        }),
      ),
    ).toEqual(['duplicate-tag 62.08']);
    expect(
      refused(
        aCode({
          '38': undefined,
          '26': [
            ['00', 'vn.zalopay'],
            ['01', 'A'],
            ['01', 'B'],
          ],
        }),
      ),
    ).toEqual(['duplicate-tag 26.01']);
  });
});

describe('VietQR in field 38', () => {
  const paying = (bin: string, account: string, service = 'QRIBFTTA', guid = 'A000000727') =>
    aCode({
      '38': [
        ['00', guid],
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

  test.each(['QRIBFTTA', 'QRIBFTTC', 'QRPUSH', 'QRCASH'])('%s is a service', (service) => {
    expect(value(paying('970436', '0123', service))).toMatchObject({ service, bankBin: '970436', account: '0123' });
  });

  test('another service is refused, a missing one is remarked', () => {
    expect(refused(paying('970436', '0123', 'QRIBFTTX'))).toEqual(['service 38.02']);
    expect(refused(paying('970436', '0123', 'qribftta'))).toEqual(['service 38.02']);
    expect(warned(aCode({ '38': vietQr.slice(0, 2) }))).toEqual(['service-missing 38.02']);
  });

  test('an account has 1 to 19 digits and letters: wallets have letters in theirs', () => {
    expect(warned(paying('970454', '99MM24011M34875080'))).toEqual([]);
    expect(warned(paying('970436', '1234567890123456789'))).toEqual([]);
    expect(refused(paying('970436', '12345678901234567890'))).toEqual(['account-length 38.01.01']);
    expect(refused(paying('970436', '0123-456'))).toEqual(['account-characters 38.01.01']);
    expect(refused(paying('970436', 'TÀIKHOẢN'))).toEqual(['account-characters 38.01.01']);
  });

  test('a card code is read whatever the length of the card', () => {
    expect(value(paying('970403', '9704031101234567890', 'QRIBFTTC'))).toMatchObject({
      service: 'QRIBFTTC',
      account: '9704031101234567890',
    });
  });

  test('a bank code has six digits; one that nobody knows is remarked', () => {
    expect(['97043', '9704366', '97O436'].map((bin) => refused(paying(bin, '1')))).toEqual(Array(3).fill(['bank-bin 38.01.00']));
    expect(warned(paying('123456', '1'))).toEqual(['bank-unknown 38.01.00']);
    expect(warned(paying('971025', '1'))).toEqual([]);
  });

  test('bank and account are both there', () => {
    expect(
      refused(
        aCode({
          '38': [
            ['00', 'A000000727'],
            ['02', 'QRIBFTTA'],
          ],
        }),
      ),
    ).toEqual(['beneficiary-missing 38.01.00', 'beneficiary-missing 38.01.01']);
    expect(
      refused(
        aCode({
          '38': [
            ['00', 'A000000727'],
            ['01', [['01', '1']]],
            ['02', 'QRIBFTTA'],
          ],
        }),
      ),
    ).toEqual(['beneficiary-missing 38.01.00']);
  });

  test('the code of VNPAY in its place is read with a remark, any other is refused', () => {
    expect(warned(paying('970436', '0123', 'QRIBFTTA', 'A000000775'))).toEqual(['vnpay-guid 38.00']);
    expect(value(paying('970436', '0123', 'QRIBFTTA', 'A000000775'))).toMatchObject({
      guid: 'A000000775',
      bankBin: '970436',
      account: '0123',
    });
    expect(refused(paying('970436', '0123', 'QRIBFTTA', 'A000000677010111'))).toEqual(['guid-foreign 38.00']);
    expect(refused(aCode({ '38': vietQr.slice(1) }))).toEqual(['guid-missing 38']);
  });
});

describe('other merchant codes', () => {
  const vnpay = [
    ['00', 'A000000775'],
    ['01', '0108799042'],
  ] as const;

  test('VNPAY in field 26 is accepted with its system, without bank or account', () => {
    const read = value(aCode({ '38': undefined, '26': vnpay }));
    expect(read).toMatchObject({ guid: 'A000000775' });
    expect(read).not.toHaveProperty('account');
    expect(read).not.toHaveProperty('bankBin');
  });

  test('with several of them VietQR speaks, else the first', () => {
    const wallet = [
      ['01', 'ZP-1'],
      ['00', 'vn.zalopay'],
    ] as const;
    expect(value(aCode({ '26': wallet }))).toMatchObject({ guid: 'A000000727', account: '0123456789' });
    expect(value(aCode({ '38': undefined, '26': wallet, '50': vnpay }))).toMatchObject({ guid: 'vn.zalopay' });
  });

  test('a template names its system in at most 32 characters', () => {
    expect(refused(aCode({ '38': undefined, '26': [['01', '0108799042']] }))).toEqual(['guid-missing 26']);
    expect(refused(aCode({ '38': undefined, '26': [['00', 'x'.repeat(33)]] }))).toEqual(['guid-length 26']);
    expect(refused(aCode({ '26': 'not a template' }))).toEqual(['tlv-header 26', 'guid-missing 26']);
  });

  test('numbers of card schemes stand beside VietQR, and alone', () => {
    expect(warned(aCode({ '15': '3970070400520446000002041473201' }))).toEqual([]);
    const cardsOnly = aCode({ '38': undefined, '02': '4000123456789012' });
    expect(warned(cardsOnly)).toEqual([]);
    expect(value(cardsOnly)).not.toHaveProperty('guid');
  });

  test('a code that pays nobody is refused', () => expect(refused(aCode({ '38': undefined }))).toEqual(['payee-missing']));

  test('fields that the standard leaves to others are let through', () => {
    expect(
      warned(
        aCode({
          '64': [
            ['00', 'vi'],
            ['01', 'Phở Hương'],
          ],
          '80': '046',
          '87': 'CLASSIC',
        }),
      ),
    ).toEqual([]);
  });
});

describe('amount and tip', () => {
  const dynamic = (amount: string) => aCode({ '01': '12', '54': amount });

  test.each(['1', '180000', '180000.', '180000.00', '9999999999999', '0180000'])('%s is an amount', (amount) => {
    expect(warned(dynamic(amount))).toEqual([]);
    expect(value(dynamic(amount))).toMatchObject({ amount });
  });

  test.each(['0', '0.00', '-1', '+1', '1,000', '1.000.000', '180 000', '.5', '1e5', '１２', 'VND', '180000đ'])('%s is none', (amount) => {
    expect(refused(dynamic(amount))).toEqual(['amount-format 54']);
  });

  test('more than 13 characters are too many', () => expect(refused(dynamic('10000000000000'))).toEqual(['amount-length 54']));

  test('a part of a dong is remarked', () => expect(warned(dynamic('180000.50'))).toEqual(['amount-fraction 54']));

  test('an amount belongs to a dynamic code', () => {
    expect(warned(aCode({ '54': '1000' }))).toEqual(['static-with-amount 54']);
    expect(warned(aCode({ '01': '12' }))).toEqual(['dynamic-without-amount 54']);
  });

  test('a tip is asked for, fixed, or a percentage, and each brings its own field', () => {
    expect(value(aCode({ '55': '01' }))).toMatchObject({ tip: '01' });
    expect(value(aCode({ '55': '02', '56': '0' }))).toMatchObject({ tip: '02', tipFixed: '0' });
    expect(value(aCode({ '55': '03', '57': '5.5' }))).toMatchObject({ tip: '03', tipPercent: '5.5' });
    expect(refused(aCode({ '55': '04' }))).toEqual(['tip-indicator 55']);
    expect(refused(aCode({ '55': '02' }))).toEqual(['tip-value 56']);
    expect(refused(aCode({ '55': '03' }))).toEqual(['tip-value 57']);
    expect(refused(aCode({ '56': '1000' }))).toEqual(['tip-value 56']);
    expect(refused(aCode({ '57': '5' }))).toEqual(['tip-value 57']);
    expect(refused(aCode({ '55': '01', '56': '1000' }))).toEqual(['tip-value 56']);
    expect(refused(aCode({ '55': '02', '56': '1000', '57': '5' }))).toEqual(['tip-value 57']);
  });

  test('a percentage is more than 0 and less than 100', () => {
    expect(['0', '00.00', '100', '5%'].map((percent) => refused(aCode({ '55': '03', '57': percent })))).toEqual(
      Array(4).fill(['tip-percent 57']),
    );
  });
});

describe('names and additional data', () => {
  test('name, city and postal code are read; long or accented ones are remarked', () => {
    expect(value(aCode({ '59': 'PHO HUONG', '60': 'HAI PHONG', '61': '180000' }))).toMatchObject({
      merchantName: 'PHO HUONG',
      city: 'HAI PHONG',
      postalCode: '180000',
    });
    expect(warned(aCode({ '59': 'A'.repeat(26) }))).toEqual(['text-length 59']);
    expect(warned(aCode({ '59': 'Phở Hương', '60': 'Hải Phòng' }))).toEqual(['text-characters 59', 'text-characters 60']);
    expect(warned(aCode({ '60': 'A'.repeat(16), '61': '1'.repeat(11) }))).toEqual(['text-length 60', 'text-length 61']);
  });

  test('a purpose of 25 characters is read, of 26 refused', () => {
    expect(value(aCode({ '62': [['08', 'Ủng hộ đồng bào miền Bắc!']] }))).toMatchObject({
      additional: { '08': 'Ủng hộ đồng bào miền Bắc!' },
    });
    expect(refused(aCode({ '62': [['08', 'x'.repeat(26)]] }))).toEqual(['purpose-length 62.08']);
  });

  test('the other parts are kept by tag, and remarked when too long', () => {
    expect(
      value(
        aCode({
          '62': [
            ['01', 'HD1'],
            ['07', 'QUAY 1'],
            ['50', 'x'],
          ],
        }),
      ),
    ).toMatchObject({ additional: { '01': 'HD1', '07': 'QUAY 1', '50': 'x' } });
    expect(
      warned(
        aCode({
          '62': [
            ['03', 'x'.repeat(26)],
            ['09', 'AMEX'],
          ],
        }),
      ),
    ).toEqual(['text-length 62.03', 'text-length 62.09']);
  });

  test('additional data that cannot be taken apart is refused', () =>
    expect(refused(aCode({ '62': '0817Thanh%20toan%20QRCode' }))).toEqual(['tlv-header 62']));
});

describe('whatever a camera reads', () => {
  test('is answered', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^000201[0-9]{0,80}$/)), (text) => {
        expect(parseVietQr(text).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
    expect(parseVietQr('\uD800').ok).toBe(false);
  });

  test('one changed, lost or added character never passes for the code', () => {
    const payload = aCode({ '01': '12', '54': '180000', '59': 'CỬA HÀNG HỒNG', '62': [['08', 'thanh toan']] });
    fc.assert(
      fc.property(fc.nat(payload.length - 5), fc.constantFrom('', '0', '9', 'A', ' ', 'ữ', '\uDC00', '00'), (at, by) => {
        const changed = payload.slice(0, at) + by + payload.slice(at + 1);
        expect(parseVietQr(changed).ok).toBe(changed === payload);
      }),
      { numRuns: 500 },
    );
  });

  test('is answered also when it is very long', () => {
    const long = [aCode({}) + '0'.repeat(100_000), '0001A'.repeat(20_000), '🍜'.repeat(50_000), '5901A'.repeat(20_000)];
    expect(long.map((text) => parseVietQr(text).ok)).toEqual([false, false, false, false]);
  });
});
