import { Hono } from 'hono';
import * as z from 'zod/mini';
import { AuthorityId, StreetId } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { pageQuery } from '../http/page.ts';
import { answer, describe, path, queryString } from '../http/route.ts';
import { listRoutes } from './list-routes.ts';
import { street, streetLines, streets } from './streets.ts';
import { verificationRoutes } from './verification-routes.ts';

const Street = z.object({ id: z.string(), kind: z.string(), name: z.string(), wardName: z.string(), cityName: z.string() });

const Province = z._default(AuthorityId, AuthorityId.parse('hai-phong'));
const Lines = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: StreetId,
      geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(z.array(z.number())) }),
      properties: z.object({ kind: z.string(), name: z.string(), wardName: z.string() }),
    }),
  ),
});

/** What anybody may ask without signing in, and never personal data: `/api/public`. */
export const publicRoutes = (deps: Deps) =>
  new Hono()
    .get(
      '/streets',
      describe('public', 'Certified streets of a province', z.object({ items: z.array(Street), next: z.optional(z.string()) })),
      queryString(z.strictObject({ ...pageQuery, province: Province })),
      async (c) => {
        const { province, limit, cursor } = c.req.valid('query');
        return answer(c, await streets(deps, province, limit, cursor));
      },
    )
    .get(
      '/map',
      describe('public', 'Lines of the certified streets of a province as GeoJSON (RFC 7946)', Lines),
      queryString(z.strictObject({ province: Province })),
      async (c) => answer(c, ok(await streetLines(deps, c.req.valid('query').province))),
    )
    .get(
      '/streets/:id',
      describe(
        'public',
        'A certified street and its shops that consented to be listed',
        z.object({
          street: z.optional(Street),
          items: z.array(z.object({ name: z.string(), place: z.string(), methods: z.array(z.string()) })),
          next: z.optional(z.string()),
        }),
      ),
      path(z.strictObject({ id: StreetId })),
      queryString(z.strictObject(pageQuery)),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        return answer(c, await street(deps, c.req.valid('param').id, limit, cursor));
      },
    )
    .route('/certificates', verificationRoutes(deps))
    .route('/', listRoutes(deps));
