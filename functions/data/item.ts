import { liveFields, type Records, type RecordType, schemas } from './records.ts';

/** A record as the table keeps it: what conditions look at beside the record itself, which stands whole under `data`. */
export type Item = {
  PK: string;
  SK: string;
  type: RecordType;
  schemaVersion: number;
  version: number;
  state?: string;
  actionId: string;
  digest: string;
  data: Record<string, unknown>;
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
  const fields: Record<string, unknown> = { ...record };
  if (live) delete fields[live];
  return {
    ...attributes,
    type,
    schemaVersion,
    version: record.version,
    state: 'state' in record ? record.state : undefined,
    actionId: record.trail.actionId,
    digest: record.trail.digest,
    data: fields,
    live: live ? (record as Record<string, unknown>)[live] : undefined,
  } as Item;
}

/** The record of an item, parsed by its schema: what does not parse is a bug or a missing migration, so it throws. */
export function recordOf<T extends RecordType>(type: T, item: Record<string, unknown>): Records[T] {
  const live = liveFields[type];
  const data = item['data'] as Record<string, unknown>;
  return schemas[type].parse(live ? { ...data, [live]: item['live'] } : data) as Records[T];
}
