import { Hono } from 'hono';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { answer, describe } from '../../../functions/http/route.ts';
import { maskedMerchant } from '../../../functions/merchants/show.ts';
import { ShownMerchant } from '../../../shared/merchants/masked-account.ts';
import type { Merchant } from '../../../shared/merchants/merchant.ts';
import { ok } from '../../../shared/result.ts';

const Street = z.object({ name: z.string(), stalls: z.optional(z.int()) });

test('a street is answered by the status that its route has declared', async () => {
  const app = new Hono()
    .post('/', describe('public', 'Enters a street', { 201: Street }), (c) => answer(c, ok({ name: 'Điện Biên Phủ' })))
    .get('/', describe('public', 'One street', Street), (c) => answer(c, ok({ name: 'Điện Biên Phủ', stalls: 3 })));
  expect((await app.request('/', { method: 'POST' })).status).toBe(201);
  const read = await app.request('/');
  expect([read.status, await read.json()]).toEqual([200, { name: 'Điện Biên Phủ', stalls: 3 }]);
});

test('what a route has not declared does not compile: a field of another type, too few, too many, an account that is not masked', () => {
  new Hono()
    // @ts-expect-error stalls are counted
    .get('/type', describe('public', 'One street', Street), (c) => answer(c, ok({ name: 'Lạch Tray', stalls: 'ba' })))
    // @ts-expect-error a street has a name
    .get('/few', describe('public', 'One street', Street), (c) => answer(c, ok({ stalls: 3 })))
    // @ts-expect-error nobody declared an owner
    .get('/many', describe('public', 'One street', Street), (c) => answer(c, ok({ name: 'Lạch Tray', owner: 'Lan' })))
    // @ts-expect-error nor one in a list
    .get('/list', describe('public', 'Streets', z.array(Street)), (c) => answer(c, ok([{ name: 'Lạch Tray', owner: 'Lan' }])));
  const shop = (merchant: Merchant) =>
    new Hono()
      .get('/', describe('public', 'A shop', ShownMerchant), (c) => answer(c, ok(maskedMerchant(merchant))))
      // @ts-expect-error its accounts could be read
      .get('/whole', describe('public', 'A shop', ShownMerchant), (c) => answer(c, ok(merchant)));
  expect(shop).toBeTypeOf('function');
});
