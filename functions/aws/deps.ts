import { randomBytes } from 'node:crypto';
import type { Blobs } from '../data/blobs.ts';
import type { Deps } from '../deps.ts';
import { type Environment, setting } from './environment.ts';
import { notProvided } from './not-provided.ts';
import { s3 } from './s3.ts';
import { s3Blobs } from './s3-blobs.ts';
import { awsTable } from './table.ts';

/** What the verbs of a handler need; what a handler has no right to is missing, and using it throws. */
export const handlerDeps = (env: Environment, parts: Partial<Deps> = {}): Deps => ({
  table: awsTable(env),
  blobs: notProvided('files'),
  accounts: notProvided('accounts'),
  listSigner: notProvided('key for the list'),
  now: () => new Date(),
  random: (bytes) => randomBytes(bytes),
  publicOrigin: setting(env, 'PUBLIC_ORIGIN'),
  ...parts,
});

/** The files of this stage, read and written with the credentials of the function. */
export function handlerBlobs(env: Environment): Blobs {
  const region = setting(env, 'AWS_REGION');
  const sessionToken = env['AWS_SESSION_TOKEN'];
  return s3Blobs(
    s3({
      address: setting(env, 'FILES_ADDRESS'),
      region,
      credentials: {
        accessKeyId: setting(env, 'AWS_ACCESS_KEY_ID'),
        secretAccessKey: setting(env, 'AWS_SECRET_ACCESS_KEY'),
        ...(sessionToken && { sessionToken }),
      },
      now: () => new Date(),
    }),
  );
}
