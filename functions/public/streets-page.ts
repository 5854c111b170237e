import { html } from 'hono/html';
import type { Authority } from '../../shared/authorities/authority.ts';
import { fold } from '../../shared/text/fold.ts';
import { dateWords, segmentWords, shareWords } from '../../shared/verification/verification-words.ts';
import { framed, type Html, inLanguage, numberText, type Shown, withQuery } from './frame.ts';
import { mapPicture } from './map.ts';
import { publicTexts } from './public-texts.ts';
import type { PublicStreet } from './streets.ts';

/** How many streets stand on one page of the list. */
const aPage = 50;

export type Asked = { province: Pick<Authority, 'id' | 'name'>; words: string; page: number };

/** Certified streets of a province as a list and a map that say the same; the search needs no marks, the page no script. */
export function streetsPage(all: readonly PublicStreet[], provinces: readonly Authority[], asked: Asked, shown: Shown): Html {
  const { language } = shown;
  const t = publicTexts[language];
  const { province, words } = asked;
  const found = all.filter(holds(words));
  const pages = Math.max(1, Math.ceil(found.length / aPage));
  const page = Math.min(asked.page, pages);
  const first = (page - 1) * aPage;
  const part = found.slice(first, first + aPage).map((street, at) => ({ street, number: first + at + 1 }));
  const here = withQuery(withQuery('/tuyen-duong', 'tinh', province.id), 'tim', words);
  const map = mapPicture(
    part.flatMap(({ street, number }) =>
      street.line?.length ? [{ number, name: street.name, href: inLanguage(`/tuyen-duong/${street.id}`, shown), line: street.line }] : [],
    ),
    t.mapLabel,
  );
  const wording = words ? t.found(numberText(found.length, language), words) : t.count(numberText(found.length, language), province.name);
  const main = html`<h1>${t.streets}</h1>
<form action="/tuyen-duong" method="get" class="card" role="search">${shown.asked ? html`<input type="hidden" name="lang" value="${language}">` : ''}
${provincePart(provinces, province.id, t.province)}
<label for="tim">${t.find}</label><p class="hint" id="tim-hint">${t.findHint}</p>
<div class="line"><input id="tim" name="tim" type="search" maxlength="80" value="${words}" aria-describedby="tim-hint"><button type="submit">${t.search}</button></div></form>
<p>${found.length === 0 ? (words ? t.noneFound : t.none) : wording}${words ? html` <a href="${inLanguage(withQuery(here, 'tim', ''), shown)}">${t.all}</a>` : ''}</p>
${part.length > 0 ? html`<h2>${t.map}</h2>${map ? html`<p class="hint">${t.mapText}</p>${map}` : html`<p>${t.noMap}</p>`}<h2>${t.list}</h2>${listPart(part, Boolean(map), shown)}` : ''}
${pages > 1 ? turningPart(here, page, pages, shown) : ''}`;
  const path = page > 1 ? withQuery(here, 'trang', String(page)) : here;
  return framed({ path, title: `${t.streets} – ${province.name}`, description: wording, index: !words }, shown, main);
}

/** Whether a street's name, ward or segment holds these words, whatever their marks. */
function holds(words: string): (street: PublicStreet) => boolean {
  const wanted = fold(words).split(' ').filter(Boolean);
  return (street) => {
    const text = fold([street.name, street.wardName, street.from, street.to, street.address].filter(Boolean).join(' '));
    return wanted.every((word) => text.includes(word));
  };
}

const provincePart = (provinces: readonly Authority[], chosen: string, label: string): Html =>
  provinces.length > 1
    ? html`<label for="tinh">${label}</label><select id="tinh" name="tinh">${provinces.map(({ id, name }) => html`<option value="${id}"${id === chosen ? html` selected` : ''}>${name}</option>`)}</select>`
    : html`<input type="hidden" name="tinh" value="${chosen}">`;

function listPart(part: readonly { street: PublicStreet; number: number }[], mapped: boolean, shown: Shown): Html {
  const { language } = shown;
  const t = publicTexts[language];
  return html`<ol class="streets" start="${part[0]?.number ?? 1}">${part.map(({ street }) => {
    const ends = segmentWords(street, language);
    return html`<li><h3><a href="${inLanguage(`/tuyen-duong/${street.id}`, shown)}">${street.name}</a></h3>
<p>${[ends, street.wardName].filter(Boolean).join(' – ')}</p>
<p class="hint">${t.certificate} ${street.certificate.number}, ${dateWords(street.certificate.issuedOn, language)} – ${t.figures}: ${shareWords(street.figures.cashless, street.figures.merchants, language)}${mapped && !street.line?.length ? ` – ${t.notDrawn}` : ''}</p></li>`;
  })}</ol>`;
}

function turningPart(here: string, page: number, pages: number, shown: Shown): Html {
  const t = publicTexts[shown.language];
  const to = (n: number, name: string) => html`<a href="${inLanguage(withQuery(here, 'trang', String(n)), shown)}">${name}</a>`;
  return html`<nav class="ways" aria-label="${t.list}">${page > 1 ? to(page - 1, t.previous) : ''}<span>${t.pageOf(page, pages)}</span>${page < pages ? to(page + 1, t.next) : ''}</nav>`;
}
