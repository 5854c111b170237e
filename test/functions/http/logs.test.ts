import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { key } from '../../../functions/data/table.ts';
import { listener } from '../../../infra/local/listener.ts';
import { issuer } from '../../support/instance.ts';
import { type Situations, situations } from './situations.ts';

/** What must never stand in a log, whole or in part. */
const personal = {
  name: 'Quán bà Hoàng Thị Mười Ba',
  owner: 'Hoàng Thị Mười Ba',
  phone: '0912987654',
  taxId: '031085123456',
  account: '19037766554433',
  note: 'con dâu trông quán',
};
const pieces = ['Mười Ba', 'Muoi Ba', 'muoi ba', '0912987', '031085123', '77665544', 'con dâu', 'muoiba', 'Quán bà'];

let of: Situations;
let api: ReturnType<typeof createApi>;
let lines: string[] = [];
const log = (line: object) => lines.push(JSON.stringify(line));
const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((each) =>
  vi.spyOn(console, each).mockImplementation((...words: unknown[]) => void lines.push(words.map(String).join(' '))),
);
beforeAll(async () => {
  of = await situations();
  api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log,
    addressOf: () => '',
    ready: () => true,
  });
});
beforeEach(() => {
  lines = [];
});
afterAll(async () => {
  for (const each of printed) each.mockRestore();
  await of.town.stop();
});

const send = async (who: keyof Situations['people'], method: string, path: string, body?: object | string) => {
  const answer = await api.request(path, {
    method,
    headers: { authorization: `Bearer ${of.people[who].id}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as { version: number } };
};
const silent = () => {
  for (const piece of pieces) expect(lines.filter((line) => line.includes(piece))).toEqual([]);
};
const shop = () => ({
  name: personal.name,
  owner: personal.owner,
  phone: personal.phone,
  taxId: personal.taxId,
  place: '12A',
  methods: [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: personal.account }],
  eInvoice: true,
  commitment: true,
  outreach: 'equipped',
  listed: false,
  note: personal.note,
});

/** A day's work with a shop and its owner, well done and badly. */
async function work(): Promise<number[]> {
  const { id: street } = await of.street();
  const merchant = uuidv7();
  const on = `/api/streets/${street}/merchants`;
  const person = { name: personal.owner, login: `muoiba-${uuidv7()}`, authorityId: 'hong-bang', roles: [] };
  const text = `TT\tTên cơ sở\tChủ\tSố nhà\tSĐT\tSố tài khoản\n1\t${personal.name}\t${personal.owner}\t1\t${personal.phone}\t${personal.account}\n`;
  const answers = [
    await send('ward', 'POST', on, { id: merchant, details: shop() }),
    await send('ward', 'POST', on, { id: merchant, details: { ...shop(), phone: personal.account } }),
    await send('ward', 'POST', on, JSON.stringify({ id: merchant, details: shop() }).slice(0, -9)),
    await send('ward of another district', 'POST', on, { id: uuidv7(), details: shop() }),
    await send('ward', 'POST', `${on}/${merchant}/account-reveal`, { actionId: uuidv7(), version: 1, reason: personal.note }),
    await send('ward', 'PUT', `${on}/${merchant}`, { actionId: uuidv7(), version: 9, details: shop() }),
    await send('officer', 'GET', `/api/authorities/hong-bang/merchants?name=${encodeURIComponent(personal.name)}`),
    await send('officer', 'GET', `/api/${encodeURIComponent(personal.owner)}/${personal.phone}`),
    await send('admin', 'POST', '/api/people', { id: uuidv7(), details: person }),
    await send('ward', 'POST', '/api/wards/minh-khai/imports/preview', { source: { kind: 'pasted', text } }),
  ];
  return answers.map(({ status }) => status);
}

test('a day of work with names, phones, accounts and tax codes, refusals too, leaves nothing in the log', async () => {
  expect(await work()).toEqual([201, 422, 400, 403, 200, 409, 200, 404, 201, 200]);
  expect(lines).toEqual([]);
});

test('when the database refuses and quotes what it was given, the log tells where, and not what', async () => {
  const { doc } = of.town.deps.table;
  doc.middlewareStack.add(
    (next) => async (args) => {
      const asked = JSON.stringify(args.input);
      if (!('TransactItems' in args.input) || !asked.includes('Mười Ba')) return next(args);
      throw Object.assign(new Error(`Value '${asked}' failed to satisfy constraint`), { name: 'ValidationException' });
    },
    { step: 'initialize', name: 'refuse', priority: 'high' },
  );
  expect(await work()).toContain(500);
  doc.middlewareStack.remove('refuse');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join()).toContain('ValidationException\\n    at ');
  silent();
});

test('a damaged record is logged without what is left of it, whoever stumbles over it', async () => {
  const { street, person } = { street: await of.street(), person: await of.person() };
  const { doc, name: TableName } = of.town.deps.table;
  for (const Key of [key.street(street.id), key.person(person.id)])
    await doc.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'SET #data = :damaged',
        ExpressionAttributeNames: { '#data': 'data' },
        ExpressionAttributeValues: { ':damaged': `Mười Ba, ${personal.phone}` },
      }),
    );
  expect((await send('ward', 'GET', `/api/streets/${street.id}`)).status).toBe(500);
  expect((await send('admin', 'GET', `/api/people/${person.id}`)).status).toBe(500);
  expect(lines).toHaveLength(2);
  silent();
});

test('the listener tells of what failed behind the scenes in the same way', async () => {
  const subscriber = listener(log);
  const failing = {
    ...of.town.deps,
    now: () => {
      throw new SyntaxError(`Unexpected token in ${personal.owner}`);
    },
  };
  subscriber.start(failing);
  subscriber.report([{ type: 'nomination', record: { programmeId: of.town.programmeId } }]);
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  await subscriber.stop();
  silent();
});
