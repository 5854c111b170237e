import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { Sha256 } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';
import type { Answer } from '../../shared/verification.ts';
import { wordsOf } from '../../shared/verification-words.ts';
import type { Deps } from '../deps.ts';
import { bodyBytes } from '../http/bytes.ts';
import { languageOf, problem } from '../http/problem.ts';
import { answer, describe, describeUpload, path } from '../http/route.ts';
import { checkFile, checkHash, mostFileBytes } from './check-file.ts';
import { keptAMinute } from './kept.ts';
import { wayOn } from './page.ts';
import { verify } from './verify.ts';

const Words = z.object({
  tone: z.string(),
  title: z.string(),
  texts: z.array(z.string()),
  facts: z.array(z.tuple([z.string(), z.string()])),
});
const Said = z.object({
  status: z.enum(['valid', 'superseded', 'revoked', 'changed', 'unknown', 'unreadable']),
  code: z.optional(z.string()),
  words: Words,
  way: z.optional(z.string()),
});

/** Whether a certificate is genuine and in force, by its code or its file: `/api/public/certificates`. Every answer brings its words. */
export const verificationRoutes = (deps: Deps) =>
  new Hono()
    .get(
      '/:code',
      describe('public', 'Whether a certificate is genuine and in force', Said),
      path(z.strictObject({ code: z.string().check(z.maxLength(60)) })),
      async (c) => {
        const found = await verify(deps, c.req.valid('param').code);
        return found.ok ? said(c, found.value, 'code') : answer(c, found);
      },
    )
    .get(
      '/by-hash/:sha256',
      describe('public', 'What a file is, by its SHA-256; unknown here, it may be sent itself', Said),
      path(z.strictObject({ sha256: Sha256 })),
      async (c) => said(c, await checkHash(deps, c.req.valid('param').sha256), 'file'),
    )
    .post(
      '/file',
      describeUpload('What a file is, from its bytes and its signature; it is not kept', ['application/pdf'], Said),
      async (c) => {
        const bytes = await bodyBytes(c, mostFileBytes);
        return bytes ? said(c, await checkFile(deps, bytes), 'file') : problem(c, { code: 'body-too-large', mostBytes: mostFileBytes });
      },
    );

/** An answer with its words in the caller's language, and the way on from it. */
function said(c: Context, found: Answer, by: 'code' | 'file'): Response {
  const way = wayOn(found);
  for (const [name, value] of Object.entries(keptAMinute(found))) c.header(name, value);
  return answer(c, ok({ ...found, words: wordsOf(found, languageOf(c), by), ...(way && { way }) }));
}
