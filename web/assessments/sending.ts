import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionId } from '../../shared/ids.ts';
import { send } from '../server/api.ts';
import { onFieldWork } from './device-store.ts';
import { flush, type Item, retryNow, unsent } from './outbox.ts';
import { fieldServer } from './server.ts';

const server = fieldServer(send);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits, in one tab at a time, and comes back when the next try is due. */
export async function sendNow(personId: string): Promise<void> {
  clearTimeout(timer);
  const next = await navigator.locks
    .request('pho-so.outbox', { ifAvailable: true }, async (lock) => {
      if (!lock) return 5000;
      const newActionId = () => uuidv7() as ActionId;
      return flush({ server, now: Date.now, random: Math.random, newActionId }, personId);
    })
    // The device itself refuses (full, say): it may be better in a minute.
    .catch(() => 60_000);
  if (next === undefined) return;
  timer = setTimeout(() => void sendNow(personId), Math.max(1000, Math.min(next, 60_000)));
  wakeLater();
}

/** Whether the browser calls the service worker when there is a network again (background sync). */
export const canWake = (): boolean => 'SyncManager' in globalThis;

/** Has the service worker called when there is a network and the app may be closed, where the browser can (Chrome on Android). */
function wakeLater(): void {
  type CanSync = { sync?: { register: (tag: string) => Promise<void> } };
  void navigator.serviceWorker?.ready.then((registration) => (registration as CanSync).sync?.register('outbox')).catch(() => {});
}

/** Sends without waiting for pauses: the person asked, or the network is back. */
export async function sendAtOnce(personId: string, which: 'everything' | 'offline'): Promise<void> {
  await retryNow(which).catch(() => {});
  await sendNow(personId);
}

/** Keeps the outbox going while the app is open: on opening, on reconnecting, on becoming visible, and by the clock. */
export function useSending(personId: string, on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const go = () => {
      if (document.visibilityState === 'visible') void sendNow(personId);
    };
    go();
    let soon: ReturnType<typeof setTimeout> | undefined;
    const off = onFieldWork(() => {
      clearTimeout(soon);
      soon = setTimeout(go, 1500);
    });
    const back = () => void sendAtOnce(personId, 'offline');
    window.addEventListener('online', back);
    document.addEventListener('visibilitychange', go);
    const every = setInterval(go, 60_000);
    return () => {
      off();
      clearTimeout(soon);
      clearTimeout(timer);
      clearInterval(every);
      window.removeEventListener('online', back);
      document.removeEventListener('visibilitychange', go);
    };
  }, [personId, on]);
}

/** What waits to be sent, kept fresh while the page is open. */
export function useUnsent(personId: string): Item[] {
  const queries = useQueryClient();
  useEffect(() => onFieldWork(() => void queries.invalidateQueries({ queryKey: ['unsent'] })), [queries]);
  return useQuery({ queryKey: ['unsent', personId], queryFn: () => unsent(personId), meta: { keep: false } }).data ?? [];
}
