import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { CeremonyFile } from '../../shared/ceremony/ceremony.ts';
import type { CertificateCode } from '../../shared/ids.ts';
import { handlerBlobs, handlerDeps } from '../aws/deps.ts';
import { setting } from '../aws/environment.ts';
import { handlerSigner } from '../aws/handler-signer.ts';
import { cloudLog } from '../aws/log.ts';
import { enqueue } from '../aws/queue.ts';
import { streamHandler } from '../aws/stream-handler.ts';
import { type FileName, unfinishedFiles } from '../ceremony/store.ts';
import { render } from '../certificates/render.ts';
import { unfinished } from '../certificates/store.ts';
import { dataOf, recordOf } from '../data/item.ts';
import { errorLine } from '../http/error-line.ts';

/**
 * Makes the files of certificates as they are issued: the only handler that may sign. Large files of ceremonies go to the queue. Called by the
 * schedule, it looks for what is not there yet.
 */
const env = process.env;
const blobs = handlerBlobs(env);
const sqs = new SQSClient({});
const deps = handlerDeps(env, { blobs });
const signer = handlerSigner(env, blobs);
const rendered = async (code: CertificateCode) => {
  const certificate = await render({ ...deps, signer: await signer() }, code);
  if (certificate?.file.state === 'failed') cloudLog({ level: 'error', event: 'not-rendered', code, fault: certificate.file.fault });
};
const order = ({ programmeId, fingerprint }: FileName) => enqueue(sqs, setting(env, 'PACK_QUEUE'), { programmeId, fingerprint });

const handleRecords = streamHandler(({ item }) => {
  if (item['type'] === 'certificate') {
    const { code, file } = recordOf('certificate', item);
    return file.state === 'pending' ? [{ name: `render ${code}`, run: () => rendered(code) }] : [];
  }
  const file = item['type'] === 'ceremony-file' ? dataOf('ceremony-file', CeremonyFile, item) : undefined;
  return file?.state === 'asked' ? [{ name: `pack ${file.fingerprint}`, run: () => order(file) }] : [];
}, cloudLog);

export const handler = async (event: DynamoDBStreamEvent | { catchUp: true }): Promise<DynamoDBBatchResponse> =>
  'Records' in event ? handleRecords(event) : catchUp();

/** What a lost report left behind. A file of a ceremony that is being made comes to no harm: the maker sees that it is there or on its way. */
async function catchUp(): Promise<DynamoDBBatchResponse> {
  const { table } = deps;
  for (const code of await unfinished(table))
    await rendered(code).catch((error: unknown) => cloudLog({ level: 'error', event: 'catch-up', error: errorLine(error) }));
  for (const file of await unfinishedFiles(table)) await order(file);
  return { batchItemFailures: [] };
}
