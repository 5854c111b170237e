import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MerchantDetails } from '../../../shared/merchants/merchant.ts';
import { fieldCodes } from '../../../shared/spreadsheet/fields.ts';
import { pastedCells } from '../../../shared/spreadsheet/pasted.ts';
import { readList } from '../../../shared/spreadsheet/read-list.ts';
import { isRefused, type ListReading } from '../../../shared/spreadsheet/reading.ts';
import { plainHeads } from './support/lists.ts';

const pieces = [
  ...plainHeads,
  'x',
  'Có',
  'Không',
  '-',
  'MoMo',
  'VCB',
  '0904123456',
  '1.90301E+13',
  '=cmd|x',
  '@x',
  '😀',
  '\uD800',
  '\u0301',
  '\u200B',
  '\u00AD',
  '\u00A0',
  '\uFEFF',
  'Tổng cộng',
  'I. Đường Lê Lợi',
  'Người lập biểu',
  'Phường Minh Khai',
  '12/3 Lê Lợi',
  'Kiot A1',
  'HKD',
  '§inh Tiªn Hoµng',
  'Ph­êng',
  'HoÃ ng',
  'Ñieän Bieân Phuû',
  '\n',
  '\t',
  '"',
  ',',
  ';',
  ' ',
  '0',
  '9'.repeat(30),
];
const text = fc.oneof(
  fc.constantFrom(...pieces),
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .tuple(fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 200 }))
    .map(([part, times]) => part.repeat(times)),
);
const cell = fc.oneof({ weight: 6, arbitrary: text }, fc.double(), fc.integer(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
const grid = fc.array(fc.oneof(fc.array(cell, { maxLength: 24 }), fc.array(text, { minLength: 18, maxLength: 22 })), { maxLength: 12 });
const underHeads = fc
  .tuple(fc.shuffledSubarray([...plainHeads, 'Hình thức thanh toán', 'Địa chỉ', 'Ví MoMo', 'Tình trạng'], { minLength: 8 }), grid)
  .map(([heads, rows]) => [heads, ...rows]);
const mapping = fc.dictionary(
  fc.oneof(fc.constantFrom(...fieldCodes, 'wallet.2', 'qr.3', 'name.2'), fc.string({ maxLength: 8 })),
  fc.integer({ min: -2, max: 210 }),
);

/** What holds for every reading: rows that the registry can store, findings that can be shown. */
function check(list: ListReading): void {
  if (!list.isList) return;
  for (const row of list.rows) {
    if (!isRefused(row)) expect(MerchantDetails.parse(row.details)).toEqual(row.details);
    if (row.street !== undefined) expect(row.street.length).toBeLessThanOrEqual(120);
    for (const issue of row.issues) {
      expect(issue.row).toBeGreaterThanOrEqual(row.row);
      expect(issue.value?.length ?? 0).toBeLessThanOrEqual(80);
    }
  }
  expect(list.totals.good + list.totals.refused).toBe(list.rows.length);
  expect(JSON.parse(JSON.stringify(list))).toEqual(list);
}

test('whatever cells hold, reading them never throws, and what becomes a merchant can be stored', () => {
  fc.assert(
    fc.property(fc.oneof(grid, underHeads), fc.string({ maxLength: 20 }), (cells, name) => check(readList({ name, cells }))),
    { numRuns: 600 },
  );
});

test('whatever columns a person chooses, the same holds', () => {
  fc.assert(
    fc.property(fc.oneof(grid, underHeads), mapping, (cells, chosen) => check(readList({ name: 'DS', cells }, { mapping: chosen }))),
    { numRuns: 300 },
  );
});

test('whatever is pasted becomes cells, and all of its letters stay', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        fc.array(text).map((parts) => parts.join('\t')),
      ),
      (pasted) => {
        const cells = pastedCells(pasted);
        const letters = (from: string) => from.replace(/[\t\r\n"\uFEFF]/g, '');
        expect(letters(cells.flat().join(''))).toBe(letters(pasted));
      },
    ),
    { numRuns: 600 },
  );
});

test('cells copied from a spreadsheet come back as they were', () => {
  const plain = fc.string({ maxLength: 12 }).map((value) => value.replace(/\r/g, '').replace(/^"/, ''));
  const rows = fc.array(fc.array(plain, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
  const copy = (value: string) => (/[\t\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
  fc.assert(
    fc.property(rows, (cells) => {
      const copied = cells.map((row) => row.map(copy).join('\t')).join('\r\n');
      expect(pastedCells(copied).map((row) => row.map((value) => value ?? ''))).toEqual(cells);
    }),
    { numRuns: 500 },
  );
});
