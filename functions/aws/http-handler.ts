import { timingSafeEqual } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { problemOf } from '../http/problem.ts';
import { type Environment, setting } from './environment.ts';

/** Carries the address of the person: CloudFront's function writes it over whatever the browser sent. */
const addressHeader = 'x-viewer-address';
const originHeader = 'x-origin-secret';
// Lambda answers with six megabytes at most; some of them are for what stands around the body.
const mostBytes = 5_000_000;

/**
 * Answers requests of API Gateway (payload 2.0) with an app. CloudFront proves with every request that it came that way, so that nobody
 * goes past the firewall; `secrets` are the ones in use, two while they are changed.
 */
export function httpHandler<App extends Hono>(app: App, secrets: readonly string[]) {
  const answer = handle(app);
  return async (event: LambdaEvent, context: LambdaContext): Promise<object> => {
    const given = Buffer.from(String(event.headers?.[originHeader] ?? ''));
    const known = secrets.map((each) => Buffer.from(each)).some((each) => each.length === given.length && timingSafeEqual(each, given));
    if (known) return fitting((await answer(event, context)) as Answered);
    return {
      statusCode: 404,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: JSON.stringify(problemOf({ code: 'no-such-route' }, 'vi')),
    };
  };
}

type Answered = { headers: Record<string, string>; body: string; isBase64Encoded: boolean };

/** A text too large for Lambda (the merchants of a province, as CSV) goes compressed, which every client of HTTP undoes by itself. */
function fitting(answered: Answered): object {
  const { headers, body, isBase64Encoded } = answered;
  if (isBase64Encoded || Buffer.byteLength(body) <= mostBytes) return answered;
  const { 'content-length': _, ...others } = headers;
  return {
    ...answered,
    headers: { ...others, 'content-encoding': 'gzip' },
    body: gzipSync(body).toString('base64'),
    isBase64Encoded: true,
  };
}

/** The secrets of the origin, separated by commas: a new one is put in front, and the old one goes when CloudFront has the new. */
export const originSecrets = (env: Environment): string[] => setting(env, 'ORIGIN_SECRETS').split(',');

/** Whose request it is, for rate limits. */
export const viewerAddress = (c: Context): string => c.req.header(addressHeader) ?? '';
