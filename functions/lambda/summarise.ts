import { SQSClient } from '@aws-sdk/client-sqs';
import { handlerDeps } from '../aws/deps.ts';
import { setting } from '../aws/environment.ts';
import { cloudLog } from '../aws/log.ts';
import { enqueue } from '../aws/queue.ts';
import { streamHandler } from '../aws/stream-handler.ts';
import { recordOf } from '../data/item.ts';
import { notify } from '../notices/notify.ts';
import { addressedOf } from '../notices/store.ts';
import { summarise } from '../programmes/summarise.ts';

/** What follows from a nomination that changed: its programme is counted anew, and who is concerned is told; a new notice goes to mail. */
const deps = handlerDeps(process.env);
const sqs = new SQSClient({});
const mailQueue = setting(process.env, 'MAIL_QUEUE');

export const handler = streamHandler(({ item, new: fresh }) => {
  if (item['type'] === 'nomination') {
    const nomination = recordOf('nomination', item);
    return [
      { name: `notify ${nomination.id} ${nomination.version}`, run: () => notify(deps, nomination) },
      { name: `summarise ${nomination.programmeId}`, run: () => summarise(deps, nomination.programmeId) },
    ];
  }
  if (item['type'] !== 'notice' || !fresh) return [];
  const addressed = addressedOf(item);
  return [{ name: `mail ${JSON.stringify(addressed.to)} ${addressed.notice.id}`, run: () => enqueue(sqs, mailQueue, addressed) }];
}, cloudLog);
