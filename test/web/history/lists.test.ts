import { expect, test } from 'vitest';
import { unitRows } from '../../../web/authorities/unit-rows.ts';
import { validityOn } from '../../../web/authorities/validity.ts';
import { leavesAsCsv } from '../../../web/history/leaves-as-csv.ts';

test('units are read out of pasted rows, with days as people write them, under a heading or without', () => {
  const pasted = 'Mã\tTên\tTừ ngày\tĐến ngày\n11311\tPhường Hồng Bàng\t1/7/2025\n11308;Phường Hạ Lý;2004-01-01;30/06/2025\n\n';
  expect(unitRows(pasted)).toEqual({
    rows: [
      { code: '11311', name: 'Phường Hồng Bàng', validFrom: '2025-07-01' },
      { code: '11308', name: 'Phường Hạ Lý', validFrom: '2004-01-01', validUntil: '2025-06-30' },
    ],
    wrong: [],
  });
});

test('a row without a name, with a day that no calendar has, or with a code that is none is named by its number', () => {
  expect(unitRows('11311\t\t1/7/2025\n11308\tPhường Hạ Lý\t31/6/2025\nabc\tPhường Sở Dầu\t1/7/2025').wrong).toEqual([1, 2, 3]);
});

test('a unit that ended on 30 June 2025 exists on that day and not on the next; its successor the other way round', () => {
  const [old, next] = [{ validFrom: '2004-01-01', validUntil: '2025-06-30' }, { validFrom: '2025-07-01' }];
  expect(['2025-06-30', '2025-07-01'].map((day) => [validityOn(old, day), validityOn(next, day)])).toEqual([
    ['now', 'later'],
    ['ended', 'now'],
  ]);
});

test('an export becomes one row for each value, and no value starts a formula in a spreadsheet', () => {
  const csv = leavesAsCsv({ record: { owner: '=HYPERLINK("x")', methods: [{ account: '0071000987859' }], note: undefined } });
  expect(csv).toBe('\uFEFF"record.owner","\'=HYPERLINK(""x"")"\r\n"record.methods[0].account","0071000987859"\r\n');
});
