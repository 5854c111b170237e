import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Log } from '../http/app.ts';
import { errorLine } from '../http/error-line.ts';

/** What follows from an item that was written; the same name from several items of a batch is done once. */
export type Job = { name: string; run: () => Promise<unknown> };
/** An item as the stream tells it; `new` when nothing stood under its key before. */
export type Written = { item: Record<string, unknown>; new: boolean };

/**
 * Hears of the table's writes and does what follows, as the listener on one machine. Records whose job fails are named in the answer, so
 * that Lambda brings those again, in ever smaller batches, and puts them aside in the end: the rest goes on. Jobs compute anew from their
 * sources, so a record that comes twice changes nothing.
 */
export function streamHandler(jobsOf: (written: Written) => readonly Job[], log: Log) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed = new Set<string>();
    const jobs = new Map<string, { run: Job['run']; records: string[] }>();
    const failing = (records: readonly string[], error: unknown) => {
      for (const record of records) failed.add(record);
      log({ level: 'error', event: 'stream', records: records.length, error: errorLine(error) });
    };
    for (const record of Records) {
      const number = record.dynamodb?.SequenceNumber ?? '';
      try {
        for (const { name, run } of jobsOfRecord(record, jobsOf)) {
          const known = jobs.get(name);
          if (known) known.records.push(number);
          else jobs.set(name, { run, records: [number] });
        }
      } catch (error) {
        failing([number], error);
      }
    }
    for (const { run, records } of jobs.values()) await run().catch((error: unknown) => failing(records, error));
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

function jobsOfRecord({ dynamodb, eventName }: DynamoDBRecord, jobsOf: (written: Written) => readonly Job[]): readonly Job[] {
  if (!dynamodb?.NewImage) return [];
  return jobsOf({ item: unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0]), new: eventName === 'INSERT' });
}
