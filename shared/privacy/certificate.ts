import type { Ceremony } from '../ceremony/ceremony.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { CertificateFacts } from '../certificates/certificate-text.ts';
import type { SignedBy, SigningKey } from '../certificates/signing-key.ts';
import { signatory } from './programme.ts';
import { actor, type FieldRules, type PublicRule, plain } from './rule.ts';

const readByAnybody: PublicRule = { personal: 'public', because: 'stands in the signed file, which anybody may read' };

const facts = {
  kind: plain,
  name: plain,
  segment: { fields: { from: plain, to: plain, side: plain } },
  address: plain,
  wardName: plain,
  districtName: plain,
  cityName: plain,
  authorityName: plain,
  placeOfIssue: plain,
  issuedOn: plain,
  number: plain,
  code: plain,
  decision: { fields: { number: plain, date: plain } },
  figures: { fields: { cashless: plain, merchants: plain } },
  score: plain,
  signatory,
  publicOrigin: plain,
  supersedes: plain,
} as const satisfies FieldRules<CertificateFacts>;

const signedBy = {
  subject: readByAnybody,
  issuer: plain,
  serial: plain,
  fingerprint: plain,
  validFrom: plain,
  validTo: plain,
  signedAt: plain,
} as const satisfies FieldRules<SignedBy>;

export const certificatePrivacy = {
  code: plain,
  programmeId: plain,
  nominationId: plain,
  streetId: plain,
  wardId: plain,
  above: plain,
  issuingAuthorityId: plain,
  year: plain,
  count: plain,
  number: plain,
  facts: { fields: facts },
  issuedBy: actor,
  issuedAt: plain,
  file: { fields: { state: plain, sha256: plain, size: plain, signedWith: plain, fault: plain, detail: plain, since: plain } },
  signedElsewhere: {
    each: { sha256: plain, size: plain, name: plain, belonging: plain, signedBy: { fields: signedBy }, by: actor, at: plain },
  },
  state: plain,
  supersededBy: plain,
  supersededOn: plain,
  revokedOn: plain,
  reason: plain,
} as const satisfies FieldRules<Certificate>;

export const signingKeyPrivacy = {
  subject: readByAnybody,
  issuer: plain,
  serial: plain,
  fingerprint: plain,
  validFrom: plain,
  validTo: plain,
  chain: readByAnybody,
  firstUsedAt: plain,
} as const satisfies FieldRules<SigningKey>;

export const ceremonyPrivacy = { programmeId: plain, order: plain } as const satisfies FieldRules<Ceremony>;
