import type * as z from 'zod/mini';
import { type Device, device } from './database.ts';
import type { DeviceSchema } from './device-schema.ts';
import type { SteppedStore } from './migrations/steps.ts';

type Value<S extends SteppedStore> = DeviceSchema[S]['value'];

/** What lies under a key, if it is what this version understands; otherwise it is put aside for the person, and nothing is there. */
export async function readOne<S extends SteppedStore>(
  store: S,
  key: string,
  holds: z.ZodMiniType<Value<S>>,
): Promise<Value<S> | undefined> {
  const db = await device();
  const raw: unknown = await db.get(store, key);
  if (raw === undefined) return undefined;
  const read = holds.safeParse(raw);
  if (!read.success) await putAside(db, store, key);
  return read.data;
}

/** Everything of a store that this version understands, with its keys; the rest is put aside. */
export async function readAll<S extends SteppedStore>(
  store: S,
  holds: z.ZodMiniType<Value<S>>,
): Promise<{ key: string; value: Value<S> }[]> {
  const db = await device();
  const [keys, values] = await Promise.all([db.getAllKeys(store), db.getAll(store)]);
  const all: { key: string; value: Value<S> }[] = [];
  for (const [at, key] of keys.entries()) {
    const read = holds.safeParse(values[at]);
    if (read.success) all.push({ key: String(key), value: read.data });
    else await putAside(db, store, String(key));
  }
  return all;
}

/** Moves a value to where the person finds it (`unreadable-note.tsx`), in one transaction: it lies in one of the two places, always. */
export async function putAside(db: Device, store: SteppedStore, key: string): Promise<void> {
  const tx = db.transaction([store, 'unreadable'], 'readwrite', { durability: 'strict' });
  const value: unknown = await tx.objectStore(store).get(key);
  if (value !== undefined) {
    await tx.objectStore('unreadable').put({ store, key, value, at: new Date().toISOString() }, `${store} ${key}`);
    await tx.objectStore(store).delete(key);
  }
  await tx.done;
  channel?.postMessage('put-aside');
  for (const hear of hearers) hear();
}

const hearers = new Set<() => void>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('pho-so.unreadable');
channel?.addEventListener('message', () => {
  for (const hear of hearers) hear();
});

/** Calls back when something was put aside. */
export function onPutAside(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}
