import { vietnameseDate, withGenericWord } from '../certificates/certificate-text.ts';
import type { Language } from '../texts/words.ts';
import type { Answer, CannotCheck, CertificateShown, Listed } from './verification.ts';
import { verificationTexts as texts } from './verification-texts.ts';

/** How an answer looks: a sign and a colour for each. */
export const tones = ['valid', 'superseded', 'revoked', 'unknown', 'unreadable', 'changed', 'cannot-check'] as const;
export type Tone = (typeof tones)[number];

/** An answer in words: a title that is understood at a glance, what it means and what to do, and what to compare with the paper. */
export type Words = { tone: Tone; title: string; texts: string[]; facts: [name: string, value: string][] };

/**
 * The words of an answer, the same wherever it is given: page, file, API, app without a network. `by` is what was checked: a code, or a file
 * whose bytes were compared.
 */
export function wordsOf(answer: Answer, language: Language, by: 'code' | 'file' = 'code'): Words {
  const t = texts[language];
  const words = (tone: Tone, title: string, ...wording: readonly string[]): Words => ({
    tone,
    title,
    texts: [...wording],
    facts: 'name' in answer ? factsOf(answer, language) : answer.status === 'listed' ? listedFacts(answer, language) : [],
  });
  switch (answer.status) {
    case 'valid':
      return words('valid', t.valid, by === 'file' ? t.validFile : t.validCode);
    case 'superseded':
      return words(
        'superseded',
        t.superseded,
        t.supersededOn(dateWords(answer.supersededOn, language)),
        ...(by === 'file' ? [t.sameFile] : []),
      );
    case 'revoked':
      return words('revoked', t.revoked, t.revokedOn(dateWords(answer.revokedOn, language)), ...(by === 'file' ? [t.sameFile] : []));
    case 'changed':
      return words('changed', t.changed, answer.how === 'after-signing' ? t.changedAfterSigning : t.otherBytes);
    case 'unknown':
      return words('unknown', t.unknown[answer.why].title, t.unknown[answer.why].text);
    case 'unreadable':
      return words('unreadable', t.unreadable[answer.why].title, t.unreadable[answer.why].text);
    case 'cannot-check':
      return words('cannot-check', t.cannotCheck, ...reasonWords(answer, language));
    case 'listed': {
      const asOf = t.asOf(momentWords(answer.asOf, language));
      if (answer.listedStatus === 'valid') return words('valid', t.authentic, asOf, by === 'file' ? t.sameListed : t.compareLater);
      const on = answer.on ? dateWords(answer.on, language) : '';
      return answer.listedStatus === 'revoked'
        ? words('revoked', t.revoked, t.revokedOn(on), asOf)
        : words('superseded', t.superseded, t.supersededOn(on), asOf);
    }
  }
}

/** A calendar day in full words. */
export const dateWords = (day: string, language: Language): string =>
  language === 'vi'
    ? vietnameseDate(day)
    : new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "25/30 (83,3%)"; nothing to divide by is just 0. Rounding never makes it 100: only all of them are all. */
export function shareWords(part: number, of: number, language: Language): string {
  if (of === 0) return '0';
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
  const tenths = part < of ? Math.min(Math.round((1000 * part) / of), 999) : 1000;
  const share = (tenths / 10).toLocaleString(locale, { maximumFractionDigits: 1 });
  return `${part.toLocaleString(locale)}/${of.toLocaleString(locale)} (${share}%)`;
}

type Where = { from?: string | undefined; to?: string | undefined; address?: string | undefined };

/** "từ số 1 đến số 9", the address of a market, or nothing. */
export function segmentWords({ from, to, address }: Where, language: Language): string {
  const [start, end] = language === 'vi' ? ['từ', 'đến'] : ['from', 'to'];
  return address ?? [from && `${start} ${from}`, to && `${end} ${to}`].filter(Boolean).join(' ');
}

/** "10:42 ngày 05/11/2023" in Vietnam. */
export function momentWords(at: string, language: Language): string {
  const local = new Date(Date.parse(at) + 7 * 3_600_000).toISOString();
  const day = local.slice(0, 10).split('-').reverse().join('/');
  return language === 'vi' ? `${local.slice(11, 16)} ngày ${day}` : `${local.slice(11, 16)} on ${day}`;
}

function reasonWords({ why, waitSeconds, asOf }: CannotCheck, language: Language): string[] {
  const t = texts[language];
  const reason =
    why === 'not-in-list' || why === 'file-not-in-list' ? t.reasons[why](asOf ? momentWords(asOf, language) : '–') : t.reasons[why];
  return [t.nothingAgainst, reason, ...(waitSeconds ? [t.wait(waitSeconds)] : [])];
}

function factsOf(answer: CertificateShown, language: Language): Words['facts'] {
  const t = texts[language];
  const ends = segmentWords(answer, language);
  return [
    [t[answer.kind], withGenericWord(answer.kind, answer.name)],
    ...(ends ? [[answer.kind === 'market' ? t.address : t.segment, ends] satisfies [string, string]] : []),
    [t.place, [answer.wardName, answer.districtName, answer.cityName].filter(Boolean).join(', ')],
    [t.number, answer.number],
    [t.issuedOn, dateWords(answer.issuedOn, language)],
    [t.issuedBy, answer.authorityName],
    [t.figures, shareWords(answer.figures.cashless, answer.figures.merchants, language)],
  ];
}

const listedFacts = ({ count, issuedOn }: Listed, language: Language): Words['facts'] => [
  [texts[language].number, `${String(count).padStart(2, '0')}/…`],
  [texts[language].issuedOn, dateWords(issuedOn, language)],
];
