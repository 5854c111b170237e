import { SESv2Client } from '@aws-sdk/client-sesv2';
import { Addressed } from '../../shared/notices/notice.ts';
import { handlerDeps } from '../aws/deps.ts';
import { setting } from '../aws/environment.ts';
import { cloudLog } from '../aws/log.ts';
import { queueHandler } from '../aws/queue.ts';
import { sesPost } from '../aws/ses-post.ts';
import { mail } from '../notices/mail.ts';

/** Sends new notices by mail. */
const env = process.env;
const post = sesPost(new SESv2Client({}), { from: setting(env, 'MAIL_FROM'), configurationSet: setting(env, 'MAIL_CONFIGURATION_SET') });
const deps = { ...handlerDeps(env), post };

export const handler = queueHandler((message) => mail(deps, Addressed.parse(message)), cloudLog);
