import { hc } from 'hono/client';
import type { Api } from '../../functions/api/api.ts';
import { currentLanguage } from '../language/language.tsx';
import { accessToken } from '../session/session.ts';
import { noteClock } from './clock.ts';
import { noteConnectivity } from './connectivity.ts';
import { Problem, type Refusal } from './problem.ts';

const offline = {
  vi: 'Chưa kết nối được máy chủ. Những gì đã nhập vẫn còn trên máy này.',
  en: 'The server cannot be reached. What you typed stays on this device.',
};

/** The server was not reached at all. */
export const noConnection = (): Refusal => ({ code: 'offline', status: 0, detail: offline[currentLanguage()] });

/** Our API with the types of its routes; hand what it gives to `ask`. */
export const api = hc<Api>('/api', { fetch: send });

export { ask } from './ask.ts';

/** `fetch` with the person's token (renewed once when it is refused) and language. Exported for downloads that are no JSON. */
export async function send(input: RequestInfo | URL, init: RequestInit = {}, token?: string): Promise<Response> {
  const bearer = token ?? (await accessToken().catch(lost));
  const headers = new Headers(init.headers);
  headers.set('accept-language', currentLanguage());
  if (bearer) headers.set('authorization', `Bearer ${bearer}`);
  const askedAt = Date.now();
  const response = await fetch(input, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    return lost();
  });
  noteConnectivity(true);
  noteClock(response.headers.get('date'), askedAt, Date.now());
  if (response.status !== 401 || !bearer || token) return response;
  const renewed = await accessToken(bearer).catch(lost);
  return renewed ? send(input, init, renewed) : response;
}

// The sign-in that cannot be renewed just now is no other trouble than a network that is gone.
function lost(): never {
  noteConnectivity(false);
  throw new Problem(noConnection());
}
