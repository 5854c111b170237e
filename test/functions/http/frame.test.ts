import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { openapiDocument } from '../../../functions/api/openapi.ts';
import { anInstance, type Instance, issuer } from '../../support/instance.ts';

let instance: Instance;
let api: ReturnType<typeof createApi>;
beforeAll(async () => {
  instance = await anInstance();
  api = createApi(instance.deps, {
    checkToken: async (token) =>
      token === 'stranger'
        ? { ok: true, value: { issuer, subject: 'nobody' } }
        : { ok: false, failure: { code: 'token-refused', reason: 'forged' } },
    log: () => {},
    addressOf: () => '',
    ready: () => true,
  });
});
afterAll(() => instance.stop());

test('no route but the public ones opens without a sign-in, with a forged token, or to a stranger', async () => {
  const document = (await openapiDocument()) as { paths: Record<string, Record<string, { 'x-policy'?: string }>> };
  const guarded = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, route]) => (route['x-policy'] ? [{ path: path.replace(/\{\w+\}/g, 'x'), method }] : [])),
  );
  expect(guarded.length).toBeGreaterThan(50);
  for (const { path, method } of guarded) {
    const ask = async (headers: Record<string, string>) => {
      const body = method === 'get' ? {} : { body: '{}' };
      const answer = await api.request(path, {
        method: method.toUpperCase(),
        headers: { 'content-type': 'application/json', ...headers },
        ...body,
      });
      return { status: answer.status, code: ((await answer.json()) as { code: string }).code };
    };
    expect(await ask({}), `${method} ${path}`).toEqual({ status: 401, code: 'not-signed-in' });
    expect(await ask({ authorization: 'Bearer forged' })).toEqual({ status: 401, code: 'token-refused' });
    expect(await ask({ authorization: 'Bearer stranger' })).toEqual({ status: 403, code: 'unknown-person' });
  }
});

test('an address that does not exist, a wrong method and a careless code each have their own problem', async () => {
  const codeOf = async (path: string, init?: RequestInit) => ((await (await api.request(path, init)).json()) as { code: string }).code;
  expect(await codeOf('/api/nothing')).toBe('no-such-route');
  expect(await codeOf('/api/health', { method: 'DELETE' })).toBe('wrong-method');
  expect(await codeOf('/api/public/certificates/abc')).toBe('code-unreadable');
  expect(await codeOf('/api/public/streets?cursor=nonsense')).toBe('invalid-input');
  expect(await codeOf('/api/public/streets?limit=100000')).toBe('invalid-input');
});

test('the page behind a QR code answers in words, runs no script and is never framed', async () => {
  const answer = await api.request('/C/000000000000');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  const page = await answer.text();
  expect(page).toContain('Không có giấy chứng nhận mang mã này');
  expect(page).not.toContain('<script');
  expect(await (await api.request('/C/%3Cscript%3Ealert(1)')).text()).not.toContain('<script>alert');
});
