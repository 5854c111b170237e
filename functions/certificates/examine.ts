import {
  type Certificate,
  mostSignedElsewhere,
  type SignedElsewhere,
  type SignedFileFault,
} from '../../shared/certificates/certificate.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { CertificateCode, Sha256 } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { blobKey } from '../data/blobs.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { carriesCode } from './carries-code.ts';
import { verifySignedPdf } from './signature/verify.ts';
import { findSigningKey } from './signing-key-store.ts';
import { certificateAt, findCertificateOfFile } from './store.ts';

/** What an uploaded file would be as the file of a certificate. */
export type Examined = Pick<SignedElsewhere, 'sha256' | 'size' | 'belonging' | 'signedBy'>;

/** A certificate of one page has less than 0.1 MB; one that was printed, stamped and scanned in colour some MB. */
const mostBytes = 10_000_000;

/** Leadership looks at an uploaded file before it takes the place of ours: who signed it, and how it belongs to the certificate. */
export async function examine(deps: Deps, actor: Actor, code: CertificateCode, sha256: Sha256): Promise<Result<Examined, Failure>> {
  const found = await loadForRead(deps, actor, 'certificate.substitute', certificateAt({ code }));
  if (!found.ok) return found;
  const certificate = found.value;
  const judged = await judge(deps, certificate, sha256);
  return judged.ok ? ok(judged.value.examined) : judged;
}

/**
 * Judges an uploaded file: its signature is right and covers the whole of it, somebody other than us signed, and it belongs to this
 * certificate and to no other. Whether the signer is whom leadership expects is for leadership to see.
 */
export async function judge(
  { table, blobs }: Deps,
  certificate: Certificate,
  sha256: Sha256,
): Promise<Result<{ examined: Examined; bytes: Uint8Array }, Failure>> {
  // A certificate that is no longer in force keeps the file it had.
  if (certificate.state !== 'valid')
    return fail({ code: 'wrong-state', action: 'substitute', state: certificate.state, allowed: ['valid'] });
  if ((certificate.signedElsewhere?.length ?? 0) >= mostSignedElsewhere) return fail({ code: 'signed-file-refused', why: 'too-many' });
  const uploaded = blobKey.upload(sha256);
  const there = await blobs.stat(uploaded);
  if (there && there.size > mostBytes) return fail({ code: 'file-too-large', mostBytes });
  const bytes = there && (await blobs.get(uploaded));
  if (!bytes) return fail({ code: 'file-missing', sha256 });

  const refused = (why: SignedFileFault) => fail({ code: 'signed-file-refused', why } as const);
  const signature = verifySignedPdf(bytes);
  if (signature.outcome !== 'valid') return refused(signature.outcome);
  if (await findSigningKey(table, signature.by.fingerprint)) return refused('signed-here');
  const holder = await findCertificateOfFile(table, sha256);
  if (holder && holder.code !== certificate.code) return refused('taken');
  const ours = await blobs.get(blobKey.certificate(certificate.code));
  const belonging = ours && startsWith(bytes, ours) ? 'on-ours' : carriesCode(bytes, certificate.code) ? 'names-it' : undefined;
  if (!belonging) return refused('another-certificate');
  return ok({ examined: { sha256, size: bytes.length, belonging, signedBy: signature.by }, bytes });
}

const startsWith = (bytes: Uint8Array, beginning: Uint8Array): boolean =>
  bytes.length > beginning.length && Buffer.compare(bytes.subarray(0, beginning.length), beginning) === 0;
