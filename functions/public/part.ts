import { Hono } from 'hono';
import { signingKeyRoutes } from '../certificates/signing-key-routes.ts';
import type { Deps } from '../deps.ts';
import { rateLimit } from '../http/guard.ts';
import { publicPages, tooMany } from './pages.ts';
import { publicRoutes } from './routes.ts';

type AddressOf = Parameters<typeof rateLimit>[1];

/** Everything that needs no sign-in: pages and API, each with its limits per address. Sending files costs more than asking, so it has its own. */
export function publicPart(deps: Deps, addressOf: AddressOf): Hono {
  const pages = rateLimit(300, addressOf, deps.now, tooMany(deps));
  const api = rateLimit(300, addressOf, deps.now);
  return new Hono()
    .use('/C/*', pages)
    .use('/xac-minh/*', pages)
    .use('/xac-minh/tep', rateLimit(30, addressOf, deps.now, tooMany(deps)))
    .use('/tuyen-duong/*', pages)
    .use('/sitemap.xml', pages)
    .use('/api/public/*', api)
    .use('/api/public/certificates/file', rateLimit(30, addressOf, deps.now))
    .route('/', publicPages(deps))
    .route('/api/public', publicRoutes(deps))
    .route('/api/public', signingKeyRoutes(deps));
}
