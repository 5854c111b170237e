import { hc } from 'hono/client';
import { v7 as uuidv7 } from 'uuid';
import type { Api } from '../../functions/api/api.ts';
import type { ActionId } from '../../shared/ids.ts';
import { ask } from '../server/ask.ts';
import { Problem } from '../server/problem.ts';
import { isUsable, leaveCopy, renewed, workersCopy } from '../session/tokens.ts';
import { flush, retryNow } from './outbox.ts';
import { fieldServer } from './server.ts';

/**
 * Sends what waits while no page is open: the service worker calls it when the browser has a network again. Throws when something is
 * left that another try may bring through, so that the browser comes back.
 */
export async function sendInBackground(): Promise<void> {
  const left = await navigator.locks.request('pho-so.outbox', { ifAvailable: true }, async (lock) => {
    // A page is at it.
    if (!lock || !(await workersCopy())) return undefined;
    const { id } = await ask(hc<Api>('/api', { fetch: send }).me.$get());
    await retryNow('offline');
    const outside = { server: fieldServer(send), now: Date.now, random: Math.random, newActionId: () => uuidv7() as ActionId };
    return flush(outside, id);
  });
  if (left !== undefined) throw new Error('something still waits to be sent');
}

const lost = (): never => {
  throw new Problem({ code: 'offline', status: 0, detail: '' });
};

async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const token = await accessToken().catch(lost);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return fetch(input, { ...init, headers }).catch(lost);
}

/** The access token from the copy that the pages leave; what is renewed here they find there. */
const accessToken = (): Promise<string | undefined> =>
  navigator.locks.request('pho-so.renew', async () => {
    const tokens = await workersCopy();
    if (!tokens || isUsable(tokens)) return tokens?.accessToken;
    const next = await renewed(tokens);
    if (next === 'refused') return undefined;
    await leaveCopy(next);
    return next.accessToken;
  });
