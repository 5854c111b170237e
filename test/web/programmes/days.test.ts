import { expect, test } from 'vitest';
import { endOfDay, fromWallClock, isDay, lastDay, startOfDay, wallClock } from '../../../web/programmes/days.ts';
import { filtersOf, searchOf } from '../../../web/programmes/filters.ts';
import { overTime } from '../../../web/programmes/over-time.ts';

test('"until the end of 09/11" is stored as 10/11 00:00 in Vietnam and read back as 09/11', () => {
  expect(endOfDay('2023-11-09')).toBe('2023-11-09T17:00:00.000Z');
  expect(lastDay('2023-11-09T17:00:00.000Z')).toBe('2023-11-09');
  expect(endOfDay('2023-12-31')).toBe('2023-12-31T17:00:00.000Z');
  expect(startOfDay('2023-11-09')).toBe('2023-11-08T17:00:00.000Z');
});

test('a ceremony keeps the wall clock of Vietnam, whatever the device says', () => {
  expect(fromWallClock('2023-11-15T08:00')).toBe('2023-11-15T01:00:00.000Z');
  expect(wallClock('2023-11-15T01:00:00.000Z')).toBe('2023-11-15T08:00');
});

test('half a date is no date', () => {
  expect(['2023-11-09', '', '2023-11', '2023-13-09'].map(isDay)).toEqual([true, false, false, false]);
});

test('filters come back from the address as they went in, and what is not narrowed does not stand in it', () => {
  const filters = { states: ['submitted', 'assessed'], ward: 'minh-khai', kind: 'street', overdue: true, text: 'Điện Biên' };
  expect(filtersOf(searchOf(filters))).toEqual(filters);
  expect(searchOf({ states: [], ward: '', kind: '', overdue: false, text: '' }).toString()).toBe('');
});

test('progress counts by the end of each Vietnamese day, and a withdrawn certificate is not certified', () => {
  const submission = (submittedAt: string) => ({ submission: { submittedAt } });
  expect(
    overTime([
      { state: 'submitted', ...submission('2023-11-01T16:59:00.000Z') },
      { state: 'certified', ...submission('2023-11-01T17:00:00.000Z'), decision: { at: '2023-11-05T02:00:00.000Z' } },
      { state: 'revoked', ...submission('2023-11-02T02:00:00.000Z'), decision: { at: '2023-11-05T02:00:00.000Z' } },
      { state: 'draft' },
    ]),
  ).toEqual([
    { day: '2023-11-01', submitted: 1, certified: 0 },
    { day: '2023-11-02', submitted: 3, certified: 0 },
    { day: '2023-11-05', submitted: 3, certified: 1 },
  ]);
});
