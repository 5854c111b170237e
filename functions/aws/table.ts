import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../data/table.ts';
import { type Environment, setting } from './environment.ts';

/** The table on AWS. Nobody is told of writes here: its stream tells. */
export function awsTable(env: Environment): Table {
  return {
    doc: DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } }),
    name: setting(env, 'TABLE'),
    // Only handlers that write merchants have it: another, should it ever try, stops here instead of hashing with a key that is none.
    get lookupKey() {
      return Buffer.from(setting(env, 'PERSONAL_DATA_KEY'), 'base64url');
    },
    report: () => {},
  };
}
