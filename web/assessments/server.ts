import { hc } from 'hono/client';
import type { Api } from '../../functions/api/api.ts';
import { ask } from '../server/ask.ts';
import { Problem, type Refusal } from '../server/problem.ts';
import type { FieldServer } from './outbox.ts';

/** The outbox's server: our API over `send`, which signs each request; pages and the service worker sign in their own ways. */
export function fieldServer(send: typeof fetch): FieldServer {
  const api = hc<Api>('/api', { fetch: send });
  return {
    async sendPhoto({ actionId, sha256, bytes, name, contentType }) {
      const address = await ask(api.files.$post({ json: { actionId, sha256, size: bytes.size, name, contentType } }));
      const stored = await fetch(address.url, { method: 'PUT', headers: address.headers, body: bytes }).catch(() => {
        throw new Problem({ code: 'offline', status: 0, detail: '' });
      });
      if (!stored.ok) throw new Problem(await refusalOfStore(stored));
    },
    saveSheet: (id, json) => ask(api.nominations[':id'].assessment.$put({ param: { id }, json })),
    complete: (id, json) => ask(api.nominations[':id'].assessment.completion.$post({ param: { id }, json })),
  };
}

async function refusalOfStore(answer: Response): Promise<Refusal> {
  const body = (await answer.json().catch(() => ({}))) as Partial<Refusal>;
  return { code: 'unexpected', detail: `HTTP ${answer.status}`, ...body, status: answer.status };
}
