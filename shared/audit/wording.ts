import type { Language } from '../texts/words.ts';
import { fieldWords, fieldWordsWithin } from './field-words.ts';
import { valueWords } from './value-words.ts';

type Words = Record<string, Record<Language, string>>;
type Codes = Record<string, Record<Language, Record<string, string>>>;
const fields: Words = fieldWords;
const codes: Codes = valueWords;

/** A field by its path, in words: `figures.cashless` → "Số liệu › Nhận không dùng tiền mặt". Keys of a table (codes of criteria) stay. */
export function fieldText(path: string, language: Language): string {
  const names = path.split('.');
  return names
    .map((name, at) => wordOf(name, names[at - 1] ?? '', language))
    .map((word, at) => (at === 0 ? word : lower(word)))
    .join(' › ');
}

/** A value of a field as people read it; lists in one line, cut where they become unreadable. */
export function valueText(path: string, value: unknown, language: Language): string {
  const text = spoken(path.split('.').at(-1) ?? '', value, language);
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
}

const mostLetters = 300;
const none = { vi: 'không có', en: 'none' } as const;
// A list says where each criterion comes from in codes of its own, of which only this is told.
const sourced = { vi: { yes: 'theo văn bản', no: 'đề xuất' }, en: { yes: 'from a document', no: 'a proposal' } } as const;
const answers = { vi: { true: 'có', false: 'không' }, en: { true: 'yes', false: 'no' } } as const;

function spoken(field: string, value: unknown, language: Language): string {
  if (value === undefined || value === null || value === '') return none[language];
  if (typeof value === 'boolean') return answers[language][`${value}`];
  if (typeof value === 'number')
    return field === 'year' ? String(value) : value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 });
  if (field === 'basis') return sourced[language][typeof value === 'string' && value.startsWith('sourced') ? 'yes' : 'no'];
  if (typeof value === 'string') return codes[field]?.[language][value] ?? written(value.replace('{n}', '…'));
  if (Array.isArray(value)) return listed(field, value, language);
  if (typeof value !== 'object') return none[language];
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, inner]) => `${lower(fieldText(`${field}.${name}`, language).split(' › ').at(-1) ?? name)}: ${spoken(name, inner, language)}`,
    )
    .join(', ');
}

function listed(field: string, values: readonly unknown[], language: Language): string {
  if (values.length === 0) return none[language];
  // Points of a line on the map tell nobody anything as numbers.
  if (field === 'line') return language === 'vi' ? `${values.length} điểm` : `${values.length} points`;
  return values.map((each) => spoken(field, each, language)).join('; ');
}

/** Instants in Vietnam's time, days as people write them; hashes and ids are cut to what tells them apart. */
function written(text: string): string {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) {
    const there = new Date(Date.parse(text) + 7 * 3_600_000).toISOString();
    return `${there.slice(11, 16)} ${dayOf(there)}`;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayOf(text);
  if (/^[0-9a-f]{64}$/.test(text)) return `${text.slice(0, 12)}…`;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return `…${text.slice(-12)}`;
  return text;
}

const dayOf = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
const wordOf = (name: string, within: string, language: Language): string =>
  (fieldWordsWithin[`${within}.${name}`] ?? fields[name])?.[language] ?? codes[within]?.[language][name] ?? name;
const lower = (word: string): string => (/^\p{Lu}\p{Ll}/u.test(word) ? word[0]?.toLowerCase() + word.slice(1) : word);
