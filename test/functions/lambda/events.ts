import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord, SQSEvent } from 'aws-lambda';
import type { Key, Table } from '../../../functions/data/table.ts';

/** A request as API Gateway hands it to a function (HTTP API, payload format 2.0), come through CloudFront unless `headers` say otherwise. */
export function httpEvent(
  method: string,
  path: string,
  { headers = {}, body, query = '' }: { headers?: Record<string, string>; body?: unknown; query?: string } = {},
) {
  const at = { http: { method, path, protocol: 'HTTP/1.1', sourceIp: '130.176.1.1', userAgent: 'Amazon CloudFront' } };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: {
      'x-origin-secret': 'new-secret',
      'x-viewer-address': '203.0.113.7',
      host: 'goc.phoso.example.vn',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    requestContext: {
      accountId: '111122223333',
      apiId: 'api-id',
      domainName: 'goc.phoso.example.vn',
      domainPrefix: 'goc',
      requestId: 'id=',
      routeKey: '$default',
      stage: '$default',
      time: '20/Oct/2023:02:00:00 +0000',
      timeEpoch: 1697767200000,
      ...at,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}
export type Answer = { statusCode: number; headers: Record<string, string>; body: string; isBase64Encoded?: boolean };

let sequence = 111;

/** What the stream tells of an item as it stands in the table now. */
export async function recordOfItem(
  { doc, name }: Table,
  { PK, SK }: Key,
  eventName: 'INSERT' | 'MODIFY' = 'MODIFY',
): Promise<DynamoDBRecord> {
  const { Item } = await doc.send(new GetItemCommand({ TableName: name, Key: { PK: { S: PK }, SK: { S: SK } } }));
  return recordWith(Item as DynamoDBImage, eventName);
}
type DynamoDBImage = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

/** A record of the stream with a new image. */
export const recordWith = (NewImage: DynamoDBImage, eventName: 'INSERT' | 'MODIFY' = 'MODIFY'): DynamoDBRecord => {
  sequence += 1;
  return {
    eventID: `event-${sequence}`,
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'ap-southeast-1',
    dynamodb: {
      ApproximateCreationDateTime: 1697767200,
      Keys: Object.fromEntries(['PK', 'SK'].flatMap((part) => (NewImage[part] ? [[part, NewImage[part]]] : []))),
      NewImage,
      SequenceNumber: String(sequence).padStart(21, '0'),
      SizeBytes: 400,
      StreamViewType: 'NEW_IMAGE',
    },
    eventSourceARN: 'arn:aws:dynamodb:ap-southeast-1:111122223333:table/pho-so/stream/2023-10-20T00:00:00.000',
  };
};

/** Messages of a queue. */
export const sqsEvent = (...messages: unknown[]): SQSEvent => ({
  Records: messages.map((message, n) => ({
    messageId: `message-${n}`,
    receiptHandle: 'handle',
    body: typeof message === 'string' ? message : JSON.stringify(message),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1697767200000',
      SenderId: 'AROA',
      ApproximateFirstReceiveTimestamp: '1697767200000',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:ap-southeast-1:111122223333:queue',
    awsRegion: 'ap-southeast-1',
  })),
});

type StreamHandler = (event: { Records: DynamoDBRecord[] }) => Promise<{ batchItemFailures: { itemIdentifier: string }[] }>;

/**
 * Brings records to a function as Lambda does with the settings of the stack: everything before the first failed record is done, the rest
 * comes again in halves, a single record five times more; then it is put aside. Gives what was put aside.
 */
export async function streamed(handle: StreamHandler, records: readonly DynamoDBRecord[], tries = 5): Promise<DynamoDBRecord[]> {
  const { batchItemFailures } = await handle({ Records: [...records] });
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const first = records.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''));
  if (first < 0) return [];
  const rest = records.slice(first);
  if (rest.length === 1) return tries > 0 ? streamed(handle, rest, tries - 1) : rest;
  const half = Math.ceil(rest.length / 2);
  return [...(await streamed(handle, rest.slice(0, half))), ...(await streamed(handle, rest.slice(half)))];
}
