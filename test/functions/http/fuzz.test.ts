import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { openapiDocument } from '../../../functions/api/openapi.ts';
import { issuer } from '../../support/instance.ts';
import { fitting, hostile, type Schema, withPart } from './anything.ts';
import { type Request, requests } from './requests.ts';
import { details, type Situations, situations } from './situations.ts';

type Parameter = { in: string; name: string; schema: Schema };
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } };
const document = (await openapiDocument()) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
const named = document.components.schemas;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, path, operation })),
);
/** Requests for each route; a long run sets more of them. */
const runs = Number(process.env['FUZZ'] ?? 5);

let of: Situations;
let api: ReturnType<typeof createApi>;
let logged: unknown[] = [];
beforeAll(async () => {
  of = await situations();
  api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => logged.push(line),
    addressOf: () => uuidv7(),
    ready: () => true,
  });
});
beforeEach(() => {
  logged = [];
});
afterAll(() => of.town.stop());

/** What is done to a good request: `fits` and the parameters come from the schema or from nowhere. */
type Anything = {
  who: 'sender' | 'stranger' | 'nobody';
  path: { kind: 'good' } | { kind: 'parameters'; parameters: Record<string, unknown> } | { kind: 'raw'; part: string };
  query: Record<string, unknown>;
  body: { kind: 'good' | 'schema' | 'raw'; fits: unknown; taken: string[]; parts: [number, unknown][]; raw: string };
  contentType: string;
};

const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const rawBodies = ['', '{', 'null', '[]', '"x"', '{"a":1}}', '\0', '{"__proto__":{"actionId":1}}', '{"a":1,"a":2}', deep, `{"a":${deep}}`];
const rawParts = ['%', '%00', '%ff%fe', '%ED%A0%80', '..%2f..', '%2e%2e', 'a%23b', 'undefined', '%F0%9F%8F%AE', 'x'.repeat(5000)];
const types = ['text/plain', 'application/json; charset=utf-16', 'multipart/form-data', 'application/x-www-form-urlencoded', ''];

const mostly = <T, U>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: odd });

function anything({ operation }: (typeof operations)[number]): fc.Arbitrary<Anything> {
  const parameters = (place: string) =>
    Object.fromEntries(
      (operation.parameters ?? [])
        .filter((each) => each.in === place)
        .map(({ name, schema }) => [name, mostly(fitting(schema, named), hostile)]),
    );
  const schema = operation.requestBody?.content['application/json']?.schema ?? {};
  const fields = Object.keys(schema.properties ?? {}).filter((name) => !['id', 'actionId', 'version'].includes(name));
  return fc.record<Anything>({
    who: mostly(fc.constant('sender' as const), fc.constantFrom('stranger' as const, 'nobody' as const)),
    path: mostly(
      fc.constant({ kind: 'good' as const }),
      fc.oneof(
        fc.record({ kind: fc.constant('parameters' as const), parameters: fc.record(parameters('path')) }),
        fc.record({ kind: fc.constant('raw' as const), part: fc.constantFrom(...rawParts) }),
      ),
    ),
    query: fc.oneof(
      fc.constant({}),
      fc.record(parameters('query'), { requiredKeys: [] }),
      fc.dictionary(fc.string(), hostile, { maxKeys: 2 }),
    ),
    body: fc.record({
      kind: mostly(fc.constant('good' as const), fc.constantFrom('schema' as const, 'schema' as const, 'raw' as const)),
      fits: fitting(schema, named),
      taken: fc.subarray(fields),
      parts: mostly(fc.constant([]), fc.array(fc.tuple(fc.nat(), hostile), { minLength: 1, maxLength: 2 })),
      raw: fc.constantFrom(...rawBodies),
    }),
    contentType: fc.oneof({ weight: 12, arbitrary: fc.constant('application/json') }, fc.constantFrom(...types)),
  });
}

