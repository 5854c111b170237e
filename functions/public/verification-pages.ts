import { type Context, Hono } from 'hono';
import { codeIn } from '../../shared/verification/typed-code.ts';
import type { Answer } from '../../shared/verification/verification.ts';
import type { Deps } from '../deps.ts';
import { bodyBytes } from '../http/bytes.ts';
import { cacheHeaders } from './cache-headers.ts';
import { checkFile, mostFileBytes } from './check-file.ts';
import { inLanguage, type Shown } from './frame.ts';
import { verificationPage } from './page.ts';
import { verify } from './verify.ts';
import { verifyForm } from './verify-form.ts';

/** The page with the forms may run our own script, which asks our own server. */
const withScript =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
/** What a form wraps around a file. */
const wrapping = 10_000;

/** The pages on which anybody checks a certificate: by QR, by a typed code, by its file. All of them work without script. */
export const verificationPages = (deps: Deps, shownTo: (c: Context) => Shown): Hono =>
  new Hono()
    // A QR code spells its address in capitals; people who type it do not.
    .get('/c/:code', (c) => c.redirect(inLanguage(`/C/${encodeURIComponent(c.req.param('code').slice(0, 60))}`, shownTo(c)), 301))
    .get('/C/:code', async (c) => {
      const code = c.req.param('code').slice(0, 60);
      // Whatever breaks behind it, the page never calls a genuine certificate false.
      const found = await verify(deps, code).catch(() => undefined);
      if (!found) return answered(c, { status: 'cannot-check', why: 'busy', code }, shownTo(c));
      return answered(c, found.ok ? found.value : { status: 'unreadable', why: 'code', code }, shownTo(c));
    })
    .get('/xac-minh', (c) => {
      const typed = c.req.query('ma')?.slice(0, 200);
      const code = typed === undefined ? undefined : codeIn(typed);
      if (code) return c.redirect(inLanguage(`/C/${code}`, shownTo(c)), 303);
      return c.html(verifyForm(typed, shownTo(c)), typed === undefined ? 200 : 422, { 'content-security-policy': withScript });
    })
    // Opened again from the history, without the file.
    .get('/xac-minh/tep', (c) => c.redirect(inLanguage('/xac-minh', shownTo(c)), 303))
    .post('/xac-minh/tep', async (c) => {
      const sent = await fileOf(c);
      const answer: Answer =
        sent instanceof Uint8Array
          ? await checkFile(deps, sent).catch((): Answer => ({ status: 'cannot-check', why: 'busy' }))
          : { status: 'unreadable', why: sent };
      return answered(c, answer, shownTo(c), 'file');
    });

/** An answer as a page. */
export function answered(c: Context, answer: Answer, shown: Shown, by: 'code' | 'file' = 'code'): Response | Promise<Response> {
  const wait = answer.status === 'cannot-check' ? { 'retry-after': String(answer.waitSeconds ?? 5) } : {};
  const headers = by === 'code' ? cacheHeaders(answer) : {};
  return c.html(verificationPage(answer, shown, by), statusOf(answer), { ...headers, ...wait });
}

function statusOf(answer: Answer): 200 | 404 | 422 | 429 | 503 {
  if (answer.status === 'cannot-check') return answer.why === 'too-many' ? 429 : 503;
  return answer.status === 'unknown' ? 404 : answer.status === 'unreadable' ? 422 : 200;
}

/** The file out of the form, with the language that the form names. */
async function fileOf(c: Context): Promise<Uint8Array | 'no-file' | 'too-large'> {
  const body = await bodyBytes(c, mostFileBytes + wrapping);
  if (!body) return 'too-large';
  const type = c.req.header('content-type') ?? '';
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined);
  const file = form?.get('tep');
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : 'no-file';
}
