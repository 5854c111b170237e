import { Assessment } from '../../shared/assessments/assessment.ts';
import { Authority } from '../../shared/authorities/authority.ts';
import { Ceremony } from '../../shared/ceremony/ceremony.ts';
import { Certificate } from '../../shared/certificates/certificate.ts';
import { SigningKey } from '../../shared/certificates/signing-key.ts';
import { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { Import } from '../../shared/merchants/import.ts';
import { Merchant } from '../../shared/merchants/merchant.ts';
import { Comment, Nomination, Sample } from '../../shared/nominations/nomination.ts';
import { Person } from '../../shared/people/person.ts';
import { Programme } from '../../shared/programmes/programme.ts';
import { Street } from '../../shared/streets/street.ts';

/** What the table stores, by type: every read is parsed by the schema that also checks requests. */
export const schemas = {
  authority: Authority,
  person: Person,
  programme: Programme,
  criteria: CriteriaSet,
  street: Street,
  merchant: Merchant,
  import: Import,
  nomination: Nomination,
  sample: Sample,
  comment: Comment,
  assessment: Assessment,
  certificate: Certificate,
  signingKey: SigningKey,
  ceremony: Ceremony,
} as const;

export type RecordType = keyof typeof schemas;
export type Records = {
  authority: Authority;
  person: Person;
  programme: Programme;
  criteria: CriteriaSet;
  street: Street;
  merchant: Merchant;
  import: Import;
  nomination: Nomination;
  sample: Sample;
  comment: Comment;
  assessment: Assessment;
  certificate: Certificate;
  signingKey: SigningKey;
  ceremony: Ceremony;
};

/** Attributes outside `data` that change without a new version of the record: counters, added to in other records' transactions. */
export const liveFields: Partial<Record<RecordType, string>> = { street: 'figures' };
