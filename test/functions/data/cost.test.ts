import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { openapiDocument } from '../../../functions/api/openapi.ts';
import { issuer } from '../../support/instance.ts';
import { type Situations, situations } from '../http/situations.ts';
import { type Limit, readRoutes } from './read-routes.ts';
import { type BuiltRecords, buildRecords } from './record-builders.ts';

const isExport = (route: string): boolean => route.startsWith('/api/exports/');
const kinds = (calls: string): string => [...new Set(calls.split(' '))].join(' ');

/** What shows the whole of one street, dossier or programme, or the first hundred (paid into one account, unread): as many calls, but more units. */
const whole = [
  '/api/public/map',
  '/api/public/certificate-list',
  '/tuyen-duong',
  '/api/programmes/{id}/ceremony',
  '/tuyen-duong/{id}',
  '/api/notices/unread',
  '/api/streets/{streetId}/merchants/{merchantId}/account-users',
  '/api/streets/{streetId}/duplicates',
  '/api/nominations/{id}',
  '/api/nominations/{id}/assessment',
  '/api/nominations/{id}/check',
  '/api/nominations/{id}/documents/submission',
  '/api/programmes/{id}/documents/recommendation',
  '/api/programmes/{id}/documents/decision',
  '/api/programmes/{id}/documents/results',
  '/api/nominations/{id}/changes',
  '/api/nominations/{id}/files/{sha256}',
];

let of: Situations;
let api: ReturnType<typeof createApi>;
let it: BuiltRecords;
let counted: { call: string; units: number }[] = [];
beforeAll(async () => {
  of = await situations();
  it = await buildRecords(of);
  of.town.deps.table.doc.middlewareStack.add(
    (next, context) => async (args) => {
      const input = args.input as { Key?: { PK: string } };
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      if (!input.Key?.PK.startsWith('LOGIN#'))
        counted.push({
          call: String(context['commandName']).replace(/(Item)?Command$/, ''),
          units: unitsOf(answer.output as Parameters<typeof unitsOf>[0]),
        });
      return answer;
    },
    { step: 'initialize', priority: 'high' },
  );
  api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
});
afterAll(() => of.town.stop());

async function cost(route: string): Promise<{ calls: string; units: number }> {
  const { path, by } = readRoutes[route] as Limit;
  counted = [];
  const answer = await api.request(path(it, of), { headers: { authorization: `Bearer ${of.people[by ?? 'officer'].id}` } });
  expect(answer.status, `${route}: ${await answer.text()}`).toBe(200);
  return {
    calls: counted
      .map(({ call }) => call)
      .sort()
      .join(' '),
    units: counted.reduce((sum, each) => sum + each.units, 0),
  };
}

test('every address that can be read has its limit here, and every limit an address', async () => {
  const document = (await openapiDocument()) as { paths: Record<string, Record<string, unknown>> };
  const read = Object.keys(document.paths).filter((path) => document.paths[path]?.['get']);
  expect(Object.keys(readRoutes).sort()).toEqual([...read, '/C/{code}', '/tuyen-duong', '/tuyen-duong/{id}'].sort());
});

test('a page costs the same calls and units with two hundred streets, merchants, nominations and steps as with ten, and never more than its limit', async () => {
  await it.grow(10);
  // The first look at a summary counts it; from then on it is kept.
  await cost('/api/programmes/{id}/summary');
  const ten = new Map<string, Awaited<ReturnType<typeof cost>>>();
  for (const route of Object.keys(readRoutes)) ten.set(route, await cost(route));
  await it.grow(200);
  for (const [route, { calls, units }] of Object.entries(readRoutes)) {
    const crowded = await cost(route);
    if (isExport(route)) {
      expect(kinds(crowded.calls), route).toBe(kinds(calls));
      continue;
    }
    expect(crowded.calls, route).toBe(calls);
    expect(crowded.units, route).toBeLessThanOrEqual(units);
    const before = ten.get(route);
    expect(before?.calls, route).toBe(calls);
    if (!whole.includes(route)) expect(crowded.units, route).toBe(before?.units);
  }
}, 60_000);

function unitsOf(output: { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] }): number {
  return [output.ConsumedCapacity ?? []].flat().reduce((sum, each) => sum + (each.CapacityUnits ?? 0), 0);
}
