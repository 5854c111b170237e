import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { CertificateCode, Day, Sha256, StreetId } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';
import type { Found } from '../../shared/verification/verification.ts';
import { tones, wordsOf } from '../../shared/verification/verification-words.ts';
import type { Deps } from '../deps.ts';
import { bodyBytes } from '../http/bytes.ts';
import { languageOf, problem } from '../http/problem.ts';
import { answer, type Declared, describe, describeUpload, path } from '../http/route.ts';
import { cacheHeaders } from './cache-headers.ts';
import { checkFile, checkHash, mostFileBytes } from './check-file.ts';
import { wayOn } from './page.ts';
import { verify } from './verify.ts';

const askedCode = {
  words: z.object({
    tone: z.enum(tones),
    title: z.string(),
    texts: z.array(z.string()),
    facts: z.array(z.tuple([z.string(), z.string()])),
  }),
  way: z.optional(z.string().check(z.describe('Where to go on from here'))),
};
const certificate = {
  code: CertificateCode,
  streetId: StreetId,
  number: z.string(),
  kind: z.enum(['street', 'market']),
  name: z.string(),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  address: z.optional(z.string()),
  wardName: z.string(),
  districtName: z.optional(z.string()),
  cityName: z.string(),
  authorityName: z.string(),
  issuedOn: Day,
  figures: z.object({ cashless: z.int(), merchants: z.int() }),
  sha256: z.optional(z.string()),
  ...askedCode,
};
export const Asked = z.discriminatedUnion('status', [
  z.object({ status: z.literal('valid'), ...certificate }),
  z.object({ status: z.literal('superseded'), supersededBy: CertificateCode, supersededOn: Day, ...certificate }),
  z.object({ status: z.literal('revoked'), revokedOn: Day, ...certificate }),
  z.object({ status: z.literal('changed'), how: z.enum(['after-signing', 'other-bytes']), ...certificate }),
  z.object({ status: z.literal('unknown'), code: z.optional(z.string()), why: z.enum(['code', 'file', 'draft', 'signed']), ...askedCode }),
  z.object({
    status: z.literal('unreadable'),
    code: z.optional(z.string()),
    why: z.enum(['code', 'not-a-pdf', 'too-large', 'no-file']),
    ...askedCode,
  }),
]);

/** Whether a certificate is genuine and in force, by its code or its file: `/api/public/certificates`. Every answer brings its words. */
export const verificationRoutes = (deps: Deps) =>
  new Hono()
    .get(
      '/:code',
      describe('public', 'Whether a certificate is genuine and in force', Asked),
      path(z.strictObject({ code: z.string().check(z.maxLength(60)) })),
      async (c) => {
        const found = await verify(deps, c.req.valid('param').code);
        return found.ok ? answered(c, found.value, 'code') : answer(c, found);
      },
    )
    .get(
      '/by-hash/:sha256',
      describe('public', 'What a file is, by its SHA-256; unknown here, it may be sent itself', Asked),
      path(z.strictObject({ sha256: Sha256 })),
      async (c) => answered(c, await checkHash(deps, c.req.valid('param').sha256), 'file'),
    )
    .post(
      '/file',
      describeUpload('What a file is, from its bytes and its signature; it is not kept', ['application/pdf'], Asked),
      async (c) => {
        const bytes = await bodyBytes(c, mostFileBytes);
        return bytes ? answered(c, await checkFile(deps, bytes), 'file') : problem(c, { code: 'body-too-large', mostBytes: mostFileBytes });
      },
    );

/** An answer with its words in the caller's language, and the way on from it. */
function answered(c: Context<Declared<typeof Asked>>, found: Found, by: 'code' | 'file') {
  const way = wayOn(found);
  for (const [name, value] of Object.entries(cacheHeaders(found))) c.header(name, value);
  return answer(c, ok({ ...found, words: wordsOf(found, languageOf(c), by), ...(way && { way }) }));
}
