import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { retryWhileBusy } from './retry.ts';
import type { Key, Table } from './table.ts';

/** Adds a name to a set beside an item that is there, and tells whether it was new: of two that want to do a thing, one does it. */
export async function claim(table: Table, at: Key, field: string, name: string): Promise<boolean> {
  const add = new UpdateCommand({
    TableName: table.name,
    Key: at,
    UpdateExpression: 'ADD #field :names',
    ConditionExpression: 'attribute_exists(PK) AND NOT contains(#field, :name)',
    ExpressionAttributeNames: { '#field': field },
    ExpressionAttributeValues: { ':names': new Set([name]), ':name': name },
  });
  try {
    await retryWhileBusy(() => table.doc.send(add));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}

/** Takes a name out of such a set again. */
export async function release(table: Table, at: Key, field: string, name: string): Promise<void> {
  const take = new UpdateCommand({
    TableName: table.name,
    Key: at,
    UpdateExpression: 'DELETE #field :names',
    ExpressionAttributeNames: { '#field': field },
    ExpressionAttributeValues: { ':names': new Set([name]) },
  });
  await retryWhileBusy(() => table.doc.send(take));
}
