import { Hono } from 'hono';
import { languageOf } from '../http/problem.ts';
import type { OpenApi } from './document.ts';
import { referenceCss, referencePage } from './page.ts';

const cacheControl = { 'cache-control': 'public, max-age=3600' };

/** The OpenAPI document and the page made from it, for anybody: `/openapi.json` and `/tai-lieu`. The document is written once, when first asked. */
export function referenceRoutes(write: () => Promise<OpenApi>): Hono {
  let document: Promise<OpenApi> | undefined;
  const written = (): Promise<OpenApi> => {
    document ??= write();
    return document;
  };
  return new Hono()
    .get('/openapi.json', async (c) => c.json(await written(), 200, cacheControl))
    .get('/tai-lieu.css', (c) => c.body(referenceCss, 200, { ...cacheControl, 'content-type': 'text/css; charset=utf-8' }))
    .get('/tai-lieu', async (c) =>
      c.html(await referencePage(await written(), languageOf(c)), 200, { ...cacheControl, vary: 'accept-language' }),
    );
}
