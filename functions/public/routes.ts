import { Hono } from 'hono';
import * as z from 'zod/mini';
import { AuthorityId, StreetId } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { answer, describe, path, queryString } from '../http/route.ts';
import { offlineListRoutes } from './offline-list-routes.ts';
import { PublicShop, PublicStreet, StreetLines, street, streetLines, streets } from './streets.ts';
import { verificationRoutes } from './verification-routes.ts';

const Province = z._default(AuthorityId, AuthorityId.parse('hai-phong'));
const StreetPage = z.object({ street: z.optional(PublicStreet), items: z.array(PublicShop), next: z.optional(z.string()) });

/** What anybody may ask without signing in, and never personal data: `/api/public`. */
export const publicRoutes = (deps: Deps) =>
  new Hono()
    .get(
      '/streets',
      describe('public', 'Certified streets of a province', pageOf(PublicStreet)),
      queryString(z.strictObject({ ...pageQuery, province: Province })),
      async (c) => {
        const { province, limit, cursor } = c.req.valid('query');
        return answer(c, await streets(deps, province, limit, cursor));
      },
    )
    .get(
      '/map',
      describe('public', 'Lines of the certified streets of a province as GeoJSON (RFC 7946)', StreetLines),
      queryString(z.strictObject({ province: Province })),
      async (c) => answer(c, ok(await streetLines(deps, c.req.valid('query').province))),
    )
    .get(
      '/streets/:id',
      describe('public', 'A certified street and its shops that consented to be listed', StreetPage),
      path(z.strictObject({ id: StreetId })),
      queryString(z.strictObject(pageQuery)),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        return answer(c, await street(deps, c.req.valid('param').id, limit, cursor));
      },
    )
    .route('/certificates', verificationRoutes(deps))
    .route('/', offlineListRoutes(deps));
