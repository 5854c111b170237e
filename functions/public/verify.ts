import { typedCode } from '../../shared/certificate.ts';
import type { CertificateFacts } from '../../shared/certificate-text.ts';
import type { Failure } from '../../shared/failure.ts';
import { CertificateCode, type StreetId } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { findCertificate } from '../certificates/store.ts';
import type { Deps } from '../deps.ts';

/** What anybody learns about a certificate: no personal data, and of a revocation the date only. */
export type Verification =
  | { status: 'unknown'; code: string }
  | ({ status: 'valid' } & Shown)
  | ({ status: 'superseded'; supersededBy: string; supersededOn: string } & Shown)
  | ({ status: 'revoked'; revokedOn: string } & Shown);
type Shown = {
  code: string;
  streetId: StreetId;
  number: string;
  kind: 'street' | 'market';
  name: string;
  from?: string;
  to?: string;
  address?: string;
  wardName: string;
  districtName?: string;
  cityName: string;
  authorityName: string;
  issuedOn: string;
  figures: { cashless: number; merchants: number };
  sha256?: string;
};

/** Looks a code up as it was scanned or typed, in one read. */
export async function verify({ table }: Deps, typed: string): Promise<Result<Verification, Failure>> {
  const code = CertificateCode.safeParse(typedCode(typed));
  if (!code.success) return fail({ code: 'code-unreadable', typed: typed.slice(0, 40) });
  const certificate = await findCertificate(table, code.data);
  if (!certificate) return ok({ status: 'unknown', code: code.data });
  const { facts, file } = certificate;
  const shown: Shown = {
    code: code.data,
    streetId: certificate.streetId,
    number: certificate.number,
    kind: facts.kind,
    name: facts.name,
    ...where(facts),
    wardName: facts.wardName,
    ...(facts.districtName && { districtName: facts.districtName }),
    cityName: facts.cityName,
    authorityName: facts.authorityName,
    issuedOn: facts.issuedOn,
    figures: facts.figures,
    ...(file.state === 'ready' && { sha256: file.sha256 }),
  };
  switch (certificate.state) {
    case 'valid':
      return ok({ status: 'valid', ...shown });
    case 'superseded':
      return ok({ status: 'superseded', supersededBy: certificate.supersededBy, supersededOn: certificate.supersededOn, ...shown });
    case 'revoked':
      return ok({ status: 'revoked', revokedOn: certificate.revokedOn, ...shown });
  }
}

/** Where the certified segment runs, or the market stands. */
function where(facts: CertificateFacts): Pick<Shown, 'from' | 'to' | 'address'> {
  if (facts.kind === 'market') return facts.address ? { address: facts.address } : {};
  const { from, to } = facts.segment;
  return { ...(from && { from }), ...(to && { to }) };
}
