import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { canonical } from '../../functions/data/audit.ts';
import { retryWhileBusy } from '../../functions/data/retry.ts';
import type { Key } from '../../functions/data/table.ts';

type Item = Record<string, unknown>;
/** How many items of the copy are in the living table as they were, otherwise, or not at all. */
export type BroughtBack = { same: number; different: number; missing: number };

// What DynamoDB takes in one request.
const [readAtOnce, writtenAtOnce] = [100, 25];

/**
 * Compares a restored copy of the table (`from`) with the living one (`to`), all of it or one partition. With `write`, what is missing or
 * different there is put back as it was; what has come since the copy stays. Done again, it finds nothing to do.
 */
export async function bringBack(
  doc: DynamoDBDocumentClient,
  { from, to, partition, write }: { from: string; to: string; partition?: string | undefined; write: boolean },
): Promise<BroughtBack> {
  const found = { same: 0, different: 0, missing: 0 };
  for await (const page of pagesOf(doc, from, partition))
    for (const items of parts(page, readAtOnce)) {
      const living = await livingOf(doc, to, items);
      const back = items.filter((item) => {
        const there = living.get(nameOf(item));
        const state = there === undefined ? 'missing' : canonical(there) === canonical(item) ? 'same' : 'different';
        found[state] += 1;
        return state !== 'same';
      });
      if (write) for (const some of parts(back, writtenAtOnce)) await put(doc, to, some);
    }
  return found;
}

async function* pagesOf(doc: DynamoDBDocumentClient, table: string, partition?: string): AsyncGenerator<Item[], undefined> {
  let at: Record<string, unknown> | undefined;
  do {
    const common = { TableName: table, ConsistentRead: true, ExclusiveStartKey: at };
    const page = await retryWhileBusy(() =>
      partition === undefined
        ? doc.send(new ScanCommand(common))
        : doc.send(new QueryCommand({ ...common, KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': partition } })),
    );
    yield page.Items ?? [];
    at = page.LastEvaluatedKey;
  } while (at);
  return undefined;
}

async function livingOf(doc: DynamoDBDocumentClient, table: string, items: readonly Item[]): Promise<Map<string, Item>> {
  const living = new Map<string, Item>();
  let left = items.map(({ PK, SK }) => ({ PK, SK }) as Key);
  await retryWhileBusy(async () => {
    const asked = { [table]: { Keys: left, ConsistentRead: true } };
    const { Responses, UnprocessedKeys } = await doc.send(new BatchGetCommand({ RequestItems: asked }));
    for (const item of Responses?.[table] ?? []) living.set(nameOf(item), item);
    left = (UnprocessedKeys?.[table]?.Keys ?? []) as Key[];
    if (left.length > 0) throw unprocessed();
  });
  return living;
}

async function put(doc: DynamoDBDocumentClient, table: string, items: readonly Item[]): Promise<void> {
  let left = items.map((Item) => ({ PutRequest: { Item } }));
  await retryWhileBusy(async () => {
    const { UnprocessedItems } = await doc.send(new BatchWriteCommand({ RequestItems: { [table]: left } }));
    left = (UnprocessedItems?.[table] ?? []) as typeof left;
    if (left.length > 0) throw unprocessed();
  });
}

const unprocessed = () => Object.assign(new Error('part of a batch was left out'), { name: 'ThrottlingException' });
const nameOf = ({ PK, SK }: Item): string => `${String(PK)} ${String(SK)}`;

function parts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
