import { generateSpecs } from 'hono-openapi';
import { createApi } from './api.ts';
import type { Deps } from './deps.ts';

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
                schema: {
                  type: 'object',
                  required: ['type', 'status', 'code', 'detail'],
                  properties: {
                    type: { type: 'string' },
                    status: { type: 'integer' },
                    code: { type: 'string' },
                    detail: { type: 'string' },
                    fields: { type: 'array', items: { type: 'object' } },
                    params: { type: 'object' },
                  },
                },
              },
            },
          },
        },
      },
    },
  } as Parameters<typeof generateSpecs>[1]);
  return named(withoutTrail(document) as Document);
}

type Schema = Record<string, unknown>;
type Document = Record<string, unknown> & {
  paths: Record<string, Record<string, { responses: Record<string, { content?: { 'application/json'?: { schema: Schema } } }> }>>;
  components: { schemas?: Record<string, Schema> };
};

/** Records that many routes answer with, each named after a route that answers it: the document says them once. */
const records: Record<string, [path: string, method: string]> = {
  Nomination: ['/api/nominations/{id}', 'put'],
  Assessment: ['/api/nominations/{id}/assessment', 'put'],
  Certificate: ['/api/certificates/{code}', 'get'],
  Programme: ['/api/programmes/{id}', 'get'],
  Street: ['/api/streets/{id}', 'get'],
  Person: ['/api/people/{id}', 'get'],
  Authority: ['/api/authorities/{id}', 'get'],
};

function named(document: Document): Record<string, unknown> {
  const schemas = Object.entries(records).flatMap(([name, [path, method]]): [string, Schema][] => {
    const schema = document.paths[path]?.[method]?.responses['200']?.content?.['application/json']?.schema;
    return schema ? [[name, schema]] : [];
  });
  const names = new Map(schemas.map(([name, schema]) => [JSON.stringify(schema), name]));
  const referring = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(referring);
    if (typeof value !== 'object' || value === null) return value;
    const name = names.get(JSON.stringify(value));
    return name
      ? { $ref: `#/components/schemas/${name}` }
      : Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, referring(inner)]));
  };
  return {
    ...document,
    paths: referring(document.paths),
    components: { ...document.components, schemas: { ...document.components.schemas, ...Object.fromEntries(schemas) } },
  };
}

/** The data layer's own bookkeeping is never shown, so the document does not speak of it either. */
function withoutTrail(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => each !== 'trail').map(withoutTrail);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (name === 'trail' ? [] : [[name, withoutTrail(inner)]])));
}
