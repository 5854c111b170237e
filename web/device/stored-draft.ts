import * as z from 'zod/mini';
import { device } from './database.ts';
import { putAside, readOne } from './reading.ts';

const draft = z.object({ value: z.unknown(), savedAt: z.string(), version: z.optional(z.number()) });

/**
 * What was typed under a key, if the form that asks can show it. A form of today may have fields that the one of yesterday had not: they
 * begin as they do in an empty form. What it cannot show at all is put aside for the person.
 */
export async function keptDraft<T>(
  key: string,
  empty: T,
): Promise<{ value: T; savedAt: string; version?: number | undefined } | undefined> {
  const kept = await readOne('drafts', key, draft);
  if (!kept) return undefined;
  if (fits(empty, kept.value)) return { ...kept, value: filledUp(empty, kept.value) };
  await putAside(await device(), 'drafts', key);
  return undefined;
}

/** Whether a value is of the kinds that the empty form has: text for text, a list for a list, field by field. */
export function fits<T>(empty: T, value: unknown): value is T {
  if (empty === undefined || empty === null) return true;
  if (Array.isArray(empty)) return Array.isArray(value);
  if (typeof empty !== 'object') return typeof value === typeof empty;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields = new Map(Object.entries(value));
  return Object.entries(empty).every(
    ([name, inner]) => !fields.has(name) || fields.get(name) === undefined || fits(inner, fields.get(name)),
  );
}

const filledUp = <T>(empty: T, value: T): T =>
  typeof empty === 'object' && empty !== null && !Array.isArray(empty) ? { ...empty, ...value } : value;
