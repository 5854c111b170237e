import type * as z from 'zod/mini';
import { broughtForward, formOf } from './migrations/forward.ts';
import type { StoredType } from './migrations/step.ts';
import { liveFields, type Records, type RecordType, schemas } from './records.ts';

/**
 * A record as the table keeps it: what conditions look at, and the rest of the record as JSON under `data`. As text, because the database
 * never looks inside: nested maps take the local engine twice the time, and every field its notation.
 */
export type Item = {
  PK: string;
  SK: string;
  type: RecordType;
  schemaVersion: number;
  version: number;
  state?: string;
  actionId: string;
  digest: string;
  hash: string;
  data: string;
  live?: unknown;
  [index: string]: unknown;
};

export function itemOf<T extends RecordType>(
  type: T,
  record: Records[T],
  attributes: { PK: string; SK: string } & Record<string, string | undefined>,
): Item {
  const live = liveFields[type];
  const { version, trail, ...fields } = record as Records[T] & Record<string, unknown>;
  return {
    ...attributes,
    type,
    schemaVersion: formOf(type),
    version,
    state: fields['state'],
    ...trail,
    data: JSON.stringify(live ? { ...fields, [live]: undefined } : fields),
    live: live && fields[live],
  } as Item;
}

/**
 * The record of an item in today's form, parsed by its schema: what an older version stored is brought forward, what a newer one stored is
 * refused (`NewerData`). What then does not parse is a bug or a missing step, so it throws.
 */
export function recordOf<T extends RecordType>(type: T, item: Record<string, unknown>): Records[T] {
  const live = liveFields[type];
  const { version, actionId, digest, hash } = item;
  const data = broughtForward(type, item['schemaVersion'], JSON.parse(String(item['data'])) as Record<string, unknown>);
  return schemas[type].parse({
    ...data,
    version,
    trail: { actionId, digest, hash },
    ...(live && { [live]: item['live'] }),
  }) as Records[T];
}

/** What is kept beside records (a notice, a summary): in today's form, parsed by its schema. */
export const dataOf = <T>(type: Exclude<StoredType, RecordType>, schema: z.ZodMiniType<T>, item: Record<string, unknown>): T =>
  schema.parse(broughtForward(type, item['schemaVersion'], item['data'] as Record<string, unknown>));
