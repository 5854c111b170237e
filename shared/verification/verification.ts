import type { Certificate } from '../certificates/certificate.ts';
import type { CertificateFacts } from '../certificates/certificate-text.ts';
import type { CertificateCode, Day, Instant, StreetId } from '../ids.ts';

/** What anybody learns about a certificate: no personal data. People compare it with the paper before them. */
export type CertificateShown = {
  code: CertificateCode;
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
  issuedOn: Day;
  figures: { cashless: number; merchants: number };
  sha256?: string;
};

/** What the record says; of a revocation the date only, because a reason may be personal. */
export type Recorded =
  | ({ status: 'valid' } & CertificateShown)
  | ({ status: 'superseded'; supersededBy: CertificateCode; supersededOn: Day } & CertificateShown)
  | ({ status: 'revoked'; revokedOn: Day } & CertificateShown);

/** Why nothing can be said now. None of these says anything against the certificate. */
export type CannotCheck = {
  status: 'cannot-check';
  code?: string;
  why: 'busy' | 'no-network' | 'too-many' | 'no-list' | 'not-in-list' | 'file-not-in-list' | 'list-refused' | 'key-unknown';
  /** Seconds after which to try again, where that is known. */
  waitSeconds?: number;
  /** Of which moment the list on this device is. */
  asOf?: Instant;
};

/** The six answers about a code. A file has one more: it is one of ours and was changed. */
export type Answer =
  | Recorded
  | { status: 'unknown'; code: string; why: 'code' }
  | { status: 'unknown'; why: 'file' | 'draft' | 'signed' }
  | { status: 'unreadable'; code?: string; why: 'code' | 'not-a-pdf' | 'too-large' | 'no-file' }
  | ({ status: 'changed'; how: 'after-signing' | 'other-bytes' } & CertificateShown)
  | CannotCheck
  | Listed;

/** What a server that reached the register answers. */
export type Found = Exclude<Answer, CannotCheck | Listed>;

/** What the signed list on a device says: it knows no names, so number and date are there to compare. */
export type Listed = {
  status: 'listed';
  listedStatus: 'valid' | 'superseded' | 'revoked';
  code: CertificateCode;
  /** The n of the number. */
  count: number;
  issuedOn: Day;
  /** Since when it is superseded or revoked. */
  on?: Day;
  supersededBy?: CertificateCode;
  asOf: Instant;
};

/** The answer of a record. Of one that is not there: nothing bears this code. */
export function answerOfRecord(certificate: Certificate): Recorded {
  const shown = shownOf(certificate);
  switch (certificate.state) {
    case 'valid':
      return { status: 'valid', ...shown };
    case 'superseded':
      return { status: 'superseded', supersededBy: certificate.supersededBy, supersededOn: certificate.supersededOn, ...shown };
    case 'revoked':
      return { status: 'revoked', revokedOn: certificate.revokedOn, ...shown };
  }
}

/** What a file shows of itself: whether it is a PDF, the certificate it names, and what its signature proves. */
export type FileSeen = {
  isPdf: boolean;
  /** Issued under a certificate: these very bytes. */
  issuedAs?: Certificate | undefined;
  /** The certificate whose code the file carries. */
  names?: Certificate | undefined;
  /** A draft that this product printed: without number and code. */
  draft: boolean;
  /** `ours`: right, and made with a key of ours; `changed`: made by somebody before the file was changed. */
  signature: 'none' | 'ours' | 'foreign' | 'changed';
};

/** The answer about a file: the same bytes have the record's answer, whatever else they look like. */
export function answerOfFile({ isPdf, issuedAs, names, draft, signature }: FileSeen): Found {
  if (issuedAs) return answerOfRecord(issuedAs);
  if (!isPdf) return { status: 'unreadable', why: 'not-a-pdf' };
  if (names) return { status: 'changed', how: signature === 'changed' ? 'after-signing' : 'other-bytes', ...shownOf(names) };
  if (signature === 'ours') return { status: 'unknown', why: 'signed' };
  return { status: 'unknown', why: draft ? 'draft' : 'file' };
}

function shownOf(certificate: Certificate): CertificateShown {
  const { code, streetId, number, facts, file, signedElsewhere } = certificate;
  const current = signedElsewhere?.at(-1) ?? (file.state === 'ready' ? file : undefined);
  return {
    code,
    streetId,
    number,
    kind: facts.kind,
    name: facts.name,
    ...where(facts),
    wardName: facts.wardName,
    ...(facts.districtName && { districtName: facts.districtName }),
    cityName: facts.cityName,
    authorityName: facts.authorityName,
    issuedOn: facts.issuedOn,
    figures: facts.figures,
    ...(current && { sha256: current.sha256 }),
  };
}

/** Where the certified segment runs, or the market stands. */
function where(facts: CertificateFacts): Pick<CertificateShown, 'from' | 'to' | 'address'> {
  if (facts.kind === 'market') return facts.address ? { address: facts.address } : {};
  const { from, to } = facts.segment;
  return { ...(from && { from }), ...(to && { to }) };
}
