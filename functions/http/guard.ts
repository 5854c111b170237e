import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Actor } from '../../shared/people/person.ts';
import { problem } from './problem.ts';
import type { Signed } from './route.ts';
import type { CheckToken, SignedInAs } from './sign-in.ts';

const mostBytes = 2_500_000;

/** Who acts: the bearer of a token that leads to a person with rights. Nothing behind this runs for anybody else. */
export const signedIn =
  (actorOf: (signed: SignedInAs) => Promise<Actor | undefined>, check: CheckToken): MiddlewareHandler<Signed> =>
  async (c, next) => {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (!token) return problem(c, { code: 'not-signed-in' });
    const signed = await check(token);
    if (!signed.ok) return problem(c, signed.failure);
    const actor = await actorOf(signed.value);
    if (!actor) return problem(c, { code: 'unknown-person' });
    c.set('actor', actor);
    return next();
  };

/** No body is read further than this. */
export const bodyInBounds: MiddlewareHandler = bodyLimit({
  maxSize: mostBytes,
  onError: (c) => problem(c, { code: 'body-too-large', mostBytes }),
});

/** What every request with a body must be: JSON. The text is kept: its hash tells a repeat from another body under the same id. */
export const jsonBody =
  (now: () => Date): MiddlewareHandler<Signed> =>
  async (c, next) => {
    c.set('at', now());
    c.set('bodyText', '');
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return problem(c, { code: 'not-json' });
    const text = await c.req.text();
    if (!isJson(text)) return problem(c, { code: 'malformed-json' });
    c.set('bodyText', text);
    return next();
  };

function isJson(text: string): boolean {
  try {
    JSON.parse(text, /\\ud/i.test(text) ? wholeLetters : undefined);
    return true;
  } catch {
    return false;
  }
}

// Half of a surrogate pair, which only an escape can bring here, is no text (RFC 7493 §2.1), and the database would refuse it.
function wholeLetters(name: string, value: unknown): unknown {
  if (/\p{Cs}/u.test(name) || (typeof value === 'string' && /\p{Cs}/u.test(value))) throw new SyntaxError('half a letter');
  return value;
}

/** Strict headers on every answer: nothing of ours is framed, sniffed, or allowed to run script. What an answer says itself stays. */
export const securityHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  permissionsPolicy: { camera: ['self'], geolocation: ['self'], microphone: [] },
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  xFrameOptions: 'DENY',
  overwrite: false,
});

/** Nothing is kept by strangers unless an answer says so. */
export const notCached: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};

/**
 * At most `most` requests a minute from one address: enough for a hall of people behind one router, too few to guess codes. `refuse` answers
 * those above it, with the seconds until the next minute; a problem unless said otherwise.
 */
export function rateLimit(
  most: number,
  addressOf: (c: Context) => string,
  now: () => Date,
  refuse = (c: Context, retryAfterSeconds: number): Response | Promise<Response> =>
    problem(c, { code: 'too-many-requests', retryAfterSeconds }),
): MiddlewareHandler {
  let minute = 0;
  let counts = new Map<string, number>();
  return async (c, next) => {
    const current = Math.floor(now().getTime() / 60_000);
    if (current !== minute) {
      minute = current;
      counts = new Map();
    }
    const address = addressOf(c);
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count > most) return refuse(c, 60 - (Math.floor(now().getTime() / 1000) % 60));
    return next();
  };
}
