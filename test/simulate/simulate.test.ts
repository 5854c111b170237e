import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRoutes } from '../functions/data/read-routes.ts';
import { buildRecords } from '../functions/data/record-builders.ts';
import { requests } from '../functions/http/requests.ts';
import { type Situations, situations } from '../functions/http/situations.ts';
import { asking, type Measured } from './ask.ts';
import { bills, busiestMonth } from './costs.ts';
import { country, filler } from './country.ts';
import { evening, hottest, popular } from './hottest.ts';
import { modelsOf } from './models.ts';

let of: Situations;
beforeAll(async () => {
  of = await situations();
});
afterAll(() => of.town.stop());

test('a ward of the simulated country is read through the API like one that people filled', async () => {
  const { table, random } = of.town.deps;
  const fill = filler(table, await modelsOf(of, await buildRecords(of)), random);
  expect(await fill(2)).toBe(2 * country.merchantsPerWard);
  const { once } = asking(of);
  const city = await once('GET', { by: 'city', path: '/api/wards/xa-0/streets' });
  expect(city.answer).toMatchObject({ items: [{ wardId: 'xa-0', above: ['hai-phong'] }] });
  const [street] = (city.answer as { items: { id: string }[] }).items;
  const shops = await once('GET', { by: 'city', path: `/api/streets/${street?.id}/merchants?limit=100` });
  expect((shops.answer as { items: unknown[] }).items).toHaveLength(100);
  expect(shops.calls.map(({ name }) => name)).toEqual(['Get', 'Get', 'Query']);
});

test('every route of the busiest month is one that is measured', () => {
  const measured = new Set([...Object.keys(readRoutes).map((route) => `GET ${route}`), ...Object.keys(requests)]);
  expect(Object.keys(busiestMonth).filter((route) => !measured.has(route))).toEqual([]);
});

test('the bill of a month adds up what its requests consume', () => {
  const one: Measured = { p50: 10, p95: 10, calls: 1, read: 2, written: 4 };
  const month = new Map(Object.keys(busiestMonth).map((route) => [route, one]));
  const requested = Object.values(busiestMonth).reduce((sum, times) => sum + times, 0);
  const database = bills(month, 0).find(({ part }) => part === 'DynamoDB');
  expect(database?.perWard).toBeCloseTo((requested * (2 * 0.125 + 4 * 0.625)) / 1e6, 9);
});

test('the busiest partition of the evening is the certificate that most people look at', () => {
  const call = (partition: string) => ({ name: 'Get', partition, read: 1, written: 0 });
  const hot = hottest([call('CERTIFICATE#A'), call('CERTIFICATE#A'), call('CERTIFICATE#B')], 3);
  const average = evening.verifications / (evening.hours * 3600);
  expect(hot.partition).toBe('CERTIFICATE#A');
  expect(hot.unitsPerSecond).toBeCloseTo((2 / 3) * average * evening.peak, 6);
  expect([0, 0.99].map((drawn) => popular(50, () => drawn))).toEqual([0, 47]);
});
