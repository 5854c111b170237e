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

const schemaVersion = 1;

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
    schemaVersion,
    version,
    state: fields['state'],
    ...trail,
    data: JSON.stringify(live ? { ...fields, [live]: undefined } : fields),
    live: live && fields[live],
  } as Item;
}

/** The record of an item, parsed by its schema: what does not parse is a bug or a missing migration, so it throws. */
export function recordOf<T extends RecordType>(type: T, item: Record<string, unknown>): Records[T] {
  const live = liveFields[type];
  const { version, actionId, digest, hash } = item;
  const data = JSON.parse(String(item['data'])) as Record<string, unknown>;
  return schemas[type].parse({
    ...data,
    version,
    trail: { actionId, digest, hash },
    ...(live && { [live]: item['live'] }),
  }) as Records[T];
}
