import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTaxId, restoreLeadingZero } from '../../../shared/text/tax-id.ts';
import fixtures from './fixtures.json' with { type: 'json' };

const result = (input: string) => {
  const read = readTaxId(input);
  return read.ok ? read.kind : read.code;
};

test.each(fixtures.taxIds)('$input is $result', (fixture) => expect(result(fixture.input)).toBe(fixture.result));

describe('tax codes', () => {
  test('are read through spaces, dots, labels and a missing hyphen', () => {
    expect(['MST: 0100109106', '0100 109 106', "'0100109106", '0100.109.106'].map((text) => readTaxId(text))).toEqual(
      Array(4).fill({ ok: true, kind: 'mst10', taxId: '0100109106' }),
    );
    expect(['0304258307002', '0304258307 - 002', '0304258307–002'].map((text) => readTaxId(text))).toEqual(
      Array(3).fill({ ok: true, kind: 'mst13', taxId: '0304258307-002' }),
    );
  });

  test('one wrong digit is always seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'0200171274'].map(Number);
        digits[at] = ((digits[at] ?? 0) + by) % 10;
        expect(result(digits.join(''))).toBe('checksum');
      }),
    );
  });

  test('a sum that leaves no remainder has no check digit', () => {
    // 31·0 + … : 0000000000 leaves remainder 0, which would ask for the digit 10.
    expect(result('0000000000')).toBe('checksum');
  });

  test('nothing else is a tax code', () =>
    expect(['', '12345', '01001091061', '1.00109E+08', '0100109106-02', 'abc'].map(result)).toEqual(Array(6).fill('format')));
});

describe('personal numbers', () => {
  test('name a province, a century and a year', () => {
    expect(['001199000001', '096203123456', '031390001234'].map(result)).toEqual(Array(3).fill('personal-id'));
    expect(['003190001234', '097190001234', '031490001234', '0310900012345'].map(result)).toEqual([
      'format',
      'format',
      'format',
      'checksum',
    ]);
  });
});

describe('a lost leading zero', () => {
  test('is put back where the check digit proves it', () => {
    expect(['100109106', '304258307-002', '304258307002', '100109106.0'].map(restoreLeadingZero)).toEqual([
      '0100109106',
      '0304258307-002',
      '0304258307-002',
      '0100109106',
    ]);
  });

  test('stays lost where nothing proves it', () => {
    expect(['100109107', '31090001234', '031090001234', 'không có', ''].map(restoreLeadingZero)).toEqual([
      '100109107',
      '31090001234',
      '031090001234',
      'không có',
      '',
    ]);
  });
});