test.each(operations)(
  '$route: nothing that is sent breaks it, and a refusal says what is wrong',
  async (operation) => {
    const { route, path } = operation;
    const make = requests[route] ?? (async (): Promise<Request> => ({ by: 'ward', path: await publicPath(path) }));
    let request = await make(of);
    await fc.assert(
      fc.asyncProperty(anything(operation), async (odd) => {
        const answer = await api.request(addressOf(request.path, path, odd), {
          method: route.split(' ')[0] as string,
          headers: { authorization: `Bearer ${tokenOf(request, odd.who)}`, 'content-type': odd.contentType },
          ...(request.body && { body: bodyOf(request.body(uuidv7()), odd.body) }),
        });
        const text = await answer.text();
        expect(answer.status, `${text} ${JSON.stringify(logged)}`).toBeLessThan(500);
        if (answer.status >= 400) {
          expect(answer.headers.get('content-type'), text).toContain('application/problem+json');
          expect(JSON.parse(text)).toMatchObject({ status: answer.status, code: expect.any(String), detail: expect.any(String) });
        } else if (request.body) request = await make(of);
        expect(logged).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  },
  60_000 + runs * 500,
);

const publicPath = async (path: string): Promise<string> => {
  const { certificateCode, streetId } = await of.certified();
  return path.replace('{code}', certificateCode).replace('{id}', streetId).replace('{sha256}', '0'.repeat(64));
};

const tokenOf = (request: Request, who: Anything['who']): string =>
  who === 'sender' ? of.people[request.by].id : who === 'stranger' ? of.people['ward of another district'].id : uuidv7();

const inAddress = (value: unknown): string =>
  encodeURIComponent((typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 20_000).replace(/\p{Surrogate}/gu, '?'));

function addressOf(good: string, template: string, { path, query }: Anything): string {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1]));
  const [place = '', search] = good.split('?');
  const odd =
    path.kind === 'good'
      ? place
      : names.reduce((to, name) => to.replace(`{${name}}`, path.kind === 'raw' ? path.part : inAddress(path.parameters[name])), template);
  const asked = Object.entries(query).map(([name, value]) => `${inAddress(name)}=${inAddress(value)}`);
  return `${odd}?${[...(search ? [search] : []), ...asked].join('&')}`;
}

function bodyOf(good: object, { kind, fits, taken, parts, raw }: Anything['body']): string {
  if (kind === 'raw') return raw;
  const picked = Object.fromEntries(Object.entries(fits as object).filter(([name]) => taken.includes(name)));
  const begun: unknown = kind === 'good' ? { ...good, ...picked } : fits;
  return JSON.stringify(parts.reduce((value, [at, part]) => withPart(value, at, part), begun)) ?? '';
}

test('a shop may begin its name with a lantern and is found by it; half a lantern is no text', async () => {
  const street = await of.street();
  const enter = (name: string) => {
    const body = JSON.stringify({ id: uuidv7(), details: { ...details(), name } });
    return send('ward', `/api/streets/${street.id}/merchants`, { method: 'POST', body });
  };
  expect((await enter('🏮 Lẩu Đèn Lồng')).status).toBe(201);
  const found = await send('officer', `/api/authorities/hong-bang/merchants?name=${encodeURIComponent('🏮')}`);
  expect(await found.json()).toMatchObject({ items: [{ name: '🏮 Lẩu Đèn Lồng' }] });
  expect(await (await enter('Lẩu \ud83c')).json()).toMatchObject({ status: 400, code: 'malformed-json' });
});

test('a step on the map smaller than an atom is no step', async () => {
  const street = { id: uuidv7(), wardId: 'minh-khai', details: { kind: 'street', name: 'Bến Bính', line: [[5e-324, 20.9]] } };
  const entered = await send('ward', '/api/streets', { method: 'POST', body: JSON.stringify(street) });
  expect(await entered.json()).toMatchObject({ line: [[0, 20.9]] });
});

const send = async (who: keyof Situations['people'], path: string, init: RequestInit = {}): Promise<Response> =>
  api.request(path, { ...init, headers: { authorization: `Bearer ${of.people[who].id}`, 'content-type': 'application/json' } });
