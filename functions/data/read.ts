import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Failure } from '../../shared/failures/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { recordOf } from './item.ts';
import type { Records, RecordType } from './records.ts';
import { retryWhileBusy } from './retry.ts';
import type { IndexName, Key, Table } from './table.ts';

/** One record by its key, read consistently: a decision is never taken on an old copy. */
export async function get<T extends RecordType>(table: Table, type: T, at: Key): Promise<Records[T] | undefined> {
  const item = await getItem(table, at);
  return item && recordOf(type, item);
}

/** One item that is no record (a counter, a slot, a summary), as stored. */
export async function getItem(table: Table, at: Key): Promise<Record<string, unknown> | undefined> {
  const { Item } = await retryWhileBusy(() => table.doc.send(new GetCommand({ TableName: table.name, Key: at, ConsistentRead: true })));
  return Item;
}

/** One record by something that leads to it (`aliasKeysOf`), in two reads. */
export async function getByAlias<T extends RecordType>(table: Table, type: T, alias: Key): Promise<Records[T] | undefined> {
  const found = await getItem(table, alias);
  return found && get(table, type, found['leadsTo'] as Key);
}

/** Several records of one type by their keys (up to 100), in the order of the keys; missing ones are left out. */
export async function getMany<T extends RecordType>(table: Table, type: T, keys: readonly Key[]): Promise<Records[T][]> {
  if (keys.length === 0) return [];
  const found = new Map<string, Record<string, unknown>>();
  const one = async (asked: readonly Key[]): Promise<readonly Key[]> => {
    const { Responses, UnprocessedKeys } = await table.doc.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: [...asked], ConsistentRead: true } } }),
    );
    for (const item of Responses?.[table.name] ?? []) found.set(`${item['PK']}|${item['SK']}`, item);
    return (UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
  };
  // A throttled or very large batch answers in parts: what was left out is asked for again, never taken for missing.
  let left = keys;
  await retryWhileBusy(async () => {
    left = await one(left);
    if (left.length > 0) throw unprocessed;
  });
  return keys.flatMap((at) => {
    const item = found.get(`${at.PK}|${at.SK}`);
    return item ? [recordOf(type, item)] : [];
  });
}

const unprocessed = Object.assign(new Error('part of a batch was not read'), { name: 'ThrottlingException' });

/** Part of a partition, in key order: everything, what begins with a text, or what lies between two texts. */
export type Range = {
  index?: IndexName;
  pk: [name: string, value: string];
  sk?: [name: string, from: string, to: string];
  backwards?: boolean;
};
export const beginning = (name: string, prefix: string): [string, string, string] => [name, prefix, `${prefix}\u{10ffff}`];

/** A page of a list and the cursor of the next one; the cursor is the last key, so a page costs the same wherever it lies. */
export type Page<T> = { items: T[]; next?: string };

/** One page of raw items: one Query, whatever the amount of data. */
export async function queryItems(
  table: Table,
  range: Range,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Record<string, unknown>>, Failure>> {
  const [pkName, pk] = range.pk;
  const start = cursor === undefined ? undefined : readCursor(cursor);
  // A cursor is only good for the list that it came from: it never opens another partition.
  if (start === null || (start && start[pkName] !== pk)) return fail(badCursor);
  const answer = await retryWhileBusy(() =>
    table.doc.send(
      new QueryCommand({
        TableName: table.name,
        ...(range.index ? { IndexName: range.index } : { ConsistentRead: true }),
        KeyConditionExpression: `#pk = :pk${range.sk ? ' AND #sk BETWEEN :from AND :to' : ''}`,
        ExpressionAttributeNames: { '#pk': pkName, ...(range.sk && { '#sk': range.sk[0] }) },
        ExpressionAttributeValues: { ':pk': pk, ...(range.sk && { ':from': range.sk[1], ':to': range.sk[2] }) },
        ScanIndexForward: !range.backwards,
        Limit: limit,
        ...(start && { ExclusiveStartKey: start }),
      }),
    ),
  ).catch((error: unknown) => {
    // The engine refuses a start key that is none of this index: somebody has changed the cursor.
    if (start && error instanceof Error && error.name === 'ValidationException') return undefined;
    throw error;
  });
  if (!answer) return fail(badCursor);
  return ok({ items: answer.Items ?? [], ...(answer.LastEvaluatedKey && { next: writeCursor(answer.LastEvaluatedKey) }) });
}

/** One page of records of one type. */
export async function query<T extends RecordType>(
  table: Table,
  type: T,
  range: Range,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Records[T]>, Failure>> {
  const page = await queryItems(table, range, limit, cursor);
  if (!page.ok) return page;
  return ok({ ...page.value, items: page.value.items.map((item) => recordOf(type, item)) });
}

/** Every record in a range, page by page: only where the amount is bounded (one street, one dossier). */
export async function queryAll<T extends RecordType>(table: Table, type: T, range: Range): Promise<Records[T][]> {
  return (await queryAllItems(table, range)).map((item) => recordOf(type, item));
}

/** Every item in a range: a dossier's partition holds several types of records. */
export async function queryAllItems(table: Table, range: Range): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await queryItems(table, range, 1000, cursor);
    if (!page.ok) throw new Error('a cursor made here was not understood');
    all.push(...page.value.items);
    if (page.value.next === undefined) return all;
    cursor = page.value.next;
  }
}

const badCursor = { code: 'invalid-input', fields: [{ field: 'cursor', rule: 'cursor' }] } satisfies Failure;

// In one order, whatever order the engine names the key in: the same page has the same cursor.
const writeCursor = (at: Record<string, unknown>): string => Buffer.from(JSON.stringify(at, Object.keys(at).sort())).toString('base64url');

function readCursor(cursor: string): Record<string, string> | null {
  try {
    const at: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return typeof at === 'object' && at !== null && Object.values(at).every((value) => typeof value === 'string')
      ? (at as Record<string, string>)
      : null;
  } catch {
    return null;
  }
}
