import { count } from '../../shared/certificates/certificate-text.ts';
import type { Day } from '../../shared/ids.ts';

type Kind = 'street' | 'market';

/** "tuyến đường" or "chợ", as certificates say it. */
export const kindWord = (kind: Kind): string => (kind === 'market' ? 'chợ' : 'tuyến đường');

/** "tuyến đường", "chợ" or both, for what a paper is about. */
export function kindsWord(kinds: Iterable<Kind>): string {
  const all = new Set(kinds);
  return (['street', 'market'] as const)
    .filter((kind) => all.has(kind))
    .map(kindWord)
    .join(', ');
}

/** "03 tuyến đường, 01 chợ": how many of each; counts under ten take a zero, as clerks write them. */
export function countedKinds(kinds: readonly Kind[]): string {
  return (['street', 'market'] as const)
    .map((kind) => [kinds.filter((each) => each === kind).length, kindWord(kind)] as const)
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${counted(n)} ${word}`)
    .join(', ');
}

/** "04", "25", "1.250". */
export const counted = (n: number): string => (n > 0 && n < 10 ? `0${n}` : count(n));

/** "96,0%"; rounding never makes it 100, only all of them are all. Nothing of nothing is a dash. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return '–';
  const tenths = Math.round((1000 * part) / whole);
  return `${((part < whole ? Math.min(tenths, 999) : tenths) / 10).toFixed(1).replace('.', ',')}%`;
}

/** "Quận Hồng Bàng" inside a line of text: "quận Hồng Bàng". */
export const within = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
export const upper = (text: string): string => text.toLocaleUpperCase('vi');

const room = '\u00a0'.repeat(6);
/** Left open for the clerk: number and symbol, day and month; the year is that of the record. */
export const openNumber = (symbol: string): string => `Số:${room}/${symbol}`;
export const openDate = (year: string): string => `ngày${room}tháng${room}năm ${year}`;
/** The same inside a line of text, where dots show that something is to be written. */
export const dottedNumber = (symbol: string): string => `số ……/${symbol}`;
export const dottedDate = (year: string): string => `ngày …… tháng …… năm ${year}`;

/** The last of some instants: UTC in ISO form compares as text. */
export const latest = (instants: readonly string[]): string => instants.toSorted().at(-1) ?? '';

/** The day in Vietnam of an instant. */
export const dayOf = (instant: string): Day => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10) as Day;
export const yearOf = (instant: string): string => dayOf(instant).slice(0, 4);
