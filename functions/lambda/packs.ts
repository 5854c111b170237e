import * as z from 'zod/mini';
import { ProgrammeId, Sha256 } from '../../shared/ids.ts';
import { handlerBlobs, handlerDeps } from '../aws/deps.ts';
import { cloudLog } from '../aws/log.ts';
import { queueHandler } from '../aws/queue.ts';
import { make } from '../ceremony/make.ts';

/** Makes large files of ceremonies, one message after the other. */
const deps = handlerDeps(process.env, { blobs: handlerBlobs(process.env) });
const FileName = z.object({ programmeId: ProgrammeId, fingerprint: Sha256 });

export const handler = queueHandler((message) => make(deps, FileName.parse(message)), cloudLog);
