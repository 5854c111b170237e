import type { Certificate } from '../../shared/certificate.ts';
import type { Failure } from '../../shared/failure.ts';
import type { CertificateCode } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, repeatOf, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { placeOf } from './load.ts';
import { findCertificate } from './store.ts';

/** Somebody asks for the file again that could not be made: the renderer is told at once. Nothing changes where it is there or on its way. */
export async function retry({ table }: Deps, actor: Actor, act: Act, code: CertificateCode): Promise<Result<Certificate, Failure>> {
  const certificate = await findCertificate(table, code);
  if (!certificate) return fail({ code: 'not-found', what: 'certificate', id: code });
  const allowed = may(actor, 'certificate.retry', await placeOf(table, certificate));
  if (!allowed.ok) return allowed;
  const repeat = repeatOf(certificate, act);
  if (repeat) return repeat;
  if (certificate.file.state !== 'failed') return ok(certificate);
  return save(table, change(table, act, 'certificate.retry', 'certificate', certificate, { ...certificate, file: { state: 'pending' } }));
}
