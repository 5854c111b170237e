import type { FailureCode, FailureOf } from '../failures/failure.ts';

export type Language = 'vi' | 'en';
/** A sentence in each language for some of the failures. */
export type Texts<C extends FailureCode> = { [K in C]: Record<Language, (failure: FailureOf<K>) => string> };

/** "hết 09/11/2023" for an exclusive deadline: the last valid minute in Vietnam, which is what people write on the wall. */
export function lastMoment(deadline: string, language: Language): string {
  const last = new Date(Date.parse(deadline) - 1);
  const day = dayText(last.toISOString());
  const time = new Date(last.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
  if (time === '23:59') return language === 'vi' ? `hết ngày ${day}` : `the end of ${day}`;
  return language === 'vi' ? `${time} ngày ${day}` : `${time} on ${day}`;
}

/** "09/11/2023": the day of an instant in Vietnam, or of a day as it is stored. */
export function dayText(of: string): string {
  const day = of.length > 10 ? new Date(Date.parse(of) + 7 * 3_600_000).toISOString() : of;
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** "79,5" in Vietnamese, "79.5" in English. */
export const scoreText = (score: number, language: Language): string =>
  language === 'vi' ? score.toFixed(1).replace('.', ',') : score.toFixed(1);

/** The first dozen of many things, in one line. */
export const list = (items: readonly (string | number)[]): string => items.slice(0, 12).join(', ') + (items.length > 12 ? ' …' : '');
