import { html } from 'hono/html';
import type { MethodGroup } from '../../shared/merchants/merchant.ts';
import { groupNames } from '../../shared/merchants/merchant-names.ts';
import { fold } from '../../shared/text/fold.ts';
import { dateWords, segmentWords, shareWords } from '../../shared/verification/verification-words.ts';
import { framed, type Html, inLanguage, numberText, type Shown, withQuery } from './frame.ts';
import { mapPicture } from './map.ts';
import { publicTexts } from './public-texts.ts';
import type { PublicShop, PublicStreet } from './streets.ts';

export type Filter = { method: string; category: string };
/** A choice of a filter: its value in the address, its name, and how many shops it leaves. */
type Choice = { value: string; name: string; count: number };

/** A certified street with the shops that agreed to be listed; filters are plain links, nothing of an owner is ever here. */
export function streetPage(street: PublicStreet, shops: readonly PublicShop[], filter: Filter, shown: Shown): Html {
  const { language } = shown;
  const t = publicTexts[language];
  const path = `/tuyen-duong/${street.id}`;
  const here = withQuery(withQuery(path, 'cach', filter.method), 'nganh', filter.category);
  const ofMethod = shops.filter((shop) => !filter.method || groupsOf(shop).includes(filter.method));
  const ofCategory = shops.filter((shop) => !filter.category || fold(shop.category ?? '-') === filter.category);
  const listed = ofMethod.filter((shop) => ofCategory.includes(shop));
  const ends = segmentWords(street, language);
  const facts = [
    ...(ends ? [[street.kind === 'market' ? t.address : t.segment, ends] as const] : []),
    [t.place, [street.wardName, street.cityName].join(', ')] as const,
    [t.figures, shareWords(street.figures.cashless, street.figures.merchants, language)] as const,
  ];
  const methods = choices(ofCategory.flatMap((shop) => groupsOf(shop).map((value) => [value, methodName(value, shown)] as const)));
  const categories = choices(ofMethod.map(({ category }) => [fold(category ?? '-'), category ?? t.noCategory] as const));
  const main = html`<p><a href="${inLanguage('/tuyen-duong', shown)}">${t.back}</a></p><h1>${street.name}</h1>
<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
<div><dt>${t.certificate}</dt><dd><a href="${inLanguage(`/C/${street.certificate.code}`, shown)}">${street.certificate.number}</a>, ${dateWords(street.certificate.issuedOn, language)}</dd></div></dl>
${mapPicture(street.line?.length ? [{ name: street.name, href: here, line: street.line }] : [], t.map) ?? ''}
<h2>${t.shops}</h2><p class="hint">${t.shopsNote}</p>
${
  shops.length === 0
    ? html`<p>${t.noShops}</p>`
    : html`${choicePart(t.byMethod, 'cach', filter.method, methods, here, shown)}${choicePart(t.byCategory, 'nganh', filter.category, categories, here, shown)}
<p role="status">${t.shopsShown(numberText(listed.length, language), numberText(shops.length, language))}</p>${listed.length > 0 ? tablePart(listed, shown) : html`<p>${t.noShopsFound}</p>`}`
}`;
  const description = `${[street.wardName, street.cityName].join(', ')}. ${t.cashless(numberText(street.figures.cashless, language), numberText(street.figures.merchants, language))}.`;
  return framed({ path: here, title: street.name, description, index: here === path }, shown, main);
}

const other = 'khac';
const groupsOf = ({ methods }: PublicShop): string[] => (methods.length > 0 ? methods : [other]);
const methodName = (group: string, { language }: Shown): string =>
  group === other ? publicTexts[language].otherMethod : groupNames[language][group as MethodGroup];

/** Each value once, with how often it comes; the frequent ones first. */
function choices(values: readonly (readonly [value: string, name: string])[]): Choice[] {
  const all = new Map<string, Choice>();
  for (const [value, name] of values)
    all.set(value, { value, name: all.get(value)?.name ?? name, count: (all.get(value)?.count ?? 0) + 1 });
  return [...all.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'vi'));
}

function choicePart(label: string, name: string, chosen: string, all: readonly Choice[], here: string, shown: Shown): Html {
  const link = (value: string, text: string) =>
    html`<li><a href="${inLanguage(withQuery(here, name, value), shown)}"${value === chosen ? html` aria-current="true"` : ''}>${text}</a></li>`;
  return html`<h3 id="${name}">${label}</h3><ul class="choices" aria-labelledby="${name}">${link('', publicTexts[shown.language].any)}${all.map(({ value, name: text, count }) => link(value, `${text} (${numberText(count, shown.language)})`))}</ul>`;
}

function tablePart(shops: readonly PublicShop[], shown: Shown): Html {
  const t = publicTexts[shown.language];
  return html`<table><thead><tr><th scope="col">${t.shopName}</th><th scope="col">${t.shopPlace}</th><th scope="col">${t.byMethod}</th><th scope="col">${t.byCategory}</th></tr></thead>
<tbody>${shops.map(
    (shop) =>
      html`<tr><th scope="row">${shop.name}</th><td data-label="${t.shopPlace}">${shop.place}</td><td data-label="${t.byMethod}">${groupsOf(
        shop,
      )
        .map((group) => methodName(group, shown))
        .join(', ')}</td><td data-label="${t.byCategory}">${shop.category ?? ''}</td></tr>`,
  )}</tbody></table>`;
}
