import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { queryAllItems } from './read.ts';
import { retryWhileBusy } from './retry.ts';
import { type Key, partition, type Table } from './table.ts';

/**
 * Drops the personal values and their salt from every audit entry of a record: what remains is commitments that nobody can open, and the
 * chain of hashes, which never covered more than them. Repeating it changes nothing.
 */
export async function erasePersonalValues(table: Table, record: string): Promise<void> {
  const entries = await queryAllItems(table, { pk: ['PK', partition.audit(record)] });
  for (const entry of entries) {
    if (!(entry['data'] as { personal?: unknown }).personal) continue;
    const at = { PK: entry['PK'], SK: entry['SK'] } as Key;
    const removal = new UpdateCommand({
      TableName: table.name,
      Key: at,
      UpdateExpression: 'REMOVE #data.#personal',
      ExpressionAttributeNames: { '#data': 'data', '#personal': 'personal' },
    });
    await retryWhileBusy(() => table.doc.send(removal));
  }
}
