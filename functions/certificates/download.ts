import { type Certificate, handedOut } from '../../shared/certificates/certificate.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { CertificateCode } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { blobKey } from '../data/blobs.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { certificateAt } from './store.ts';

/**
 * The address of a certificate's file, the one that was signed elsewhere where there is one; "not ready" while the renderer works, which this
 * request wakes again.
 */
export async function download(
  { table, blobs }: Deps,
  actor: Actor,
  code: CertificateCode,
): Promise<Result<{ url: string; sha256: string; state: Certificate['state'] }, Failure>> {
  const found = await loadForRead({ table }, actor, 'certificate.read', certificateAt({ code }));
  if (!found.ok) return found;
  const certificate = found.value;
  const { file } = certificate;
  const current = handedOut(certificate);
  if (!current && file.state === 'failed') return fail({ code: 'certificate-not-made', fault: file.fault, retryAfterSeconds: 60 });
  if (!current) {
    table.report([{ type: 'certificate', record: certificate }]);
    return fail({ code: 'certificate-not-ready', retryAfterSeconds: 1 });
  }
  const key = certificate.signedElsewhere ? blobKey.signedElsewhere(code, current.sha256) : blobKey.certificate(code);
  // Who finds the file on a disk later sees by its name that it is out of force.
  const name = `giay-chung-nhan-${certificate.number.replace(/[^\dA-Za-z-]+/g, '-')}-${code}${endings[certificate.state]}.pdf`;
  return ok({
    url: await blobs.downloadAddress(key, { name, contentType: 'application/pdf' }),
    sha256: current.sha256,
    state: certificate.state,
  });
}

const endings = { valid: '', superseded: '-da-thay-the', revoked: '-da-thu-hoi' } as const;
