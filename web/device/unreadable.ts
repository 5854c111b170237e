import { device } from './database.ts';
import type { Unreadable } from './device-schema.ts';

export type Aside = Unreadable & { name: string };

/** What was put aside of one person's work on this device: by its key or by what it says. */
export async function asideOf(personId: string): Promise<Aside[]> {
  const db = await device();
  const [names, values] = await Promise.all([db.getAllKeys('unreadable'), db.getAll('unreadable')]);
  return values
    .map((each, at) => ({ ...each, name: names[at] ?? '' }))
    .filter((each) => each.key.includes(personId) || tells(each.value, personId));
}

const tells = (value: unknown, personId: string): boolean => JSON.stringify(value ?? null).includes(personId);

/** All of it in one file, pictures too, to hand on to whoever can read it. */
export async function asideFile(all: readonly Aside[]): Promise<Blob> {
  const items = await Promise.all(all.map(async ({ name: _, ...each }) => ({ ...each, value: await plain(each.value) })));
  return new Blob([JSON.stringify({ product: 'pho-so', unreadable: items })], { type: 'application/json' });
}

export async function forgetAside(all: readonly Aside[]): Promise<void> {
  const tx = (await device()).transaction('unreadable', 'readwrite');
  await Promise.all([...all.map(({ name }) => tx.store.delete(name)), tx.done]);
}

async function plain(value: unknown): Promise<unknown> {
  if (value instanceof Blob) {
    const bytes = new Uint8Array(await value.arrayBuffer());
    return { type: value.type, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
  }
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([name, inner]) => [name, await plain(inner)] as const)));
}
