import { generateSpecs } from 'hono-openapi';
import * as z from 'zod/mini';
import type { Deps } from '../deps.ts';
import { createApi } from './api.ts';
import { namedSchemas } from './openapi-schemas.ts';

/** The OpenAPI 3.1 document of every route, written from the routes themselves. Needs no running parts: nothing is called. */
export async function openapiDocument(): Promise<Record<string, unknown>> {
  const app = createApi({} as Deps, {
    checkToken: async () => ({ ok: false, failure: { code: 'not-signed-in' } }),
    log: () => {},
    addressOf: () => '',
    ready: () => true,
  });
  const document = await generateSpecs(app, {
    documentation: {
      info: {
        title: 'Phố Số',
        version: '0.1.0',
        description:
          'The registry and certification of cashless streets. `x-policy` names the line of the policy that a route is decided by.',
      },
      security: [{ person: [] }],
      components: {
        securitySchemes: { person: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT (at+jwt)' } },
        responses: {
          Problem: {
            description: 'What went wrong, as problem details (RFC 9457) with a stable code',
            content: {
              'application/problem+json': {
                schema: { $ref: '#/components/schemas/Problem' },
              },
            },
          },
        },
      },
    },
  } as Parameters<typeof generateSpecs>[1]);
  return withNames(closed(withoutTrail(document)) as Record<string, unknown>);
}

type Operations = Record<string, Record<string, { operationId?: string; responses: Record<string, unknown> }>>;

/** Every named schema once, references to it everywhere else, an id for every operation, and no answer that is never given. */
function withNames(document: Record<string, unknown>): Record<string, unknown> {
  const schemas = Object.entries(namedSchemas).map(([name, schema]): [string, unknown] => {
    const { $schema: _, ...json } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Record<string, unknown>;
    return [name, closed(withoutTrail(json))];
  });
  const names = new Map(schemas.map(([name, schema]) => [sorted(schema), name]));
  const referring = (value: unknown, own?: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => referring(each));
    if (typeof value !== 'object' || value === null) return value;
    const name = names.get(sorted(value));
    if (name !== undefined && name !== own) return { $ref: `#/components/schemas/${name}` };
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, referring(inner)]));
  };
  const paths = referring(document['paths']) as Operations;
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      operation.operationId = `${method}${path.replace(/^\/api/, '').replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())}`;
      // The validator's own answer: ours is a problem like every other refusal.
      delete operation.responses['400'];
    }
  const components = document['components'] as Record<string, unknown>;
  const own = Object.fromEntries(schemas.map(([name, schema]) => [name, referring(schema, name)]));
  return { ...document, paths, components: { ...components, schemas: own } };
}

/** Objects as they are answered and taken: a field that no schema names is none, unless the schema says what others may be. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, closed(each)]));
  const isObject = inner['type'] === 'object' && typeof inner['properties'] === 'object';
  return isObject && !('additionalProperties' in inner) ? { ...inner, additionalProperties: false } : inner;
}

/** JSON with the fields in order: the same schema reads the same, whoever wrote it. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The data layer's own bookkeeping is never shown, so the document does not speak of it either. */
function withoutTrail(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => each !== 'trail').map(withoutTrail);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (name === 'trail' ? [] : [[name, withoutTrail(inner)]])));
}
