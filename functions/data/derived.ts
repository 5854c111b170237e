import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/ids.ts';
import { patiently } from './patience.ts';
import type { Key, Table } from './table.ts';

/**
 * Stores what can be computed again from records at any time, so without an audit entry: a programme's summary.
 * Of two computations at once the one that began later stays, whichever ends first; `began` is that instant.
 */
export async function putDerived(table: Table, at: Key, type: string, data: Record<string, unknown>, began: Instant): Promise<void> {
  const put = new PutCommand({
    TableName: table.name,
    Item: { ...at, type, data, began },
    ConditionExpression: 'attribute_not_exists(PK) OR began <= :began',
    ExpressionAttributeValues: { ':began': began },
  });
  try {
    await patiently(() => table.doc.send(put));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
  }
}
