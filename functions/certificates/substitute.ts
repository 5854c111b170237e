import type { Certificate } from '../../shared/certificates/certificate.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { CertificateCode, Sha256 } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { blobKey } from '../data/blobs.ts';
import { loadForUpdate } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { judge } from './examine.ts';
import { certificateAt } from './store.ts';

/**
 * Hands a file that was signed elsewhere (USB token, a certification authority of the State) out in place of ours. Its bytes, hash and
 * signer are kept with the certificate; ours and every earlier one stay, and are still recognised as this certificate's.
 */
export async function substitute(
  deps: Deps,
  command: Command,
  of: { code: CertificateCode; version: number },
  file: { sha256: Sha256; name: string },
): Promise<Result<Certificate, Failure>> {
  const { table, blobs } = deps;
  const open = await loadForUpdate(deps, command, 'certificate.substitute', certificateAt(of));
  if (open.done) return open.answer;
  const { found: certificate } = open;
  const judged = await judge(deps, certificate, file.sha256);
  if (!judged.ok) return judged;
  const { signedElsewhere = [] } = certificate;
  if (signedElsewhere.at(-1)?.sha256 === file.sha256) return ok(certificate);

  // Under the certificate's own name, beside ours: an upload belongs to nobody and might be swept one day.
  await blobs.putOnce(blobKey.signedElsewhere(certificate.code, file.sha256), judged.value.bytes, 'application/pdf');
  const taken = { ...judged.value.examined, name: file.name, by: command.by.id, at: command.at };
  return save(
    table,
    change(table, command, 'certificate.substitute', 'certificate', certificate, {
      ...certificate,
      signedElsewhere: [...signedElsewhere, taken],
    }),
  );
}
