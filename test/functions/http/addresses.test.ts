import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../../../infra/local/demo-fixtures.ts';
import { type Instance, startInstance } from '../../../infra/local/instance.ts';
import { signIn } from '../../../infra/local/sign-in.ts';
import { must } from '../../support/instance.ts';
import { allowedBy, type Documented, documented, everyMethod } from './documented.ts';

/** One machine as `npm start` runs it, with the app's pages behind the API. */
const dataDir = mkdtempSync(join(tmpdir(), 'pho-so-addresses-'));
let machine: Instance;
let token: string;
let addresses: Documented[];
beforeAll(async () => {
  // Written first: it takes so long that a connection of the sign-in would be closed meanwhile.
  addresses = await documented();
  const options = { host: 'localhost', port: 0, dataDir, demo: 'town' as const, webDir: '.build/web' };
  machine = must(await startInstance({ ...options, now: () => new Date(), log: () => {} }));
  token = (await signIn(machine.origin, 'minhkhai', demoPassword)).accessToken;
});
afterAll(async () => {
  await machine.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = async (path: string, method: string, more: Record<string, string> = {}) => {
  // Nothing is sent: an address and a sign-in are judged before anything is read.
  const answer = await fetch(`${machine.origin}${path}`, { method, headers: { 'content-type': 'application/json', ...more } });
  const text = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  const code = type.startsWith('application/problem+json') && text ? (JSON.parse(text) as { code: string }).code : undefined;
  return { status: answer.status, allow: answer.headers.get('allow'), code, type };
};

/** What an address answers to a method without a sign-in, beside what its route itself says. */
async function askStranger({ address, routes, allowed }: Documented, method: string): Promise<void> {
  const { status, allow, code } = await ask(address, method);
  const what = `${method} ${address}`;
  if (method === 'OPTIONS') {
    expect([what, status, allowedBy(allow)]).toEqual([what, 204, allowed]);
  } else if (!allowed.includes(method)) {
    expect([what, status, allowedBy(allow)]).toEqual([what, 405, allowed]);
    if (method !== 'HEAD') expect([what, code]).toEqual([what, 'wrong-method']);
  } else {
    const route = routes[method === 'HEAD' ? 'get' : method.toLowerCase()];
    if (route?.['x-policy']) expect([what, status]).toEqual([what, 401]);
    else expect(['no-such-route', 'wrong-method'], what).not.toContain(code);
  }
}

test('every address of the document has its methods, names them in Allow to every other, and asks strangers to sign in', async () => {
  expect(addresses.length).toBeGreaterThan(70);
  for (const each of addresses) for (const method of everyMethod) await askStranger(each, method);
});

test('under /api only the API answers: whatever has no address there is a problem, to strangers and to who is signed in', async () => {
  for (const path of ['/api', '/api/', '/api/nothing', '/api/authorities/', '/api/authorities/x/nothing', '/api/index.html', '/api/x.js'])
    for (const headers of [{}, { authorization: `Bearer ${token}` }, { accept: 'text/html' }])
      for (const method of ['GET', 'POST', 'OPTIONS'])
        expect([path, method, await ask(path, method, headers)]).toEqual([
          path,
          method,
          { status: 404, allow: null, code: 'no-such-route', type: 'application/problem+json; charset=utf-8' },
        ]);
  // An address that can only be written to, opened like a page by somebody who is signed in.
  const opened = await ask('/api/authorities', 'GET', { authorization: `Bearer ${token}`, accept: 'text/html' });
  expect([opened.status, opened.code, opened.allow]).toEqual([405, 'wrong-method', 'POST, OPTIONS']);
  expect((await ask('/mot-trang-cua-app', 'GET', { accept: 'text/html' })).type).toContain('text/html');
});
