import type { AttachedFile, Comment, CorrectedFacts, FieldComment, Frozen, Nomination, Sample } from '../nominations/nomination.ts';
import { methodPrivacy } from './merchant.ts';
import { actor, type FieldRules, plain } from './rule.ts';
import { figuresPrivacy } from './street.ts';

const file = { sha256: plain, name: plain, contentType: plain, size: plain, purpose: plain } as const satisfies FieldRules<AttachedFile>;
const remark = { field: plain, text: plain } as const satisfies FieldRules<FieldComment>;
const frozen = { street: { values: plain }, files: plain } as const satisfies FieldRules<Frozen>;
const facts = {
  name: plain,
  from: plain,
  to: plain,
  address: plain,
  signatoryName: { personal: 'public', because: 'stands on certificates, which anybody may read' },
  decisionNumber: plain,
  decisionDate: plain,
} as const satisfies FieldRules<CorrectedFacts>;
const reasoned = { by: actor, at: plain, reason: plain } as const;

export const nominationPrivacy = {
  id: plain,
  programmeId: plain,
  streetId: plain,
  wardId: plain,
  wardName: plain,
  streetName: plain,
  kind: plain,
  above: plain,
  advisingAuthorityId: plain,
  issuingAuthorityId: plain,
  contact: {
    personal: true,
    seen: 'nomination.read',
    erased: { kept: 'a dossier has somebody to ask; the ward names another person while it may edit' },
  },
  files: { each: file },
  round: plain,
  slot: plain,
  extended: { fields: { registrationClosesAt: plain, assessmentDueAt: plain } },
  createdAt: plain,
  updatedAt: plain,
  state: plain,
  submission: {
    fields: {
      submittedAt: plain,
      by: actor,
      onTime: plain,
      located: plain,
      figures: { fields: figuresPrivacy },
      snapshot: plain,
      frozen: { fields: frozen },
      before: { fields: { submittedAt: plain, snapshot: plain, frozen: { fields: frozen } } },
    },
  },
  returned: { fields: { ...reasoned, answerBy: plain, comments: { each: remark } } },
  withdrawnAt: plain,
  reason: plain,
  assignment: { fields: { assessors: actor, completed: actor, seed: plain, drawnAt: plain, sampleSize: plain } },
  outcome: { fields: { score: plain, passed: plain, unmet: plain, spread: plain, flagged: plain, lateToAcknowledge: plain } },
  sentBack: { fields: reasoned },
  recommendation: { fields: { ...reasoned, inFavour: plain } },
  decision: { fields: { by: actor, at: plain, number: plain, date: plain } },
  certificateCode: plain,
  certificateNumber: plain,
  pending: { fields: { ...reasoned, kind: plain, facts: { fields: facts } } },
  declined: { fields: reasoned },
  revoked: { fields: { askedBy: actor, confirmedBy: actor, at: plain, reason: plain } },
} as const satisfies FieldRules<Nomination>;

/** Shops as they were drawn: each with the methods that were registered at that moment. */
export const samplePrivacy = {
  nominationId: plain,
  round: plain,
  seed: plain,
  drawnAt: plain,
  merchants: { each: { merchantId: plain, name: plain, place: plain, methods: { each: methodPrivacy } } },
} as const satisfies FieldRules<Sample>;

export const commentPrivacy = {
  id: plain,
  nominationId: plain,
  round: plain,
  by: actor,
  byName: { personal: true, seen: 'nomination.read', erased: { kept: 'who remarked what is part of the record of a decision' } },
  at: plain,
  field: plain,
  text: plain,
} as const satisfies FieldRules<Comment>;
