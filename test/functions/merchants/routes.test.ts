import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Signed } from '../../../functions/http/route.ts';
import { importRoutes, previewRoutes } from '../../../functions/merchants/import-routes.ts';
import { merchantRoutes, merchantSearchRoutes } from '../../../functions/merchants/routes.ts';
import { streetRoutes, wardStreetRoutes } from '../../../functions/streets/routes.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { aFixture, aShop, type Fixture } from './merchant-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());

/** Sends a request as somebody who is signed in. */
async function send(as: Actor, method: string, path: string, body?: unknown) {
  const bodyText = body === undefined ? '' : JSON.stringify(body);
  const app = new Hono<Signed>()
    .use('*', async (c, next) => {
      c.set('actor', as);
      c.set('at', fixture.clock.at);
      c.set('bodyText', bodyText);
      return next();
    })
    .route('/wards', wardStreetRoutes(fixture.deps))
    .route('/wards', previewRoutes(fixture.deps))
    .route('/streets', streetRoutes(fixture.deps))
    .route('/streets', importRoutes(fixture.deps))
    .route('/streets', merchantRoutes(fixture.deps))
    .route('/authorities', merchantSearchRoutes(fixture.deps));
  const given = body === undefined ? {} : { body: bodyText, headers: { 'content-type': 'application/json' } };
  const response = await app.request(path, { method, ...given });
  return { status: response.status, text: await response.clone().text(), json: (await response.json()) as Record<string, unknown> };
}

test('from an empty street to a searched shop, no answer but the reveal shows an account', async () => {
  const { ward, officer } = fixture.people;
  const [streetId, id] = [uuidv7(), uuidv7()];
  const account = '0031000557859';
  const details = aShop({ name: 'Phở Hương', methods: [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account }] });
  const street = { id: streetId, wardId: 'phan-boi-chau', details: { kind: 'street', name: 'Tam Bạc' } };
  expect((await send(ward, 'POST', '/streets', street)).status).toBe(201);
  expect((await send(ward, 'GET', '/wards/phan-boi-chau/streets')).json['items']).toMatchObject([{ id: streetId, name: 'Tam Bạc' }]);

  const shop = `/streets/${streetId}/merchants/${id}`;
  const reason = 'Đối chiếu mã QR';
  const answers = [
    await send(ward, 'POST', `/streets/${streetId}/merchants`, { id, details }),
    await send(ward, 'GET', `/streets/${streetId}/merchants`),
    await send(ward, 'GET', shop),
    await send(officer, 'GET', '/authorities/hong-bang/merchants?name=pho'),
    await send(ward, 'POST', `${shop}/closing`, { actionId: uuidv7(), version: 1, reason }),
    await send(ward, 'POST', `${shop}/closing`, { actionId: uuidv7(), version: 1, reason }),
    await send(ward, 'POST', `${shop}/reopening`, { actionId: uuidv7(), version: 2 }),
    await send(ward, 'PUT', shop, { actionId: uuidv7(), version: 3, details }),
    await send(officer, 'POST', `${shop}/account-reveal`, { actionId: uuidv7(), version: 2, reason }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 409, 200, 200, 409]);
  for (const { text } of answers) {
    expect(text).toContain('••••7859');
    expect(text).not.toContain(account);
    expect(text).not.toContain('trail');
  }
  expect((await send(officer, 'POST', `${shop}/account-reveal`, { actionId: uuidv7(), version: 4, reason })).text).toContain(account);
  expect((await send(officer, 'GET', `${shop}/account-users`)).json).toEqual({ items: [] });
});

test('a list goes from the preview to the street', async () => {
  const { ward } = fixture.people;
  const street = await fixture.street('Hạ Lý');
  const source = await fixture.uploaded('ha-ly_ha-ly.csv');
  const seen = await send(ward, 'POST', '/wards/phan-boi-chau/imports/preview', { source, streetId: street.id });
  expect(seen.json).toMatchObject({ sheets: ['ha-ly_ha-ly'], reading: [{ street: 'Hạ Lý', totals: { rows: 41 }, duplicates: [] }] });

  const id = uuidv7();
  const plan = { source, rows: 'all', leaveOut: [], distinct: [] };
  const done = await send(ward, 'POST', `/streets/${street.id}/imports`, { id, plan });
  expect(done).toMatchObject({ status: 201, json: { state: 'done', written: 41 } });
  expect((await send(ward, 'GET', `/streets/${street.id}/imports/${id}`)).json).toEqual(done.json);
  expect((await send(ward, 'POST', `/streets/${street.id}/imports/${id}/continuation`, {})).json).toEqual(done.json);
  expect((await send(ward, 'GET', `/streets/${street.id}/duplicates`)).json).toEqual([]);
  expect((await send(ward, 'POST', `/streets/${street.id}/imports`, { id: 'x', plan })).status).toBe(422);
});
