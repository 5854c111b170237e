import type { Page } from 'playwright-core';
import type { Dump } from './device-dump.ts';

/** Lays what a device kept into an origin that holds nothing yet, as the version that kept it would have: its stores, its version number. */
export const loaded = (page: Page, dump: Dump): Promise<void> =>
  page.evaluate(async (text) => {
    const { version, stores } = JSON.parse(text) as Dump;
    const done = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const whole = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(whole);
      if (typeof value !== 'object' || value === null) return value;
      const { $blob, type } = value as { $blob?: string; type?: string };
      if ($blob !== undefined) return new Blob([Uint8Array.from(atob($blob), (letter) => letter.charCodeAt(0))], { type: type ?? '' });
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, whole(inner)]));
    };
    const opening = indexedDB.open('pho-so', version);
    opening.onupgradeneeded = () => {
      for (const name of Object.keys(stores)) {
        const store = opening.result.createObjectStore(name);
        if (name === 'photos') store.createIndex('visit', 'visit');
      }
    };
    const db = await done(opening);
    const tx = db.transaction(Object.keys(stores), 'readwrite');
    for (const [name, kept] of Object.entries(stores))
      for (const { key, value } of kept) if (name !== 'session') tx.objectStore(name).put(whole(value), key);
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onerror = () => reject(tx.error);
    });
    db.close();
  }, JSON.stringify(dump));
