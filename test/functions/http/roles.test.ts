import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { openapiDocument } from '../../../functions/api/openapi.ts';
import type { Role } from '../../../shared/people/person.ts';
import { type ActionName, type Grant, policy, type ScopeRelation } from '../../../shared/people/policy.ts';
import { issuer } from '../../support/instance.ts';
import { type Request, requests } from './requests.ts';
import { type Situations, situations } from './situations.ts';

type Who = keyof Situations['people'];
/** How each person stands to the records of Minh Khai in Hồng Bàng's programme: said here by hand, not computed by the product. */
const scopes: Record<Who, { role: Role; is: ScopeRelation[] }> = {
  ward: { role: 'ward', is: ['ward', 'any'] },
  'ward next door': { role: 'ward', is: ['any'] },
  'ward of another district': { role: 'ward', is: ['any'] },
  officer: { role: 'officer', is: ['over', 'advising', 'issuing', 'any'] },
  'officer of another district': { role: 'officer', is: ['any'] },
  assessor: { role: 'assessor', is: ['assigned', 'any'] },
  'assessor who is not assigned': { role: 'assessor', is: ['any'] },
  leader: { role: 'leader', is: ['over', 'advising', 'issuing', 'any'] },
  'leader of another district': { role: 'leader', is: ['any'] },
  city: { role: 'city', is: ['over', 'any'] },
  'city elsewhere': { role: 'city', is: ['any'] },
  admin: { role: 'admin', is: ['over', 'advising', 'issuing', 'any'] },
  'admin of the city': { role: 'admin', is: ['over', 'any'] },
  'admin elsewhere': { role: 'admin', is: ['any'] },
};
const everybody = Object.keys(scopes) as Who[];

const document = (await openapiDocument()) as { paths: Record<string, Record<string, { 'x-policy'?: ActionName }>> };
const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { 'x-policy': action }]) =>
    action ? [{ route: `${method.toUpperCase()} ${path}`, action }] : [],
  ),
);

let of: Situations;
let api: ReturnType<typeof createApi>;
beforeAll(async () => {
  of = await situations();
  api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
});
afterAll(() => of.town.stop());

async function send(who: Who, route: string, { path, body }: Request, actionId: string) {
  const answer = await api.request(path, {
    method: route.split(' ')[0] as string,
    headers: { authorization: `Bearer ${of.people[who].id}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body(actionId)) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (isJson(answer) ? JSON.parse(text) : { text }) as { code?: string } };
}

const isJson = (answer: Response): boolean => /json/.test(answer.headers.get('content-type') ?? '');

test('every guarded route has a request here, and every request a route', () => {
  expect(Object.keys(requests).sort()).toEqual(routes.map(({ route }) => route).sort());
});

test.each(routes)('$route is open to those whom the policy names for $action, and to nobody else', async ({ route, action }) => {
  const grants: readonly Grant[] = policy[action];
  const allowed = (who: Who) => grants.some(({ role, relation }) => scopes[who].role === role && scopes[who].is.includes(relation));
  const request = await (requests[route] as (typeof requests)[string])(of);
  expect(allowed(request.by)).toBe(true);

  const written = of.town.reported.length;
  for (const who of everybody.filter((each) => !allowed(each)))
    expect(await send(who, route, request, uuidv7()), who).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  expect(of.town.reported).toHaveLength(written);

  // Sent three times, changed once: a phone that lost the answer asks again.
  const actionId = uuidv7();
  const first = await send(request.by, route, request, actionId);
  expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
  const changed = of.town.reported.length;
  const again = await Promise.all([1, 2].map(() => send(request.by, route, request, actionId)));
  expect(again).toEqual([first, first]);
  expect(of.town.reported).toHaveLength(changed);

  // The others come too late or repeat what is done: whatever they hear, it is not that they may not.
  for (const who of everybody.filter((each) => allowed(each) && each !== request.by))
    expect((await send(who, route, request, uuidv7())).body.code, who).not.toBe('not-permitted');
});
