import type { Certificate } from '../../shared/certificate.ts';
import type { Failure } from '../../shared/failure.ts';
import type { CertificateCode, Sha256 } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { blobKey } from '../data/blobs.ts';
import { change, repeatOf, save, staleIf } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { judge } from './examine.ts';
import { placeOf } from './load.ts';
import { findCertificate } from './store.ts';

/**
 * Hands a file that was signed elsewhere (USB token, a certification authority of the State) out in place of ours. Its bytes, hash and
 * signer are kept with the certificate; ours and every earlier one stay, and are still recognised as this certificate's.
 */
export async function substitute(
  deps: Deps,
  actor: Actor,
  act: Act,
  of: { code: CertificateCode; version: number },
  file: { sha256: Sha256; name: string },
): Promise<Result<Certificate, Failure>> {
  const { table, blobs } = deps;
  const certificate = await findCertificate(table, of.code);
  if (!certificate) return fail({ code: 'not-found', what: 'certificate', id: of.code });
  const allowed = may(actor, 'certificate.substitute', await placeOf(table, certificate));
  if (!allowed.ok) return allowed;
  const repeat = repeatOf(certificate, act);
  if (repeat) return repeat;
  const current = staleIf(certificate, of.version, 'certificate');
  if (!current.ok) return current;
  const judged = await judge(deps, certificate, file.sha256);
  if (!judged.ok) return judged;
  const { signedElsewhere = [] } = certificate;
  if (signedElsewhere.at(-1)?.sha256 === file.sha256) return ok(certificate);

  // Under the certificate's own name, beside ours: an upload belongs to nobody and might be swept one day.
  await blobs.putOnce(blobKey.signedElsewhere(certificate.code, file.sha256), judged.value.bytes, 'application/pdf');
  const taken = { ...judged.value.examined, name: file.name, by: actor.id, at: act.at };
  return save(
    table,
    change(table, act, 'certificate.substitute', 'certificate', certificate, {
      ...certificate,
      signedElsewhere: [...signedElsewhere, taken],
    }),
  );
}
