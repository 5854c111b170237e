import type { FailureCode, FailureOf } from '../failure.ts';

export type Language = 'vi' | 'en';
/** A sentence in each language for some of the failures. */
export type Texts<C extends FailureCode> = { [K in C]: Record<Language, (failure: FailureOf<K>) => string> };

/** "hết 09/11/2023" for an exclusive deadline: the last valid minute in Vietnam, which is what people write on the wall. */
export function lastMoment(deadline: string, language: Language): string {
  const last = new Date(Date.parse(deadline) - 1 + 7 * 3_600_000).toISOString();
  const [day, time] = [`${last.slice(8, 10)}/${last.slice(5, 7)}/${last.slice(0, 4)}`, last.slice(11, 16)];
  if (time === '23:59') return language === 'vi' ? `hết ngày ${day}` : `the end of ${day}`;
  return language === 'vi' ? `${time} ngày ${day}` : `${time} on ${day}`;
}

/** The first dozen of many things, in one line. */
export const list = (items: readonly (string | number)[]): string => items.slice(0, 12).join(', ') + (items.length > 12 ? ' …' : '');
