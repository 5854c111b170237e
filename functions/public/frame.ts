import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language } from '../../shared/texts/words.ts';
import { publicTexts } from './public-texts.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** In which language and where a page is shown: `asked` when the address names the language, so that links keep it. */
export type Shown = { language: Language; asked: boolean; origin: string };

/** A page of ours: its address without language, what share previews and search engines say about it, and the script that it can do without. */
export type About = { path: string; title: string; description: string; index?: boolean; script?: string };

/** The frame of every public page: head with share preview, navigation, language switch, the address to look for. Works without script. */
export function framed({ path, title, description, index = true, script }: About, shown: Shown, main: Html): Html {
  const { language, origin } = shown;
  const t = publicTexts[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const here = (to: string) => inLanguage(to, shown);
  const link = (to: string, name: string) =>
    html`<a href="${here(to)}"${path.startsWith(to) ? html` aria-current="page"` : ''}>${name}</a>`;
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title} – ${t.product}</title><meta name="description" content="${description}">
${index ? html`<link rel="canonical" href="${origin}${path}">` : html`<meta name="robots" content="noindex">`}
<link rel="alternate" hreflang="vi" href="${origin}${withQuery(path, 'lang', 'vi')}"><link rel="alternate" hreflang="en" href="${origin}${withQuery(path, 'lang', 'en')}">
<meta property="og:site_name" content="${t.product}"><meta property="og:type" content="website"><meta property="og:title" content="${title}">
<meta property="og:description" content="${description}"><meta property="og:url" content="${origin}${path}"><meta property="og:image" content="${origin}/icon-512.png">
<meta property="og:locale" content="${language === 'vi' ? 'vi_VN' : 'en_GB'}"><meta name="twitter:card" content="summary">
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/public.css">${script ? html`<script type="module" src="${script}"></script>` : ''}</head>
<body><a class="skip" href="#main">${t.skip}</a>
<header><a class="home" href="/">${t.product}</a><nav aria-label="${t.pages}">${link('/xac-minh', t.verifyShort)}${link('/tuyen-duong', t.streetsShort)}</nav>
<a class="language" lang="${other}" hreflang="${other}" href="${withQuery(path, 'lang', other)}">${t.otherLanguage}</a></header>
<main id="main">${main}</main>
<footer><p>${t.official}: <strong>${new URL(origin).host}</strong></p><p>${t.checkAddress}</p></footer></body></html>`;
}

/** An address of ours that keeps the language when it was chosen in the address. */
export const inLanguage = (to: string, { language, asked }: Shown): string => (asked ? withQuery(to, 'lang', language) : to);

/** An address with one more thing asked; an empty value takes it away. */
export function withQuery(address: string, name: string, value: string): string {
  const [path = '', search = ''] = address.split('?');
  const query = new URLSearchParams(search);
  if (value) query.set(name, value);
  else query.delete(name);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** A number with the separators of the language. */
export const numberText = (n: number, language: Language): string => n.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
