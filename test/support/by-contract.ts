import { afterAll, expect, vi } from 'vitest';
import type { createApi as CreateApi } from '../../functions/api/api.ts';
import type { Exchange } from './contract.ts';

/**
 * Stands before every test file. In those that ask every route as every role, and wherever `CONTRACT=1` is set, whatever goes through the
 * API is held against docs/openapi.json.
 */
const held =
  Boolean(process.env['CONTRACT']) ||
  /test.functions.(http.(roles|frame)|public.list|merchants.merchants)[.]test/.test(expect.getState().testPath ?? '');
const contradictions: string[] = [];
let check: ((exchange: Exchange) => string[]) | undefined;

vi.mock('../../functions/api/api.ts', async (original) => {
  const api = await original<{ createApi: typeof CreateApi }>();
  return {
    ...api,
    createApi: (...of: Parameters<typeof CreateApi>) => {
      const app = api.createApi(...of);
      const fetch = app.fetch;
      app.fetch = async (request, ...more) => {
        const url = new URL(request.url);
        if (!held || !url.pathname.startsWith('/api/') || url.pathname === '/api/health') return fetch(request, ...more);
        const isJson = (from: Request | Response) => /json/.test(from.headers.get('content-type') ?? '');
        const sent = isJson(request) && !request.bodyUsed ? request.clone() : undefined;
        const response = await fetch(request, ...more);
        const read = isJson(response) && request.method !== 'HEAD' ? response.clone().text() : undefined;
        check ??= await reader();
        const { method } = request;
        const [asked, answered] = [await parsed(sent?.text()), await parsed(read)];
        const type = response.headers.get('content-type') ?? '';
        const exchange = { method, path: url.pathname, query: url.search, sent: asked, status: response.status, type, answered };
        if (method !== 'OPTIONS' && !(method === 'HEAD' && response.status >= 400))
          for (const fault of check(exchange)) contradictions.push(`${method} ${url.pathname} ${response.status}: ${fault}`);
        return response;
      };
      return app;
    },
  };
});

const reader = async () => {
  const { checkedIn, contract } = await import('./contract.ts');
  return contract(checkedIn());
};

const parsed = async (text: Promise<string> | undefined): Promise<unknown> => {
  try {
    return JSON.parse((await text) ?? 'null');
  } catch {
    return undefined;
  }
};

afterAll(() => expect([...new Set(contradictions)].slice(0, 40), 'what the API said or took against docs/openapi.json').toEqual([]));
