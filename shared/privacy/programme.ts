import type { Checklist } from '../criteria/checklist.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import type { Programme } from '../programmes/programme.ts';
import { type FieldRules, plain } from './rule.ts';

const checklist = {
  criteria: {
    each: {
      code: plain,
      vi: plain,
      en: plain,
      appliesTo: plain,
      weight: plain,
      mandatory: plain,
      measure: { fields: { kind: plain, from: plain, question: plain, threshold: plain } },
      of: plain,
      evidence: plain,
      basis: plain,
      source: plain,
    },
  },
  passScore: plain,
} as const satisfies FieldRules<Checklist>;

/** Who signs is printed on every certificate. */
export const signatory = {
  fields: { capacity: plain, name: { personal: 'public', because: 'stands on certificates, which anybody may read' } },
} as const;

export const programmePrivacy = {
  id: plain,
  above: plain,
  name: plain,
  year: plain,
  legalBasis: plain,
  advisingAuthorityId: plain,
  issuingAuthorityId: plain,
  wardIds: plain,
  registrationOpensAt: plain,
  registrationClosesAt: plain,
  assessmentDueAt: plain,
  ceremonyAt: plain,
  syncGraceHours: plain,
  quota: { fields: { street: plain, market: plain } },
  minMerchants: plain,
  checklist: { fields: checklist },
  certificate: { fields: { numberTemplate: plain, authorityName: plain, placeOfIssue: plain, signatory } },
  state: plain,
  openedAt: plain,
  closedAt: plain,
} as const satisfies FieldRules<Programme>;

export const criteriaPrivacy = {
  id: plain,
  name: plain,
  checklist: { fields: checklist },
  edition: plain,
  authorityId: plain,
  above: plain,
  state: plain,
  publishedAt: plain,
  retiredAt: plain,
} as const satisfies FieldRules<CriteriaSet>;
