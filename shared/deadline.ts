import type { Instant } from './ids.ts';

/**
 * Whether a moment is past a deadline. Deadlines are exclusive: "trước 10/11/2023" is stored as 2023-11-09T17:00:00.000Z
 * (10/11 00:00 in Vietnam), and the last valid moment is one millisecond before.
 */
export const isPast = (deadline: Instant, now: Date): boolean => now.toISOString() >= deadline;

/** The later of a programme's deadline and the extension of one nomination: an extension never takes time away. */
export const laterOf = (deadline: Instant, extended: Instant | undefined): Instant =>
  extended !== undefined && extended > deadline ? extended : deadline;

/**
 * What becomes of an assessment that arrives now (domain "Timeline of a programme").
 * `completedAt` is the device's clock, `clockOffsetMs` = server − device, as last known.
 * - on-time: arrived before the deadline.
 * - late: completed before the deadline, arrived within the grace hours; an officer acknowledges it.
 * - too-late: completed before the deadline, arrived after the grace: kept with the dossier, an officer decides.
 * - refused: completed after the deadline.
 */
export function arrival(of: {
  completedAt: Instant;
  clockOffsetMs: number;
  dueAt: Instant;
  graceHours: number;
  now: Date;
}): 'on-time' | 'late' | 'too-late' | 'refused' {
  if (!isPast(of.dueAt, of.now)) return 'on-time';
  const completed = new Date(Date.parse(of.completedAt) + of.clockOffsetMs);
  if (isPast(of.dueAt, completed)) return 'refused';
  const graceEnds = new Date(Date.parse(of.dueAt) + of.graceHours * 3_600_000).toISOString();
  return isPast(graceEnds, of.now) ? 'too-late' : 'late';
}

/** The day in Vietnam (UTC+7 all year) of an instant, as YYYY-MM-DD. */
export const dayInVietnam = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
