import { createHash } from 'node:crypto';
import { detachedSignature } from '../../../functions/certificates/signature/cms.ts';
import type { Signer } from '../../../functions/certificates/signature/signer.ts';
import { sha256 } from '../../../functions/data/audit.ts';
import { type Blobs, blobKey } from '../../../functions/data/blobs.ts';
import { newSigningKey } from '../../../infra/local/signing-key.ts';
import { Sha256 } from '../../../shared/ids.ts';
import { signedOnTop } from './signature/signed-file.ts';

/** A key that is none of ours, as a USB token holds one. */
export const aToken = (): Signer => newSigningKey(new Date('2023-10-01T00:00:00.000Z'));

/** The certificate's own file with a token's signature on top of ours. */
export async function signedByToken(blobs: Blobs, code: string, token: Signer = aToken()): Promise<Uint8Array> {
  const ours = await blobs.get(blobKey.certificate(code));
  if (!ours) throw new Error(`no file of ${code}`);
  return signedOnTop(ours, (covered) => detachedSignature(createHash('sha256').update(covered).digest(), token));
}

/** Uploads a file as a browser does, and answers the name that it lies under. */
export async function uploaded(blobs: Blobs, bytes: Uint8Array): Promise<Sha256> {
  const name = Sha256.parse(sha256(bytes));
  await blobs.putOnce(blobKey.upload(name), bytes, 'application/pdf');
  return name;
}
