import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { NewerData } from '../data/migrations/forward.ts';
import { isBusy } from '../data/retry.ts';
import { knownAddress, methodsOf } from './addresses.ts';
import { errorLine } from './error-line.ts';
import { notCached, securityHeaders } from './guard.ts';
import { languageOf, problem, problemOf } from './problem.ts';

/** Where log lines go: one JSON object a line, never with personal data. */
export type Log = (line: { level: 'info' | 'error'; event: string; [field: string]: string | number | undefined }) => void;

/** The frame of every handler: headers, problems for whatever goes wrong, and a reference number for what nobody expected. */
export function frame<App extends Hono>(app: App, log: Log): App {
  app.use('*', securityHeaders, notCached);
  const methods = methodsOf(app);
  app.use('/api/*', knownAddress(methods));
  app.notFound((c) => {
    const allowed = methods(c.req.path);
    // A route may itself find that there is nothing: then the method was right.
    return problem(
      c,
      allowed.length > 0 && !allowed.includes(c.req.method) ? { code: 'wrong-method', allowed } : { code: 'no-such-route' },
    );
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 400) return problem(c, { code: 'malformed-json' });
    // A read that stayed throttled: nothing is broken, it is only too much at once.
    if (isBusy(error)) return problem(c, { code: 'busy', retryAfterSeconds: 2 });
    // Two versions at work on one table: the older one says so, and the log names what it met.
    if (error instanceof NewerData) {
      log({ level: 'error', event: 'newer-data', method: c.req.method, path: c.req.routePath, error: errorLine(error) });
      return problem(c, error.failure);
    }
    // The person gets a number to quote; what happened stands only in the log.
    const reference = randomUUID().slice(0, 8);
    log({
      level: 'error',
      event: 'unexpected',
      reference,
      method: c.req.method,
      path: c.req.routePath,
      error: errorLine(error),
    });
    const { detail } = problemOf({ code: 'busy', retryAfterSeconds: 5 }, languageOf(c));
    return c.body(
      JSON.stringify({
        type: 'urn:pho-so:problem:unexpected',
        status: 500,
        code: 'unexpected',
        detail: `${detail} (${reference})`,
        params: { reference },
      }),
      500,
      { 'content-type': 'application/problem+json; charset=utf-8' },
    );
  });
  return app;
}
