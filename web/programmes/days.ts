import { dayInVietnam } from '../../shared/deadline.ts';

const dayMs = 86_400_000;

/** The exclusive deadline that lets somebody work until the end of a day: 2023-11-09 gives 10/11 00:00 in Vietnam. */
export const endOfDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00+07:00`) + dayMs).toISOString();
/** The last day that an exclusive deadline allows. */
export const lastDay = (until: string): string => dayInVietnam(new Date(Date.parse(until) - 1));
/** The first moment of a day in Vietnam. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00+07:00`).toISOString();
/** The day in Vietnam of an instant. */
export const dayOf = (at: string): string => dayInVietnam(new Date(at));
/** An instant as a field for day and time shows it (wall clock of Vietnam), and back. */
export const wallClock = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16);
export const fromWallClock = (text: string): string => new Date(`${text}:00+07:00`).toISOString();

/** Whether a day is written as YYYY-MM-DD and exists. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
