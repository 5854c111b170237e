import { Hono } from 'hono';
import { doorDeps } from './aws/deps.ts';
import { setting } from './aws/environment.ts';
import { httpDoor, originSecrets, viewerAddress } from './aws/http-door.ts';
import { cloudLog } from './aws/log.ts';
import { frame } from './http/app.ts';
import { listKeys, listSigner } from './public/list-signer.ts';
import { publicPart } from './public/part.ts';

/** Everybody's door: verification and certified streets. It only reads. */
const deps = doorDeps(process.env, { listSigner: listSigner(listKeys(setting(process.env, 'LIST_KEYS'))) });
const app = frame(new Hono(), cloudLog);
app.route('/', publicPart(deps, viewerAddress));

export const handler = httpDoor(app, originSecrets(process.env));
