import { html } from 'hono/html';
import { vietnameseDate } from '../../shared/certificate-text.ts';
import type { Language } from '../../shared/texts/words.ts';
import { framed, type Html, inLanguage, type Shown, shareText } from './frame.ts';
import { answerTexts, publicTexts, wayTexts } from './texts.ts';
import type { Verification } from './verify.ts';

/** Signs of the answers, drawn: not every device has letters for them. */
const signs = {
  valid: 'm5 12 5 5 9-11',
  superseded: 'M4 12a8 8 0 0 1 14-5l2 2m0-5v5h-5M20 12a8 8 0 0 1-14 5l-2-2m0 5v-5h5',
  revoked: 'M6 6l12 12M18 6 6 18',
  unknown: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2m0 3v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  unreadable: 'M12 3 2 20h20L12 3Zm0 6v5m0 3v.01',
  'cannot-check': 'M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
} as const;

export type Answer = Verification | { status: 'unreadable' | 'cannot-check'; code: string };

/** The page behind the QR code: the answer large, then what was certified, without script. */
export function verificationPage(answer: Answer, shown: Shown): Html {
  const { language } = shown;
  const t = publicTexts[language];
  const title = answerTexts[answer.status][language];
  const way = wayTexts[answer.status]?.[language];
  const facts = 'number' in answer ? factsOf(answer, language) : [];
  const dated =
    answer.status === 'revoked'
      ? t.revokedOn(dateText(answer.revokedOn, language))
      : answer.status === 'superseded'
        ? t.supersededOn(dateText(answer.supersededOn, language))
        : '';
  const description = 'number' in answer ? [answer.name, answer.wardName, answer.cityName].join(', ') : (way ?? t.subtitle);
  const main = html`<div class="answer ${answer.status}"><svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="${signs[answer.status]}"/></svg><h1>${title}</h1>
${way ? html`<p>${way}</p>` : ''}${dated ? html`<p>${dated}</p>` : ''}</div>
${answer.status === 'superseded' ? html`<p><a class="button" href="${inLanguage(`/C/${answer.supersededBy}`, shown)}">${t.seeCurrent}</a></p>` : ''}
${facts.length > 0 ? html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>` : ''}
<p class="code">${t.code}: <strong>${answer.code}</strong></p>
<p class="ways">${answer.status === 'valid' ? html`<a href="${inLanguage(`/tuyen-duong/${answer.streetId}`, shown)}">${t.seeShops}</a>` : ''}<a href="${inLanguage('/xac-minh', shown)}">${t.checkAnother}</a></p>`;
  return framed({ path: `/C/${encodeURIComponent(answer.code)}`, title, description, index: false }, shown, main);
}

type Certified = Extract<Verification, { number: string }>;

function factsOf(answer: Certified, language: Language): (readonly [name: string, value: string])[] {
  const t = publicTexts[language];
  const ends = segmentText(answer, language);
  return [
    [t.number, answer.number],
    [t[answer.kind], answer.name],
    ...(ends ? [[answer.kind === 'market' ? t.address : t.segment, ends] as const] : []),
    [t.place, [answer.wardName, answer.districtName, answer.cityName].filter(Boolean).join(', ')],
    [t.issuedBy, answer.authorityName],
    [t.issuedOn, dateText(answer.issuedOn, language)],
    [t.figures, shareText(answer.figures.cashless, answer.figures.merchants, language)],
  ];
}

/** "từ số 1 đến số 9", the address of a market, or nothing. */
export function segmentText({ from, to, address }: { from?: string; to?: string; address?: string }, language: Language): string {
  const t = publicTexts[language];
  return address ?? [from && `${t.from} ${from}`, to && `${t.to} ${to}`].filter(Boolean).join(' ');
}

/** A calendar day in full words. */
export const dateText = (day: string, language: Language): string =>
  language === 'vi'
    ? vietnameseDate(day)
    : new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
