import type { Failure } from '../../shared/failures/failure.ts';
import type { Sha256 } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { may } from '../../shared/people/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { blobKey } from '../data/blobs.ts';
import type { Deps } from '../deps.ts';
import { acceptedTypes } from './content-type.ts';

/** A file as the browser is about to send it; `size` in bytes. */
export type Declared = { sha256: Sha256; size: number; name: string; contentType: string };
export type UploadAddress = { url: string; headers: Record<string, string>; sha256: Sha256 };

/**
 * The address to which the browser sends exactly these bytes. Files lie under their hash, so sending one twice changes nothing, and a
 * file belongs to no record before a record names it.
 */
export async function upload({ blobs }: Deps, actor: Actor, file: Declared): Promise<Result<UploadAddress, Failure>> {
  const allowed = may(actor, 'file.upload', {});
  if (!allowed.ok) return allowed;
  const { sha256, size, name, contentType } = file;
  if (!acceptedTypes.includes(contentType)) return fail({ code: 'file-type', name, allowed: [...acceptedTypes] });
  return ok({ ...(await blobs.uploadAddress(blobKey.upload(sha256), { size, sha256, contentType })), sha256 });
}
