import type { ClientResponse } from 'hono/client';
import { Problem, type Refusal } from './problem.ts';

type BodyOf<Answer> = Answer extends ClientResponse<infer Body, number, 'json'> ? Body : never;

/** The body of a success; every other answer is thrown as a `Problem`. */
export async function ask<Answer extends ClientResponse<unknown>>(asked: Promise<Answer>): Promise<BodyOf<Answer>> {
  const response = await asked;
  const type = response.headers.get('content-type') ?? '';
  const body: unknown = type.includes('json') ? await response.json() : undefined;
  // "Not ready yet" (202) is a problem by its type, though a success by its number.
  if (response.ok && !type.includes('problem')) return body as BodyOf<Answer>;
  if (body && typeof body === 'object' && 'code' in body) throw new Problem({ ...(body as Refusal), status: response.status });
  throw new Problem({ code: 'unexpected', status: response.status, detail: `HTTP ${response.status}` });
}
