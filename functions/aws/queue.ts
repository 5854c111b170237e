import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Log } from '../http/app.ts';
import { errorLine } from '../http/error-line.ts';

/** Puts one piece of work into a queue; whoever takes it out parses it. */
export const enqueue = async (client: SQSClient, queue: string, work: unknown): Promise<void> =>
  void (await client.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: JSON.stringify(work) })));

/** Works through messages one by one; those that failed are named, come again, and lie in the dead-letter queue in the end. */
export function queueHandler(work: (message: unknown) => Promise<unknown>, log: Log) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failures: string[] = [];
    for (const { messageId, body } of Records) {
      try {
        await work(JSON.parse(body));
      } catch (error) {
        failures.push(messageId);
        log({ level: 'error', event: 'queue', error: errorLine(error) });
      }
    }
    return { batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
