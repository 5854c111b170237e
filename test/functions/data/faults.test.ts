import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { itemOf } from '../../../functions/data/item.ts';
import { getMany } from '../../../functions/data/read.ts';
import { creation, save } from '../../../functions/data/save.ts';
import { key, type Reported, type Table } from '../../../functions/data/table.ts';
import { findStreet, streetsOf } from '../../../functions/streets/store.ts';
import { PersonId } from '../../../shared/ids.ts';
import { actBy, failureOf, must } from '../../support/instance.ts';
import { unit } from '../authorities/authority-fixture.ts';
import { aStreet } from './street.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const reported: Reported[] = [];
const table: Table = {
  doc: dynamo as unknown as DynamoDBDocumentClient,
  name: 'pho-so',
  lookupKey: new Uint8Array(32),
  report: (changes) => reported.push(...changes),
};
const clerk = { id: PersonId.parse('0190a0a0-0000-7000-8000-000000000001'), name: 'Nguyễn Thị Phường', roles: [] };
const order = () => creation(table, actBy(clerk, new Date('2023-10-20T02:00:00.000Z')), 'street.create', 'street', aStreet());

beforeEach(() => {
  dynamo.reset();
  reported.length = 0;
  // Waits between tries pass at once; how long they are is not what is asked here.
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void) => {
    queueMicrotask(run);
    return 0;
  }) as unknown as typeof setTimeout);
});
afterEach(() => vi.restoreAllMocks());

const named = (name: string) => Object.assign(new Error(name), { name });
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons: codes.map((Code) => ({ Code })) });

test.each([
  ['another transaction on the street', cancelled('TransactionConflict', 'None')],
  ['a throttled partition', named('ThrottlingException')],
  ['a throttled item of the transaction', cancelled('None', 'ThrottlingError')],
  ['a lost answer', named('TimeoutError')],
])('%s passes: the write is tried again with the same content, and succeeds', async (_, trouble) => {
  dynamo.on(TransactWriteCommand).rejectsOnce(trouble).rejectsOnce(trouble).resolves({});
  const street = order();
  expect(must(await save(table, street))).toEqual(street.record);
  const sent = dynamo.commandCalls(TransactWriteCommand).map((call) => call.args[0].input);
  expect(sent).toHaveLength(3);
  expect(sent[2]).toEqual(sent[0]);
  expect(reported).toHaveLength(1);
});

test('a database that stays busy ends in a clear answer, and nothing is reported as written', async () => {
  dynamo.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'None'));
  expect(failureOf(await save(table, order()))).toEqual({ code: 'busy', retryAfterSeconds: 2 });
  expect(reported).toEqual([]);
});

test('a conflict beside a failed condition is not tried again: the condition is the answer', async () => {
  dynamo.on(TransactWriteCommand).rejects(cancelled('ConditionalCheckFailed', 'TransactionConflict'));
  expect(failureOf(await save(table, order())).code).toBe('id-taken');
  expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(1);
});

test('what nobody expects is thrown, not dressed up as an answer', async () => {
  dynamo.on(TransactWriteCommand).rejects(named('AccessDeniedException'));
  await expect(save(table, order())).rejects.toThrow('AccessDeniedException');
  expect(reported).toEqual([]);
});

test('a read is tried again while the table is throttled', async () => {
  dynamo.on(GetCommand).rejectsOnce(named('ProvisionedThroughputExceededException')).resolves({});
  dynamo.on(QueryCommand).rejectsOnce(named('RequestLimitExceeded')).resolves({ Items: [] });
  expect(await findStreet(table, aStreet().id)).toBeUndefined();
  expect(must(await streetsOf(table, unit('minh-khai'), 10)).items).toEqual([]);
});

test('streets that a throttled batch left out are asked for again, not taken for missing', async () => {
  const [one, two] = [order().record, order().record];
  const item = (street: typeof one) => itemOf('street', street, key.street(street.id));
  dynamo
    .on(BatchGetCommand)
    .resolvesOnce({ Responses: { 'pho-so': [item(one)] }, UnprocessedKeys: { 'pho-so': { Keys: [key.street(two.id)] } } })
    .resolves({ Responses: { 'pho-so': [item(two)] } });
  expect(
    await getMany(
      table,
      'street',
      [one, two].map((street) => key.street(street.id)),
    ),
  ).toEqual([one, two]);
  expect(dynamo.commandCalls(BatchGetCommand)[1]?.args[0].input.RequestItems?.['pho-so']?.Keys).toEqual([key.street(two.id)]);
});
