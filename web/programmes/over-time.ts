import { dayInVietnam } from '../../shared/deadline.ts';

type Dated = { submission?: { submittedAt: string }; decision?: { at: string }; state: string };
export type DayCount = { day: string; submitted: number; certified: number };

/** How many dossiers had been handed in and certified by the end of each day on which one of the two happened. */
export function overTime(rows: readonly Dated[]): DayCount[] {
  const submitted = rows.flatMap((row) => (row.submission ? [dayInVietnam(new Date(row.submission.submittedAt))] : []));
  const certified = rows.flatMap((row) => (row.decision && row.state === 'certified' ? [dayInVietnam(new Date(row.decision.at))] : []));
  const days = [...new Set([...submitted, ...certified])].sort();
  const until = (all: readonly string[], day: string) => all.filter((each) => each <= day).length;
  return days.map((day) => ({ day, submitted: until(submitted, day), certified: until(certified, day) }));
}
