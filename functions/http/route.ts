import type { Context, MiddlewareHandler, TypedResponse } from 'hono';
import { describeRoute, resolver, validator } from 'hono-openapi';
import type { $ZodIssue, $ZodType, output } from 'zod/v4/core';
import type { Failure } from '../../shared/failures/failure.ts';
import type { Actor } from '../../shared/people/person.ts';
import type { ActionName } from '../../shared/people/policy.ts';
import type { Result } from '../../shared/result.ts';
import { type Command, sha256 } from '../data/audit.ts';
import { faultsOf, problem } from './problem.ts';

export type Signed = { Variables: { actor: Actor; at: Date; bodyText: string } };

/**
 * What a route answers when it succeeds: JSON of a schema by its status; a schema alone is answered with 200. `problem` stands by a status
 * that is no fault and yet brings nothing (202: not made yet).
 */
export type Replies = Schema | { readonly 200?: Schema; readonly 201?: Schema; readonly 202?: 'problem' };
type ByStatus<R extends Replies> = R extends Schema ? { 200: R } : R;
type SuccessOf<R extends Replies> = keyof ByStatus<R> & (200 | 201);
/** The JSON that a route has declared. */
type SaidBy<R extends Replies> = ByStatus<R>[SuccessOf<R>] extends infer S extends Schema ? Public<output<S>> : never;
/** The variables of a route that has declared what it answers. */
export type Declared<R extends Replies> = { Variables: { replies: R } };

/** A route's line in OpenAPI, its line in the policy, and what it may answer: `answer` takes nothing else. */
export function describe<const R extends Replies>(
  action: ActionName | 'public',
  summary: string,
  replies: R,
): MiddlewareHandler<Declared<R>> {
  return declaring(replies, {
    tags: [action.split('.')[0] as string],
    summary,
    ...(action === 'public' ? { security: [] } : { 'x-policy': action }),
    responses: responsesOf(summary, replies),
  });
}

/** The route's description, and its replies where `answer` finds them. */
function declaring<R extends Replies>(replies: R, spec: object): MiddlewareHandler<Declared<R>> {
  const declare: MiddlewareHandler<Declared<R>> = async (c, next) => {
    c.set('replies', replies);
    await next();
  };
  return Object.assign(declare, describeRoute(spec as Parameters<typeof describeRoute>[0]));
}

const isSchema = (replies: Replies): replies is Schema => '_zod' in replies;

function responsesOf(summary: string, replies: Replies): object {
  const json = (schema: Schema) => ({ description: summary, content: { 'application/json': { schema: resolver(schema) } } });
  const said = Object.entries(isSchema(replies) ? { 200: replies } : replies).map(([status, reply]) => [
    status,
    reply === 'problem' ? { $ref: '#/components/responses/Problem' } : json(reply as Schema),
  ]);
  return { ...Object.fromEntries(said), default: { $ref: '#/components/responses/Problem' } };
}

/** The line of a route that answers a file to download, in one of these types; `304` when it may find that the caller has it already. */
export function describeFile(action: ActionName | 'public', summary: string, types: readonly string[], unchanged?: 304): MiddlewareHandler {
  return describeRoute({
    tags: [action.split('.')[0] as string],
    summary,
    ...(action === 'public' ? { security: [] } : { 'x-policy': action }),
    responses: {
      200: {
        description: summary,
        content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', contentEncoding: 'binary' } }])),
      },
      ...(unchanged && { 304: { description: 'The caller has it already' } }),
      default: { $ref: '#/components/responses/Problem' },
    },
  } as Parameters<typeof describeRoute>[0]);
}

/** The line of a route for everybody that takes a file as it is, of one of these types. */
export function describeUpload<const R extends Replies>(
  summary: string,
  types: readonly string[],
  replies: R,
): MiddlewareHandler<Declared<R>> {
  const content = Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', contentEncoding: 'binary' } }]));
  return declaring(replies, {
    tags: ['public'],
    summary,
    security: [],
    requestBody: { required: true, content },
    responses: responsesOf(summary, replies),
  });
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
export const actOf = (c: Pick<Context<Signed>, 'req' | 'var'>, id: string): Command => ({
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

/** Names of fields that `T` has and `D` does not declare, however deep. */
type Undeclared<T, D> =
  Same<T, D> extends true
    ? never
    : unknown extends D
      ? never
      : T extends string | number | boolean | null | undefined
        ? never
        : T extends readonly (infer E)[]
          ? Undeclared<E, Extract<D, readonly unknown[]>[number]>
          : { [K in keyof T & string]-?: UndeclaredAt<T[K], D, K> }[keyof T & string];
type UndeclaredAt<T, D, K extends string> = K extends KeysOf<D> ? Undeclared<T, At<D, K>> : string extends KeysOf<D> ? never : K;
type KeysOf<D> = D extends unknown ? keyof D : never;
type At<D, K> = D extends unknown ? (K extends keyof D ? D[K] : never) : never;
type Same<A, B> = (<G>() => G extends A ? 1 : 2) extends <G>() => G extends B ? 1 : 2 ? true : false;
/** Nothing to add for a value as declared; otherwise what the compiler then misses names the fault. */
type AsDeclared<T, D> = [T] extends [D]
  ? [Undeclared<T, D>] extends [never]
    ? unknown
    : { undeclared: Undeclared<T, D> }
  : { declared: D };

/**
 * Answers an action: the value as the JSON that the route has declared, by the status it has declared, or the failure as a problem. A value
 * with a field too few, too many or of another type does not compile. A bare failure says nothing about the type of the success.
 */
export function answer(c: Context, result: { ok: false; failure: Failure }): never;
export function answer<R extends Replies, T>(
  c: { readonly var: { readonly replies: R } },
  result: Result<T, Failure> & AsDeclared<Public<T>, SaidBy<R>>,
): Response & TypedResponse<Public<T>, SuccessOf<R>, 'json'>;
export function answer(of: { readonly var: unknown }, result: Result<unknown, Failure>) {
  // The overloads ask for as much of a context as tells what its route has declared; it is always a whole one.
  const c = of as Context<Declared<Replies>>;
  if (!result.ok) return problem(c, result.failure) as never;
  const { replies } = c.var;
  return c.json(withoutTrail(result.value) as object, !isSchema(replies) && 201 in replies ? 201 : 200) as never;
}

function withoutTrail(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTrail);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (name === 'trail' ? [] : [[name, withoutTrail(inner)]])));
}
