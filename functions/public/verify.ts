import { typedCode } from '../../shared/certificates/certificate.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { CertificateCode } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { answerOfRecord, type Found } from '../../shared/verification/verification.ts';
import { findCertificate } from '../certificates/store.ts';
import type { Deps } from '../deps.ts';

/** Looks a code up as it was scanned or typed, in one read. */
export async function verify({ table }: Deps, typed: string): Promise<Result<Found & { code: string }, Failure>> {
  const code = CertificateCode.safeParse(typedCode(typed));
  if (!code.success) return fail({ code: 'code-unreadable', typed: typed.slice(0, 40) });
  const certificate = await findCertificate(table, code.data);
  return ok(certificate ? answerOfRecord(certificate) : { status: 'unknown', code: code.data, why: 'code' });
}
