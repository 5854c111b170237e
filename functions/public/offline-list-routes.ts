import { Hono } from 'hono';
import * as z from 'zod/mini';
import { ok } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { answer, describe, describeFile } from '../http/route.ts';
import { certificateList, signedList } from './certificate-list.ts';

const Keys = z.object({
  keys: z.array(
    z.object({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string(), kid: z.string(), alg: z.string(), use: z.string() }),
  ),
});
const cacheControl = { 'cache-control': 'public, max-age=0, s-maxage=60' };

/** What devices keep to check certificates without a network: `/api/public`. */
export const offlineListRoutes = (deps: Deps) =>
  new Hono()
    .get(
      '/certificate-list',
      describeFile(
        'public',
        'Every certificate with its standing, signed, for checking without a network',
        ['application/octet-stream'],
        304,
      ),
      async (c) => {
        const { bytes, tag } = await certificateList(deps);
        const headers = { ...cacheControl, etag: `"${tag}"` };
        if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304, headers);
        return c.body(await signedList(deps, bytes), 200, { ...headers, 'content-type': 'application/octet-stream' });
      },
    )
    .get('/list-keys', describe('public', 'Keys with which that list is signed (JWK set, RFC 7517)', Keys), (c) => {
      for (const [name, value] of Object.entries(cacheControl)) c.header(name, value);
      return answer(c, ok({ keys: [...deps.listSigner.keys] }));
    });
