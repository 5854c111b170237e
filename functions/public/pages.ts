import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { AuthorityId, StreetId } from '../../shared/ids.ts';
import { unitsBelow } from '../authorities/store.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../http/problem.ts';
import { publicCss } from './css.ts';
import { framed, type Html, inLanguage, type Shown } from './frame.ts';
import { publicTexts } from './public-texts.ts';
import { streetPage } from './street-page.ts';
import { allStreets, wholeStreet } from './streets.ts';
import { streetsPage } from './streets-page.ts';
import { answered, verificationPages } from './verification-pages.ts';

const cacheControl = { 'cache-control': 'public, max-age=3600' };
/** Lists may be a minute old; each language is another page at the same address. */
const briefly = { 'cache-control': 'public, max-age=60', vary: 'accept-language' };

/** Pages without framework, rendered here, in the language of the address or else of the browser. */
export function publicPages(deps: Deps): Hono {
  // Asked for when a page is: the document of the routes is written without any parts.
  const origin = (): string => deps.publicOrigin.replace(/\/+$/, '');
  const shownTo = (c: Context): Shown => shownIn(c, origin());
  const text = (c: Context, name: string, most: number): string => (c.req.query(name) ?? '').slice(0, most).trim();
  const sorry = (c: Context, what: 'notFound' | 'busy') => c.html(sorryPage(c.req.path, what, shownTo(c)), what === 'busy' ? 503 : 404);

  return new Hono()
    .get('/public.css', (c) => c.body(publicCss, 200, { ...cacheControl, 'content-type': 'text/css; charset=utf-8' }))
    .get('/robots.txt', (c) =>
      c.text(`User-agent: *\nDisallow: /api/\nDisallow: /blobs/\n\nSitemap: ${origin()}/sitemap.xml\n`, 200, cacheControl),
    )
    .get('/sitemap.xml', async (c) => {
      const provinces = await topmost(deps);
      const streets = await Promise.all(provinces.map(({ id }) => allStreets(deps, id)));
      const addresses = ['/', '/xac-minh', '/tuyen-duong', ...streets.flat().map(({ id }) => `/tuyen-duong/${id}`)];
      const entries = addresses.map((address) => `<url><loc>${origin()}${address}</loc></url>`).join('\n');
      const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</urlset>\n`;
      return c.body(xml, 200, { ...cacheControl, 'content-type': 'application/xml; charset=utf-8' });
    })
    .route('/', verificationPages(deps, shownTo))
    .get('/tuyen-duong', async (c) => {
      const asked = AuthorityId.safeParse(text(c, 'tinh', 80) || 'hai-phong');
      const found = await Promise.all([topmost(deps), asked.success ? allStreets(deps, asked.data) : []]).catch(() => undefined);
      if (!found) return sorry(c, 'busy');
      const [provinces, streets] = found;
      const province = provinces.find(({ id }) => id === asked.data);
      const page = Math.max(1, Math.trunc(Number(text(c, 'trang', 4))) || 1);
      const view = { province: province ?? { id: asked.data ?? ('' as AuthorityId), name: '' }, words: text(c, 'tim', 80), page };
      return c.html(streetsPage(streets, provinces, view, shownTo(c)), 200, briefly);
    })
    .get('/tuyen-duong/:id', async (c) => {
      const id = StreetId.safeParse(c.req.param('id'));
      const found = id.success ? await wholeStreet(deps, id.data).catch(() => 'busy' as const) : undefined;
      if (found === 'busy') return sorry(c, 'busy');
      if (!found) return sorry(c, 'notFound');
      const filter = { method: text(c, 'cach', 20), category: text(c, 'nganh', 80) };
      return c.html(streetPage(found.street, found.shops, filter, shownTo(c)), 200, briefly);
    });
}

/** Whoever asks too often sees when to come again: on a page in the words of a page, and nothing is said against a certificate. */
export const tooMany =
  (deps: Deps) =>
  (c: Context, waitSeconds: number): Response | Promise<Response> => {
    const shown = shownIn(c, deps.publicOrigin.replace(/\/+$/, ''));
    return answered(c, { status: 'cannot-check', why: 'too-many', waitSeconds }, shown);
  };

function shownIn(c: Context, origin: string): Shown {
  const asked = c.req.query('lang');
  const known = asked === 'vi' || asked === 'en';
  return { language: known ? asked : languageOf(c), asked: known, origin };
}

/** Units with none above them: the provinces and cities, as many as there are. */
async function topmost({ table }: Deps) {
  const page = await unitsBelow(table, undefined, 200);
  return page.ok ? page.value.items : [];
}

function sorryPage(path: string, what: 'notFound' | 'busy', shown: Shown): Html {
  const t = publicTexts[shown.language];
  const main = html`<h1>${t[what]}</h1><p>${t[`${what}Text`]}</p>
<p class="ways"><a href="${inLanguage(what === 'busy' ? path : '/tuyen-duong', shown)}">${what === 'busy' ? t.tryAgain : t.back}</a></p>`;
  return framed({ path, title: t[what], description: t[`${what}Text`], index: false }, shown, main);
}
