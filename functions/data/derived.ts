import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/ids.ts';
import { formOf } from './migrations/forward.ts';
import type { StoredType } from './migrations/step.ts';
import { retryWhileBusy } from './retry.ts';
import type { Key, Table } from './table.ts';

/**
 * Stores what can be computed again from records at any time, so without an audit entry: a programme's summary.
 * `at` holds its key and the index attributes by which lists find it.
 * Of two computations at once the one that began later stays, whichever ends first; `began` is that instant.
 */
export async function putDerived(
  table: Table,
  at: Key & Record<string, string>,
  type: StoredType,
  data: Record<string, unknown>,
  began: Instant,
): Promise<void> {
  const put = new PutCommand({
    TableName: table.name,
    Item: { ...at, type, schemaVersion: formOf(type), data, began },
    ConditionExpression: 'attribute_not_exists(PK) OR began <= :began',
    ExpressionAttributeValues: { ':began': began },
  });
  await unlessRefused(() => table.doc.send(put));
}

/**
 * Stores a step of work that is done beside records (a file on its way): only where nothing is, or where the last step is one of `from`.
 * Tells whether it was stored: of two workers on the same thing, the slower one never takes back what the other has finished.
 */
export async function putStep(
  table: Table,
  at: Key & Record<string, string>,
  type: StoredType,
  data: { state: string } & Record<string, unknown>,
  from: readonly string[],
): Promise<boolean> {
  const put = new PutCommand({
    TableName: table.name,
    Item: { ...at, type, schemaVersion: formOf(type), data, step: data.state },
    ConditionExpression: `attribute_not_exists(PK) OR #step IN (${from.map((_, n) => `:from${n}`).join(', ')})`,
    ExpressionAttributeNames: { '#step': 'step' },
    ExpressionAttributeValues: Object.fromEntries(from.map((step, n) => [`:from${n}`, step])),
  });
  return unlessRefused(() => table.doc.send(put));
}

/** Stores what follows from records under a key that follows from them too: what stands there already stays, so a repeat changes nothing. */
export async function putOnce(
  table: Table,
  at: Key & Record<string, string>,
  type: StoredType,
  data: Record<string, unknown>,
): Promise<void> {
  const put = new PutCommand({
    TableName: table.name,
    Item: { ...at, type, schemaVersion: formOf(type), data },
    ConditionExpression: 'attribute_not_exists(PK)',
  });
  await unlessRefused(() => table.doc.send(put));
}

/** Adds a name to a set beside such an item, if the item is there; adding it again changes nothing. */
export async function addTo(table: Table, at: Key, field: string, name: string): Promise<void> {
  const add = new UpdateCommand({
    TableName: table.name,
    Key: at,
    UpdateExpression: 'ADD #field :name',
    ConditionExpression: 'attribute_exists(PK)',
    ExpressionAttributeNames: { '#field': field },
    ExpressionAttributeValues: { ':name': new Set([name]) },
  });
  await unlessRefused(() => table.doc.send(add));
}

/** A condition that does not hold is an answer here, no error: tells whether the write was done. */
async function unlessRefused(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await retryWhileBusy(write);
    return true;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
    return false;
  }
}
