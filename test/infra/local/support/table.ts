import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDatabase } from '../../../../infra/local/database.ts';

const name = 'PhoSo';

/** A document client for the engine at this endpoint; make the table first when it is new. */
export async function tableAt(endpoint: string, make: 'new' | 'there'): Promise<{ doc: DynamoDBDocumentClient; name: string }> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  if (make === 'new') {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'PK', AttributeType: 'S' },
          { AttributeName: 'SK', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'PK', KeyType: 'HASH' },
          { AttributeName: 'SK', KeyType: 'RANGE' },
        ],
      }),
    );
  }
  return { doc: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }), name };
}

/** An empty table in memory and the way to end it. */
export async function aTable(): Promise<{ table: { doc: DynamoDBDocumentClient; name: string }; stop(): Promise<void> }> {
  const database = await startDatabase({});
  if (!database.ok) throw new Error(database.failure.detail);
  return { table: await tableAt(database.value.endpoint, 'new'), stop: database.value.stop };
}
