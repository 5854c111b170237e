import { expect, test } from 'vitest';
import { arrival, dayInVietnam, isPast } from '../../shared/deadline.ts';

const dueAt = '2023-11-09T17:00:00.000Z';
const arriving = (completedAt: string, now: string, clockOffsetMs = 0) =>
  arrival({ completedAt, clockOffsetMs, dueAt, graceHours: 24, now: new Date(now) });

test('"before 10/11/2023" ends with the last millisecond of 9 November in Vietnam', () => {
  expect(isPast(dueAt, new Date('2023-11-09T23:59:59.999+07:00'))).toBe(false);
  expect(isPast(dueAt, new Date('2023-11-10T00:00:00.000+07:00'))).toBe(true);
  expect(dayInVietnam(new Date('2023-11-09T16:59:59.999Z'))).toBe('2023-11-09');
  expect(dayInVietnam(new Date('2023-11-09T17:00:00.000Z'))).toBe('2023-11-10');
});

test('a visit finished in time and synced within a day is late, after a day it is kept, and one finished too late is refused', () => {
  expect(arriving('2023-11-09T10:00:00.000Z', '2023-11-09T16:59:59.999Z')).toBe('on-time');
  expect(arriving('2023-11-09T10:00:00.000Z', '2023-11-10T16:59:59.999Z')).toBe('late');
  expect(arriving('2023-11-09T10:00:00.000Z', '2023-11-10T17:00:00.000Z')).toBe('too-late');
  expect(arriving('2023-11-09T17:00:00.000Z', '2023-11-09T18:00:00.000Z')).toBe('refused');
});

test('a phone whose clock is two hours slow gains no time by it', () => {
  const twoHours = 2 * 3_600_000;
  expect(arriving('2023-11-09T15:30:00.000Z', '2023-11-09T18:00:00.000Z', twoHours)).toBe('refused');
  expect(arriving('2023-11-09T18:30:00.000Z', '2023-11-09T18:00:00.000Z', -twoHours)).toBe('late');
});
