import { type Language, lastMoment } from '../../shared/texts/words.ts';

const zone = 'Asia/Ho_Chi_Minh';
const locales = { vi: 'vi-VN', en: 'en-GB' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, kind: 'day' | 'time' | 'moment'): Intl.DateTimeFormat {
  const name = `${language} ${kind}`;
  const known = formats.get(name);
  if (known) return known;
  const day = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const made = new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    ...(kind !== 'time' && day),
    ...(kind !== 'day' && time),
  });
  formats.set(name, made);
  return made;
}

/** An instant as a day in Vietnam: "09/11/2023". */
export const dayText = (at: string | Date, language: Language): string => format(language, 'day').format(new Date(at));
/** An instant as a time of day in Vietnam: "10:42". */
export const timeText = (at: string | Date, language: Language): string => format(language, 'time').format(new Date(at));
/** An instant as day and time in Vietnam. */
export const momentText = (at: string | Date, language: Language): string => `${timeText(at, language)} ${dayText(at, language)}`;
/** A calendar day (YYYY-MM-DD) as people write it. */
export const calendarDay = (day: string): string => day.split('-').reverse().join('/');
/** A number with the separators of the language. */
export const numberText = (value: number, language: Language, digits = 0): string =>
  value.toLocaleString(locales[language], { maximumFractionDigits: digits });
/** A share as a percentage; nothing to divide by is a dash. */
export const shareText = (part: number, of: number, language: Language): string =>
  of === 0 ? '–' : `${numberText((100 * part) / of, language, 1)}%`;

/** A number of bytes as people read it. */
export const sizeText = (bytes: number, language: Language): string =>
  bytes < 1_000_000 ? `${numberText(Math.max(1, bytes / 1000), language)} KB` : `${numberText(bytes / 1_000_000, language, 1)} MB`;

/** How a deadline stands: how urgent it is, and the words for it ("còn 3 ngày, đến hết ngày 09/11/2023"). Deadlines are exclusive. */
export function deadline(until: string, now: Date, language: Language): { urgency: 'calm' | 'soon' | 'past'; words: string } {
  const hours = (Date.parse(until) - now.getTime()) / 3_600_000;
  const end = lastMoment(until, language);
  const vi = language === 'vi';
  if (hours <= 0) return { urgency: 'past', words: vi ? `đã hết hạn (${end})` : `overdue (until ${end})` };
  const left = hours < 48 ? plural(Math.floor(hours), vi ? 'giờ' : 'hour', vi) : plural(Math.floor(hours / 24), vi ? 'ngày' : 'day', vi);
  const words = hours < 1 ? (vi ? 'còn dưới 1 giờ' : 'less than an hour left') : vi ? `còn ${left}` : `${left} left`;
  return { urgency: hours < 48 ? 'soon' : 'calm', words: vi ? `${words}, đến ${end}` : `${words}, until ${end}` };
}

const plural = (count: number, word: string, vi: boolean): string => `${count} ${word}${vi || count === 1 ? '' : 's'}`;
