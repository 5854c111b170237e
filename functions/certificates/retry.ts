import type { Certificate } from '../../shared/certificates/certificate.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { CertificateCode } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { certificateAt } from './store.ts';

/** Somebody asks for the file again that could not be made: the renderer is told at once. Nothing changes where it is there or on its way. */
export async function retry({ table }: Deps, command: Command, code: CertificateCode): Promise<Result<Certificate, Failure>> {
  const open = await loadForUpdate({ table }, command, 'certificate.retry', certificateAt({ code }));
  if (open.done) return open.answer;
  const { found: certificate } = open;
  if (certificate.file.state !== 'failed') return ok(certificate);
  return save(
    table,
    change(table, command, 'certificate.retry', 'certificate', certificate, { ...certificate, file: { state: 'pending' } }),
  );
}
