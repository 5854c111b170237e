import type { Context, MiddlewareHandler, TypedResponse } from 'hono';
import { describeRoute, resolver, validator } from 'hono-openapi';
import type { $ZodIssue, $ZodType } from 'zod/v4/core';
import type { Failure } from '../../shared/failure.ts';
import type { Actor } from '../../shared/person.ts';
import type { ActionName } from '../../shared/policy.ts';
import type { Result } from '../../shared/result.ts';
import { type Command, sha256 } from '../data/audit.ts';
import { faultsOf, problem } from './problem.ts';

export type Signed = { Variables: { actor: Actor; at: Date; bodyText: string } };

/** A route's line in OpenAPI and its line in the policy: a route cannot be declared without one. */
export function describe(action: ActionName | 'public', summary: string, answers: Schema): MiddlewareHandler {
  const tag = action.split('.')[0] as string;
  return describeRoute({
    tags: [tag],
    summary,
    ...(action === 'public' ? { security: [] } : { 'x-policy': action }),
    responses: {
      200: { description: summary, content: { 'application/json': { schema: resolver(answers) } } },
      default: { $ref: '#/components/responses/Problem' },
    },
  } as Parameters<typeof describeRoute>[0]);
}

/** The line of a route that answers a file to download, in one of these types. */
export function describeFile(action: ActionName | 'public', summary: string, types: readonly string[]): MiddlewareHandler {
  return describeRoute({
    tags: [action.split('.')[0] as string],
    summary,
    ...(action === 'public' ? { security: [] } : { 'x-policy': action }),
    responses: {
      200: {
        description: summary,
        content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', contentEncoding: 'binary' } }])),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  } as Parameters<typeof describeRoute>[0]);
}

/** The line of a route for everybody that takes a file as it is, of one of these types. */
export function describeUpload(summary: string, types: readonly string[], answers: Schema): MiddlewareHandler {
  const content = Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', contentEncoding: 'binary' } }]));
  return describeRoute({
    tags: ['public'],
    summary,
    security: [],
    requestBody: { required: true, content },
    responses: {
      200: { description: summary, content: { 'application/json': { schema: resolver(answers) } } },
      default: { $ref: '#/components/responses/Problem' },
    },
  } as Parameters<typeof describeRoute>[0]);
}

type Schema = $ZodType & Parameters<typeof resolver>[0];

/** Parses the path, the query or the JSON body; what does not fit is a problem that names the fields. */
export const path = <S extends Schema>(schema: S) => validator('param', schema, refuse);
export const queryString = <S extends Schema>(schema: S) => validator('query', schema, refuse);
export const body = <S extends Schema>(schema: S) => validator('json', schema, refuse);

function refuse(parsed: { success: boolean; error?: readonly unknown[] }, c: Context): Response | undefined {
  return parsed.success ? undefined : problem(c, { code: 'invalid-input', fields: faultsOf((parsed.error ?? []) as $ZodIssue[]) });
}

/** The action of this request: its client-made id, who acts, when and from where. */
export const actOf = (c: Context<Signed>, id: string): Command => ({
  id,
  digest: sha256(`${c.req.method} ${c.req.path}\n${c.var.bodyText}`),
  by: c.var.actor,
  at: c.var.at.toISOString(),
  from: (c.req.header('user-agent') ?? '').slice(0, 120),
});

/** A value as it leaves the server: the data layer's own bookkeeping stays behind. */
export type Public<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly unknown[]
    ? { [K in keyof T]: Public<T[K]> }
    : { [K in keyof T as K extends 'trail' ? never : K]: Public<T[K]> };

/** Answers an action: the value as JSON, or the failure as a problem. A bare failure says nothing about the type of the success. */
export function answer(c: Context, result: { ok: false; failure: Failure }): never;
export function answer<T>(
  c: Context,
  result: Result<T, Failure>,
  status?: 200 | 201,
): Response & TypedResponse<Public<T>, 200 | 201, 'json'>;
export function answer<T>(c: Context, result: Result<T, Failure>, status: 200 | 201 = 200) {
  if (!result.ok) return problem(c, result.failure) as never;
  return c.json(withoutTrail(result.value) as Public<T>, status) as never;
}

function withoutTrail(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTrail);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (name === 'trail' ? [] : [[name, withoutTrail(inner)]])));
}
