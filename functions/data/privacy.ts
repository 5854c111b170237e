import { assessmentPrivacy } from '../../shared/privacy/assessment.ts';
import { ceremonyPrivacy, certificatePrivacy, signingKeyPrivacy } from '../../shared/privacy/certificate.ts';
import { importPrivacy, merchantPrivacy } from '../../shared/privacy/merchant.ts';
import { commentPrivacy, nominationPrivacy, samplePrivacy } from '../../shared/privacy/nomination.ts';
import { authorityPrivacy, personPrivacy } from '../../shared/privacy/person.ts';
import { criteriaPrivacy, programmePrivacy } from '../../shared/privacy/programme.ts';
import type { FieldRules } from '../../shared/privacy/rule.ts';
import { streetPrivacy } from '../../shared/privacy/street.ts';
import type { Records, RecordType } from './records.ts';

/** Every field of every stored record: personal or not, who sees it in full, what an erasure leaves. A record type without a table does not compile. */
export const privacy = {
  authority: authorityPrivacy,
  person: personPrivacy,
  programme: programmePrivacy,
  criteria: criteriaPrivacy,
  street: streetPrivacy,
  merchant: merchantPrivacy,
  import: importPrivacy,
  nomination: nominationPrivacy,
  sample: samplePrivacy,
  comment: commentPrivacy,
  assessment: assessmentPrivacy,
  certificate: certificatePrivacy,
  signingKey: signingKeyPrivacy,
  ceremony: ceremonyPrivacy,
} as const satisfies { [T in RecordType]: FieldRules<Records[T]> };
