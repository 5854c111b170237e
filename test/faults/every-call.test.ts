import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createApi } from '../../functions/api/api.ts';
import { type Request, requests } from '../functions/http/requests.ts';
import { type Situations, situations } from '../functions/http/situations.ts';
import { issuer } from '../support/instance.ts';

/** What may befall one call to the database. A timeout tells nothing: what was asked may have been done. */
const troubles = ['throttled', 'conflict', 'timeout before', 'timeout after'] as const;
type Trouble = (typeof troubles)[number];

let of: Situations;
let api: ReturnType<typeof createApi>;
let logged: unknown[] = [];
const fault: { at: number; kind: Trouble; calls: number } = { at: 0, kind: 'throttled', calls: 0 };

beforeAll(async () => {
  of = await situations();
  of.town.deps.table.doc.middlewareStack.add(
    (next) => async (args) => {
      fault.calls += 1;
      if (fault.at !== fault.calls) return next(args);
      const trouble = errorOf(fault.kind, 'TransactItems' in args.input);
      if (fault.kind === 'timeout after') await next(args);
      throw trouble;
    },
    { step: 'initialize', priority: 'high' },
  );
  api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => logged.push(line),
    addressOf: () => '',
    ready: () => true,
  });
});
beforeEach(() => {
  logged = [];
});
afterEach(() => {
  fault.at = 0;
});
afterAll(() => of.town.stop());

test.each(Object.keys(requests))('%s: any one call to the database may fail, and the answer is right or says "busy"', async (route) => {
  // Each call fails once, with one trouble after the other; the soak gives every trouble to every call.
  const whole = Boolean(process.env['SOAK']);
  const kinds = whole ? troubles.map((_, index) => index) : [0];
  // Outside the soak a reading route, which changes nothing, is hurt in one of its calls, another one in every route.
  const one = 1 + (Object.keys(requests).indexOf(route) % 3);
  const [first, last] = whole || !route.startsWith('GET ') ? [1, 40] : [one, one];
  for (const turn of kinds) {
    for (let call = first; call <= last; call++) {
      const request = await (requests[route] as (typeof requests)[string])(of);
      const actionId = uuidv7();
      const kind = troubles[(call + turn) % troubles.length] as Trouble;
      Object.assign(fault, { at: call, kind, calls: 0 });
      const hurt = await send(route, request, actionId);
      const reached = fault.calls >= call;
      fault.at = 0;
      const output = `${kind} at call ${call}: ${JSON.stringify(hurt.body).slice(0, 300)}`;
      expect(hurt.status === 503 ? hurt.body.code : hurt.status < 300, output).toBe(hurt.status === 503 ? 'busy' : true);
      const again = await send(route, request, actionId);
      expect(again.status, `after ${output}, again: ${JSON.stringify(again.body).slice(0, 300)}`).toBeLessThan(300);
      if (hurt.status < 300) expect(again, output).toEqual(hurt);
      if (!reached) break;
    }
  }
  expect(logged).toEqual([]);
});

test('a table that stays throttled is "busy" to everybody who reads, and nothing breaks', async () => {
  const request = await (requests['GET /api/streets/{id}'] as (typeof requests)[string])(of);
  const doc = of.town.deps.table.doc;
  doc.middlewareStack.add(() => async () => Promise.reject(errorOf('throttled', false)), {
    step: 'initialize',
    name: 'throttle',
    priority: 'high',
  });
  const answer = await send('GET /api/streets/{id}', request, uuidv7());
  doc.middlewareStack.remove('throttle');
  expect(answer).toMatchObject({ status: 503, body: { code: 'busy' } });
});

async function send(route: string, { by, path, body }: Request, actionId: string) {
  const answer = await api.request(path, {
    method: route.split(' ')[0] as string,
    headers: { authorization: `Bearer ${of.people[by].id}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body(actionId)) }),
  });
  // Exports answer with a table: text that must be the same, and refusals as ever.
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, body: (isJson ? await answer.json() : { table: await answer.text() }) as { code?: string } };
}

function errorOf(kind: Trouble, transaction: boolean): Error {
  if (kind === 'conflict' && transaction)
    return new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
    });
  const name = kind.startsWith('timeout') ? 'TimeoutError' : 'ThrottlingException';
  return Object.assign(new Error(name), { name });
}
