import { Hono } from 'hono';
import * as z from 'zod/mini';
import { ActionId, line, Sha256 } from '../../shared/ids.ts';
import type { Deps } from '../deps.ts';
import { answer, body, describe, type Signed } from '../http/route.ts';
import { mostBytes } from './content-type.ts';
import { upload } from './upload.ts';

const NewFile = z.strictObject({
  actionId: ActionId,
  sha256: Sha256,
  size: z.int().check(z.positive(), z.maximum(mostBytes), z.describe('Size in bytes')),
  name: line(160, 'Name of the file'),
  contentType: z.string().check(z.maxLength(100), z.describe('Content type; the content is checked against it later')),
});
const Address = z.object({ url: z.string(), headers: z.record(z.string(), z.string()), sha256: Sha256 });

/** At /api/files. */
export const fileRoutes = (deps: Deps) =>
  new Hono<Signed>().post('/', describe('file.upload', 'An address to send a file to', Address), body(NewFile), async (c) => {
    const { actionId: _, ...file } = c.req.valid('json');
    return answer(c, await upload(deps, c.var.actor, file));
  });
