import { Hono } from 'hono';
import { handlerDeps } from '../aws/deps.ts';
import { setting } from '../aws/environment.ts';
import { httpHandler, originSecrets, viewerAddress } from '../aws/http-handler.ts';
import { listKeyFrom } from '../aws/list-key.ts';
import { cloudLog } from '../aws/log.ts';
import { frame } from '../http/app.ts';
import { listSigner } from '../public/list-signer.ts';
import { publicPart } from '../public/part.ts';

/** Everybody's handler: verification and certified streets. It only reads. */
const keys = setting(process.env, 'LIST_SECRETS').split(',').map(listKeyFrom);
const deps = handlerDeps(process.env, { listSigner: listSigner(keys) });
const app = frame(new Hono(), cloudLog);
app.route('/', publicPart(deps, viewerAddress));

export const handler = httpHandler(app, originSecrets(process.env));
