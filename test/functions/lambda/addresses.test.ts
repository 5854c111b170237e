import { afterAll, beforeAll, expect, test } from 'vitest';
import { openapiDocument } from '../../../functions/api/openapi.ts';
import { addresses, type HttpHandler } from '../../../infra/aws/addresses.ts';
import { allowedBy, documented, everyMethod } from '../http/documented.ts';
import { type Answer, httpEvent } from './events.ts';
import { aFixtureBehindHandlers, type FixtureBehindHandlers } from './handlers.ts';

let fixture: FixtureBehindHandlers;
beforeAll(async () => {
  fixture = await aFixtureBehindHandlers();
});
afterAll(() => fixture.stop());

/** The handler that API Gateway chooses: the longest address that fits, one with every part named before one with a rest. */
function handlerOf(method: string, path: string): HttpHandler {
  const fitting = (Object.keys(addresses) as HttpHandler[]).flatMap((handler) =>
    addresses[handler].flatMap((address) => {
      const [verb, pattern] = address.split(' ') as [string, string | undefined];
      if (pattern === undefined || !(verb === 'ANY' || verb === method)) return [];
      const fits = new RegExp(`^${pattern.replace(/[{]rest[+][}]/, '.+').replace(/[{]\w+[}]/g, '[^/]+')}$`).test(path);
      return fits ? [{ door: handler, weight: (pattern.includes('+') ? 0 : 1000) + pattern.length }] : [];
    }),
  );
  return fitting.sort((a, b) => b.weight - a.weight)[0]?.door ?? 'public';
}

test('every route of the API is known to the handler that API Gateway sends it to', async () => {
  const document = (await openapiDocument()) as { paths: Record<string, Record<string, { 'x-policy'?: string }>> };
  const counted: Partial<Record<HttpHandler, number>> = {};
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, route] of Object.entries(methods)) {
      const verb = method.toUpperCase();
      const address = path.replace(/[{]\w+[}]/g, 'x');
      const name = handlerOf(verb, address);
      const handler = await fixture.handler<(event: object, context: object) => Promise<Answer>>(name);
      const answer = await handler(httpEvent(verb, address, verb === 'GET' ? {} : { body: {} }), {});
      if (route['x-policy']) {
        // Known: asked to sign in, and with a token of nobody it is the person who is unknown, not the route.
        expect([verb, path, name, answer.statusCode]).toEqual([verb, path, name, 401]);
        const signed = { authorization: `Bearer ${await fixture.around.token('nobody')}` };
        const asked = await handler(httpEvent(verb, address, { headers: signed, ...(verb === 'GET' ? {} : { body: {} }) }), {});
        expect([verb, path, asked.statusCode]).toEqual([verb, path, 403]);
      } else expect(answer.body, `${verb} ${path} at ${name}`).not.toContain('no-such-route');
      counted[name] = (counted[name] ?? 0) + 1;
    }
  expect(Object.keys(counted).sort()).toEqual(['api', 'documents', 'lists', 'papers', 'public']);
  expect(counted.api).toBeGreaterThan(50);
});

test('behind the handlers every address names its methods in Allow to every other method, as on one machine', async () => {
  for (const { address, allowed } of await documented())
    for (const method of everyMethod) {
      if (allowed.includes(method) && method !== 'OPTIONS') continue;
      const handler = await fixture.handler<(event: object, context: object) => Promise<Answer>>(handlerOf(method, address));
      const { statusCode, headers } = await handler(httpEvent(method, address, ['GET', 'HEAD'].includes(method) ? {} : { body: {} }), {});
      expect([method, address, statusCode, allowedBy(headers['allow'])]).toEqual([
        method,
        address,
        method === 'OPTIONS' ? 204 : 405,
        allowed,
      ]);
    }
  for (const path of ['/api', '/api/nothing', '/api/streets/x/nothing', '/api/exports/nothing', '/api/public/nothing']) {
    const handler = await fixture.handler<(event: object, context: object) => Promise<Answer>>(handlerOf('GET', path));
    const { statusCode, body } = await handler(httpEvent('GET', path, {}), {});
    expect([path, statusCode, (JSON.parse(body) as { code: string }).code]).toEqual([path, 404, 'no-such-route']);
  }
});

test('a handler answers the routes of its own group, and of no other', async () => {
  const officer = await fixture.signedIn(fixture.officer);
  const codeOf = async (name: HttpHandler, path: string) => {
    const handler = await fixture.handler<(event: object, context: object) => Promise<Answer>>(name);
    const { statusCode, body } = await handler(httpEvent('GET', path, { headers: officer }), {});
    return statusCode === 404 ? (JSON.parse(body) as { code: string }).code : statusCode;
  };
  expect(await codeOf('api', '/api/me')).toBe(200);
  for (const name of ['lists', 'papers', 'documents', 'public'] as const) expect(await codeOf(name, '/api/me')).toBe('no-such-route');
});
