import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyRoutes } from '../../../functions/history/routes.ts';
import { jsonBody } from '../../../functions/http/guard.ts';
import type { Signed } from '../../../functions/http/route.ts';
import { meRoutes, peopleRoutes } from '../../../functions/people/routes.ts';
import { authorityProgrammeRoutes, programmeRoutes } from '../../../functions/programmes/routes.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { holding } from '../../support/instance.ts';
import { aFixture, type Fixture } from '../authorities/authority-fixture.ts';
import { newId, round2023 } from './programme.ts';

let fixture: Fixture;
let officer: Actor;
let app: Hono<Signed>;
beforeAll(async () => {
  fixture = await aFixture();
  officer = await fixture.person('Trần Thị Kinh Tế', holding('officer', 'hong-bang'));
  app = new Hono<Signed>()
    .use(async (c, next) => {
      c.set('actor', officer);
      await next();
    })
    .use(jsonBody(fixture.deps.now))
    .route('/me', meRoutes(fixture.deps))
    .route('/people', peopleRoutes(fixture.deps))
    .route('/programmes', programmeRoutes(fixture.deps))
    .route('/authorities', authorityProgrammeRoutes(fixture.deps))
    .route('/history', historyRoutes(fixture.deps));
});
afterAll(() => fixture.stop());

async function send(method: string, path: string, body?: unknown) {
  const init = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await app.request(path, { method, ...init });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('an officer sets up, opens, extends and closes a programme, and its history says why', async () => {
  const id = newId();
  const created = await send('POST', '/programmes', { id, details: round2023() });
  expect([created.status, created.body['state']]).toEqual([201, 'draft']);
  expect(created.body).not.toHaveProperty('trail');
  expect(await send('POST', '/programmes', { id, details: round2023() })).toEqual(created);

  const opened = await send('POST', `/programmes/${id}/opening`, { actionId: uuidv7(), version: 1 });
  expect([opened.status, opened.body['state']]).toEqual([200, 'open']);
  const later = { actionId: uuidv7(), version: 2, reason: 'Mưa bão', assessmentDueAt: '2023-11-12T17:00:00.000Z' };
  const extended = await send('POST', `/programmes/${id}/extension`, later);
  expect(extended.body).toMatchObject({ version: 3, assessmentDueAt: '2023-11-12T17:00:00.000Z' });
  expect(await send('POST', `/programmes/${id}/extension`, later)).toEqual(extended);
  const closed = await send('POST', `/programmes/${id}/closing`, { actionId: uuidv7(), version: 3 });
  expect(closed.body['state']).toBe('closed');

  const answered = await send('GET', `/history/programme/${id}`);
  expect(answered.body).toMatchObject({ intact: true, items: [{}, {}, { action: 'programme.extend', note: 'Mưa bão' }, {}] });
  expect((await send('GET', '/authorities/hong-bang/programmes')).body['items']).toHaveLength(1);
});

test('an extension without a reason or without a date is not understood, and a stale one gets the current programme', async () => {
  const id = newId();
  await send('POST', '/programmes', { id, details: round2023() });
  await send('POST', `/programmes/${id}/opening`, { actionId: uuidv7(), version: 1 });
  const extension = { actionId: uuidv7(), version: 2, reason: 'Mưa bão', assessmentDueAt: '2023-11-12T17:00:00.000Z' };
  const { reason: _, ...silent } = extension;
  const { assessmentDueAt: __, ...aimless } = extension;
  for (const body of [silent, aimless])
    expect((await send('POST', `/programmes/${id}/extension`, body)).body['code']).toBe('invalid-input');
  const stale = await send('POST', `/programmes/${id}/extension`, { ...extension, version: 1 });
  expect(stale).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', params: { current: { id, version: 2 } } } });
});

test('an officer sees who they are, and may not enter people', async () => {
  expect((await send('GET', '/me')).body).toEqual(officer);
  const details = { name: 'Ai đó', login: 'ai.do', authorityId: 'hong-bang', roles: [] };
  expect(await send('POST', '/people', { id: uuidv7(), details })).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
});
