import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { rateLimit } from '../../../functions/http/guard.ts';
import { clientAddress, networkOf } from '../../../infra/local/client-address.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** A street's public page behind so many proxies of ours, where each address may ask twice a minute. */
async function aServer(proxies: number): Promise<(forwarded?: string) => Promise<number>> {
  const addressOf = clientAddress(proxies);
  const now = new Date('2023-10-20T02:00:00.000Z');
  const app = new Hono<{ Bindings: { incoming: Parameters<typeof addressOf>[0] } }>();
  app.use(
    rateLimit(
      2,
      (c) => addressOf(c.env.incoming),
      () => now,
    ),
  );
  app.get('/', (c) => c.text('đây'));
  const answer = getRequestListener(app.fetch);
  const listening = createServer((request, response) => void answer(request, response));
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return async (forwarded) => (await fetch(origin, { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } })).status;
}

test('who reaches the machine directly is counted as one, whatever address they say they have', async () => {
  const ask = await aServer(0);
  expect([await ask('1.1.1.1'), await ask('2.2.2.2'), await ask('3.3.3.3'), await ask()]).toEqual([200, 200, 429, 429]);
});

test('behind our proxy people are counted each for themselves, and what they wrote in front of their address counts for nothing', async () => {
  const ask = await aServer(1);
  expect([await ask('113.160.1.1'), await ask('113.160.1.1'), await ask('113.160.1.1')]).toEqual([200, 200, 429]);
  expect(await ask('9.9.9.9, 113.160.1.1')).toBe(429);
  expect(await ask('113.160.1.1, 113.160.1.2')).toBe(200);
});

test('behind two proxies the address that the outer one heard counts', async () => {
  const ask = await aServer(2);
  expect([await ask('7.7.7.7, 113.160.1.1, 10.0.0.2'), await ask('8.8.8.8, 113.160.1.1, 10.0.0.2')]).toEqual([200, 200]);
  expect(await ask('9.9.9.9, 113.160.1.1, 10.0.0.2')).toBe(429);
});

test('a proxy that says no address, or none that is one, is counted itself', async () => {
  const ask = await aServer(1);
  expect([await ask(), await ask('unknown'), await ask('<script>')]).toEqual([200, 200, 429]);
});

test('all addresses of one home are one, however they are written', () => {
  const home = ['2001:db8::1', '2001:db8::2:1', '2001:DB8:0:0:ffff:1:2:3', '2001:0db8:0000::9'];
  expect(new Set(home.map(networkOf))).toEqual(new Set(['2001:db8:0:0']));
  expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8::1'));
  expect(networkOf('::ffff:113.160.1.1')).toBe('113.160.1.1');
  expect(networkOf('::1')).toBe('0:0:0:0');
});
