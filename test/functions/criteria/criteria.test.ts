import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import type { Checklist } from '../../../shared/criteria/checklist.ts';
import { checklistFaults, totalWeight } from '../../../shared/criteria/criteria-set.ts';
import { defaultChecklist } from '../../../shared/criteria/default-checklist.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { holding, issuer } from '../../support/instance.ts';
import { aFixture, twoQuestions } from '../../support/programme-fixture.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
let api: ReturnType<typeof createApi>;
let admin: Actor;
beforeAll(async () => {
  fixture = await aFixture();
  admin = await fixture.person('Lê Văn Quản', holding('admin', 'hong-bang'));
  api = createApi(fixture.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
});
afterAll(() => fixture.stop());

type Answer = { code?: string; fields?: { field: string; rule: string }[]; [name: string]: unknown };
async function ask(method: string, path: string, body?: object, by: Actor = admin): Promise<{ status: number; body: Answer }> {
  const answer = await api.request(`/api${path}`, {
    method,
    headers: { authorization: `Bearer ${by.id}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify({ actionId: uuidv7(), ...body }) }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

async function aDraft(checklist: Checklist = twoQuestions): Promise<string> {
  const id = uuidv7();
  const body = JSON.stringify({ id, authorityId: 'hong-bang', details: { name: 'Bộ tiêu chí Hồng Bàng', checklist } });
  const made = await api.request('/api/criteria-sets', {
    method: 'POST',
    headers: { authorization: `Bearer ${admin.id}`, 'content-type': 'application/json' },
    body,
  });
  expect(made.status, await made.clone().text()).toBe(201);
  return `/criteria-sets/${id}`;
}
const harder = { ...twoQuestions, passScore: 90 };

test('a published edition never changes: what is to change begins as a draft copy of the newest', async () => {
  const set = await aDraft();
  expect((await ask('PUT', `${set}/editions/1`, { version: 1, details: { name: 'Bộ 2023', checklist: harder } })).status).toBe(200);
  expect((await ask('POST', `${set}/editions/1/publication`, { version: 2 })).body).toMatchObject({ state: 'published', version: 3 });
  const late = await ask('PUT', `${set}/editions/1`, { version: 3, details: { name: 'Bộ 2023', checklist: twoQuestions } });
  expect(late.body).toMatchObject({ code: 'wrong-state', status: 409 });

  const next = await ask('POST', `${set}/editions`, {});
  expect(next.body).toMatchObject({ edition: 2, state: 'draft', name: 'Bộ 2023', checklist: { passScore: 90 } });
  await ask('PUT', `${set}/editions/2`, { version: 1, details: { name: 'Bộ 2024', checklist: twoQuestions } });
  expect((await ask('GET', `${set}/editions/1`)).body).toMatchObject({ name: 'Bộ 2023', checklist: { passScore: 90 } });
});

test('a set has one draft at a time, also when two administrators press at once', async () => {
  const set = await aDraft();
  expect((await ask('POST', `${set}/editions`, {})).body.code).toBe('wrong-state');
  await ask('POST', `${set}/editions/1/publication`, { version: 1 });
  const both = await Promise.all([1, 2].map(() => ask('POST', `${set}/editions`, {})));
  expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
  expect((await ask('GET', `${set}/editions/3`)).status).toBe(404);
});

test('criteria that repeat a code, ask for more than everything or forget the streets are named by field, and are not published', async () => {
  const [first, second] = twoQuestions.criteria as [Checklist['criteria'][0], Checklist['criteria'][0]];
  const wrong: Checklist = {
    passScore: 80,
    criteria: [
      { ...first, appliesTo: ['market'] },
      { ...second, code: 'C01', appliesTo: ['market'], measure: { kind: 'computed', from: 'cashless-share', threshold: 80 } },
    ],
  };
  const set = await aDraft(wrong);
  const { status, body } = await ask('POST', `${set}/editions/1/publication`, { version: 1 });
  expect([status, body.code]).toEqual([422, 'invalid-input']);
  expect(body.fields?.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
    'checklist.criteria[1].code repeated',
    'checklist.criteria[1].measure.threshold too-long',
    'checklist.criteria no-street',
  ]);
});

test('a weight of nothing is refused at its own field before anything is stored', async () => {
  const set = await aDraft();
  const criteria = twoQuestions.criteria.map((each) => ({ ...each, weight: 0 }));
  const { body } = await ask('PUT', `${set}/editions/1`, { version: 1, details: { name: 'Bộ', checklist: { ...twoQuestions, criteria } } });
  expect(body.fields?.map(({ field }) => field)).toEqual(['details.checklist.criteria[0].weight', 'details.checklist.criteria[1].weight']);
});

test('an officer sees what may be chosen, retired editions told apart, and changes nothing', async () => {
  const set = await aDraft();
  await ask('POST', `${set}/editions/1/publication`, { version: 1 });
  expect((await ask('POST', `${set}/editions/1/retirement`, { version: 2 }, fixture.officer)).status).toBe(403);
  expect((await ask('POST', `${set}/editions/1/retirement`, { version: 2 })).body['state']).toBe('retired');
  const { body } = await ask('GET', '/authorities/hong-bang/criteria-sets', undefined, fixture.officer);
  const mine = (body['items'] as { id: string; state: string }[]).filter(({ id }) => set.endsWith(id));
  expect(mine.map(({ state }) => state)).toEqual(['retired']);
});

test('who changed a set and when stands in its history, and the chain is whole', async () => {
  const set = await aDraft();
  await ask('PUT', `${set}/editions/1`, { version: 1, details: { name: 'Bộ mới', checklist: harder } });
  const { body } = await ask('GET', `/history/criteria/${set.split('/').at(-1)}?edition=1`);
  expect(body['intact']).toBe(true);
  expect((body['items'] as { action: string }[]).map(({ action }) => action)).toEqual(['criteria.create', 'criteria.change']);
});

test('the default set of 18 weighs 100 for streets and 105 for markets, and could be published as it is', () => {
  expect([totalWeight(defaultChecklist, 'street'), totalWeight(defaultChecklist, 'market')]).toEqual([100, 105]);
  expect(checklistFaults(defaultChecklist)).toEqual([]);
});
