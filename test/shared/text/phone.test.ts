import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPhone } from '../../../shared/text/phone.ts';
import fixtures from './fixtures.json' with { type: 'json' };

test.each(fixtures.phones)('$input is $type', ({ input, type, normalised }) => {
  const read = readPhone(input);
  expect(read.ok ? [read.type, read.phone] : ['invalid', null]).toEqual([type, normalised]);
});

const phone = (input: string | number) => {
  const read = readPhone(input);
  return read.ok ? read.phone : read.code;
};

describe('mobile numbers', () => {
  test.each([
    '(+84) 904-123-456',
    '+84 (0)904 123 456',
    '0084904123456',
    "'0904123456",
    'ĐT: 0904.123.456',
    '０９０４１２３４５６',
    '\u200B0904\u00A0123\u00A0456',
  ])('%s', (text) => expect(readPhone(text)).toMatchObject({ ok: true, phone: '0904123456', type: 'mobile' }));

  test('every code in use is taken, and the codes that no network has are not', () => {
    const codes = Array.from({ length: 70 }, (_, at) => `0${at + 30}`).filter(
      (code) => readPhone(`${code}8123456`).ok && phone(`${code}8123456`) === `${code}8123456`,
    );
    expect(codes.join(' ')).toBe(
      '032 033 034 035 036 037 038 039 052 055 056 058 059 070 076 077 078 079 081 082 083 084 085 086 087 088 089 090 091 092 093 094 096 097 098 099',
    );
  });

  test('eleven digits of the prefixes retired in 2018 reach nobody', () => {
    expect(['0168 1234567', '01201234567', '0199 123 4567', '1681234567'].map(phone)).toEqual(Array(4).fill('retired-prefix'));
  });
});

describe('landlines', () => {
  test('old codes of 2017 become new ones', () => {
    expect(['031 3842345', '04 38242345', '0320 3842345', '0511 3842345', '0650 3842345', '064 3842345'].map(phone)).toEqual([
      '02253842345',
      '02438242345',
      '02203842345',
      '02363842345',
      '02743842345',
      '02543842345',
    ]);
    expect(readPhone('031 3842345')).toMatchObject({ warnings: ['old-area-code'] });
  });

  test('old codes that are mobile codes today are mobile numbers', () => expect(readPhone('0363842345')).toMatchObject({ type: 'mobile' }));

  test('0223 is no area of today, and 0230 was one of old', () =>
    expect(['02233842345', '02303842345'].map(phone)).toEqual(['not-a-phone', '02153842345']));
});

describe('what a spreadsheet does to numbers', () => {
  test('a number cell gets its zero back, with a warning', () => {
    expect(readPhone(904123456)).toMatchObject({ phone: '0904123456', warnings: ['zero-restored'] });
    expect(readPhone('831290404')).toMatchObject({ phone: '0831290404', warnings: ['zero-restored'] });
    expect(phone(2253842345)).toBe('02253842345');
    expect(phone('904123456.0')).toBe('0904123456');
    expect(phone(84904123456)).toBe('0904123456');
  });

  test('a rounded number is never guessed', () =>
    expect(['9.04E+08', '9,04E+08', '9.04123456E8', 9.04e30].map(phone)).toEqual(Array(4).fill('rounded-number')));

  test('a zero is not put before nine digits that no network has', () => expect(phone('123456789')).toBe('not-a-phone'));
});

describe('more than one number in a cell', () => {
  test.each([
    '0904123456 - 0912345678',
    '0904.123.456/0912.345.678',
    '0904 123 456 0912 345 678',
    '0904-123-456-0912-345-678',
    '0904123456 hoặc 0912345678',
    '0904123456;0912345678',
  ])('%s keeps the first', (text) =>
    expect(readPhone(text)).toEqual({ ok: true, phone: '0904123456', type: 'mobile', warnings: ['second-number'] }),
  );

  test('a name beside the number is left out and said', () => {
    expect(readPhone('0904123456 (anh Hùng)')).toMatchObject({ phone: '0904123456', warnings: ['other-text'] });
    expect(readPhone('Chị Lan 0904 123 456')).toMatchObject({ phone: '0904123456', warnings: ['other-text'] });
  });

  test('a digit too many is not left out', () =>
    expect(['0904 123 456 7', '09041234567', '0904 123 45'].map(phone)).toEqual(Array(3).fill('not-a-phone')));
});

test('hotlines, foreign numbers and empty cells are told apart', () => {
  expect(['1900 1234', '18001091', '+1 202 555 0100', '', '  '].map(phone)).toEqual(['hotline', 'hotline', 'foreign', 'empty', 'empty']);
});

test('whatever a cell holds, a number that is read has ten or eleven digits and reads as itself', () => {
  const cell = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.stringMatching(/^[0-9 .+()/-]{0,30}$/));
  fc.assert(
    fc.property(cell, (input) => {
      const read = readPhone(input);
      if (!read.ok) return;
      expect(read.phone).toMatch(/^0\d{9,10}$/);
      expect(readPhone(read.phone)).toMatchObject({ phone: read.phone, warnings: [] });
    }),
    { numRuns: 500 },
  );
});
