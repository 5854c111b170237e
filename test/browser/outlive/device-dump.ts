import type { Page } from 'playwright-core';

/** Everything of a device's IndexedDB by store and key, as JSON: a picture's bytes as `{ $blob: base64, type }`. */
export type Dump = { version: number; stores: Record<string, { key: IDBValidKey; value: unknown }[]>; storage: Record<string, string> };

/** Reads it out of a page. */
export const dumped = (page: Page): Promise<Dump> =>
  page.evaluate(async () => {
    const done = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const plain = async (value: unknown): Promise<unknown> => {
      if (value instanceof Blob) {
        const bytes = new Uint8Array(await value.arrayBuffer());
        return { $blob: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), type: value.type };
      }
      if (Array.isArray(value)) return Promise.all(value.map(plain));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([name, inner]) => [name, await plain(inner)])));
    };
    const db = await done(indexedDB.open('pho-so'));
    const stores: Record<string, { key: IDBValidKey; value: unknown }[]> = {};
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done<unknown[]>(store.getAll())]);
      stores[name] = await Promise.all(keys.map(async (key, at) => ({ key, value: await plain(values[at]) })));
    }
    const { version } = db;
    db.close();
    return { version, stores, storage: { ...localStorage } };
  });
