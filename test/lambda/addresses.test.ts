import { afterAll, beforeAll, expect, test } from 'vitest';
import { openapiDocument } from '../../functions/openapi.ts';
import { addresses, type HttpDoor } from '../../infra/aws/addresses.ts';
import { allowedBy, documented, everyMethod } from '../http/documented.ts';
import { aTownBehindDoors, type TownBehindDoors } from './doors.ts';
import { type Answer, httpEvent } from './events.ts';

let town: TownBehindDoors;
beforeAll(async () => {
  town = await aTownBehindDoors();
});
afterAll(() => town.stop());

/** The door that API Gateway chooses: the longest address that fits, one with every part named before one with a rest. */
function doorOf(method: string, path: string): HttpDoor {
  const fitting = (Object.keys(addresses) as HttpDoor[]).flatMap((door) =>
    addresses[door].flatMap((address) => {
      const [verb, pattern] = address.split(' ') as [string, string | undefined];
      if (pattern === undefined || !(verb === 'ANY' || verb === method)) return [];
      const fits = new RegExp(`^${pattern.replace(/[{]rest[+][}]/, '.+').replace(/[{]\w+[}]/g, '[^/]+')}$`).test(path);
      return fits ? [{ door, weight: (pattern.includes('+') ? 0 : 1000) + pattern.length }] : [];
    }),
  );
  return fitting.sort((a, b) => b.weight - a.weight)[0]?.door ?? 'public';
}

test('every route of the API is known to the door that API Gateway sends it to', async () => {
  const document = (await openapiDocument()) as { paths: Record<string, Record<string, { 'x-policy'?: string }>> };
  const counted: Partial<Record<HttpDoor, number>> = {};
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, route] of Object.entries(methods)) {
      const verb = method.toUpperCase();
      const address = path.replace(/[{]\w+[}]/g, 'x');
      const name = doorOf(verb, address);
      const door = await town.door<(event: object, context: object) => Promise<Answer>>(name);
      const answer = await door(httpEvent(verb, address, verb === 'GET' ? {} : { body: {} }), {});
      if (route['x-policy']) {
        // Known: asked to sign in, and with a token of nobody it is the person who is unknown, not the route.
        expect([verb, path, name, answer.statusCode]).toEqual([verb, path, name, 401]);
        const signed = { authorization: `Bearer ${await town.around.token('nobody')}` };
        const asked = await door(httpEvent(verb, address, { headers: signed, ...(verb === 'GET' ? {} : { body: {} }) }), {});
        expect([verb, path, asked.statusCode]).toEqual([verb, path, 403]);
      } else expect(answer.body, `${verb} ${path} at ${name}`).not.toContain('no-such-route');
      counted[name] = (counted[name] ?? 0) + 1;
    }
  expect(Object.keys(counted).sort()).toEqual(['api', 'documents', 'lists', 'papers', 'public']);
  expect(counted.api).toBeGreaterThan(50);
});

test('behind the doors every address names its methods in Allow to every other method, as on one machine', async () => {
  for (const { address, allowed } of await documented())
    for (const method of everyMethod) {
      if (allowed.includes(method) && method !== 'OPTIONS') continue;
      const door = await town.door<(event: object, context: object) => Promise<Answer>>(doorOf(method, address));
      const { statusCode, headers } = await door(httpEvent(method, address, ['GET', 'HEAD'].includes(method) ? {} : { body: {} }), {});
      expect([method, address, statusCode, allowedBy(headers['allow'])]).toEqual([
        method,
        address,
        method === 'OPTIONS' ? 204 : 405,
        allowed,
      ]);
    }
  for (const path of ['/api', '/api/nothing', '/api/streets/x/nothing', '/api/exports/nothing', '/api/public/nothing']) {
    const door = await town.door<(event: object, context: object) => Promise<Answer>>(doorOf('GET', path));
    const { statusCode, body } = await door(httpEvent('GET', path, {}), {});
    expect([path, statusCode, (JSON.parse(body) as { code: string }).code]).toEqual([path, 404, 'no-such-route']);
  }
});

test('a door answers the routes of its own group, and of no other', async () => {
  const officer = await town.signedIn(town.officer);
  const codeOf = async (name: HttpDoor, path: string) => {
    const door = await town.door<(event: object, context: object) => Promise<Answer>>(name);
    const { statusCode, body } = await door(httpEvent('GET', path, { headers: officer }), {});
    return statusCode === 404 ? (JSON.parse(body) as { code: string }).code : statusCode;
  };
  expect(await codeOf('api', '/api/me')).toBe(200);
  for (const name of ['lists', 'papers', 'documents', 'public'] as const) expect(await codeOf(name, '/api/me')).toBe('no-such-route');
});
