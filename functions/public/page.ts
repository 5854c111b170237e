import { html } from 'hono/html';
import type { Answer } from '../../shared/verification/verification.ts';
import { verificationSigns } from '../../shared/verification/verification-signs.ts';
import { wordsOf } from '../../shared/verification/verification-words.ts';
import { framed, type Html, inLanguage, type Shown } from './frame.ts';
import { publicTexts } from './public-texts.ts';

/** The page behind the QR code, and of a file that was sent: the answer large, then what was certified, without script. */
export function verificationPage(answer: Answer, shown: Shown, by: 'code' | 'file' = 'code'): Html {
  const { title, texts, facts } = wordsOf(answer, shown.language, by);
  const code = 'code' in answer ? answer.code : undefined;
  const description = 'name' in answer ? [answer.name, answer.wardName, answer.cityName].join(', ') : (texts[0] ?? title);
  const path = by === 'code' && code !== undefined ? `/C/${encodeURIComponent(code)}` : '/xac-minh';
  const t = publicTexts[shown.language];
  const main = html`${answerPart(answer, shown, by)}
${facts.length > 0 ? html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>` : ''}
${code ? html`<p class="code">${t.code}: <strong>${code}</strong></p>` : ''}
<p class="ways">${answer.status === 'valid' ? html`<a href="${inLanguage(`/tuyen-duong/${answer.streetId}`, shown)}">${t.seeShops}</a>` : ''}<a href="${inLanguage('/xac-minh', shown)}">${t.checkAnother}</a></p>`;
  return framed({ path, title, description, index: false }, shown, main);
}

/** The answer itself: sign, title, the street it is about, what it means, and the way on. */
function answerPart(answer: Answer, shown: Shown, by: 'code' | 'file'): Html {
  const { tone, title, texts, facts } = wordsOf(answer, shown.language, by);
  const t = publicTexts[shown.language];
  const way = wayOn(answer);
  return html`<div class="answer ${tone}">${sign(verificationSigns[tone])}<h1>${title}</h1>
${facts[0] ? html`<p class="what">${facts[0][1]}</p>` : ''}${texts.map((text) => html`<p>${text}</p>`)}
${way ? html`<p><a class="button" href="${inLanguage(way, shown)}">${answer.status === 'superseded' ? t.seeCurrent : t.seeIssued}</a></p>` : ''}</div>`;
}

/** The signs of all answers, for the script that shows an answer in the page. */
export const signsPart = (): Html =>
  html`<svg hidden>${Object.entries(verificationSigns).map(([tone, path]) => html`<symbol id="sign-${tone}" viewBox="0 0 24 24"><path d="${path}"/></symbol>`)}</svg>`;

const sign = (path: string): Html => html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;

/** From a superseded certificate to the one that is in force, from a changed file to what was issued. */
export const wayOn = (answer: Answer): string | undefined =>
  answer.status === 'superseded' ? `/C/${answer.supersededBy}` : answer.status === 'changed' ? `/C/${answer.code}` : undefined;
