import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { checkTable, type DataFound } from '../../functions/data/check-table.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type DatabaseFailure, startDatabase } from './database.ts';

/** Opens the database of a data folder that nobody serves, and looks at everything in it. */
export async function checkData(dataDir: string, tableName: string): Promise<Result<DataFound, DatabaseFailure>> {
  const database = await startDatabase({ dataDir });
  if (!database.ok) return database;
  const client = new DynamoDBClient({
    endpoint: database.value.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    return ok(await checkTable(DynamoDBDocumentClient.from(client), tableName));
  } finally {
    client.destroy();
    await database.value.stop();
  }
}
