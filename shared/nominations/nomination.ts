import * as z from 'zod/mini';
import {
  AuthorityId,
  CertificateCode,
  Day,
  Instant,
  line,
  MerchantId,
  NominationId,
  PersonId,
  ProgrammeId,
  Sha256,
  StreetId,
} from '../ids.ts';
import { PaymentMethod } from '../merchants/merchant.ts';
import { versioned } from '../record.ts';
import { Figures } from '../streets/street.ts';

export const Contact = z.strictObject({
  name: line(120, 'Contact person of the ward'),
  phone: z.string().check(z.regex(/^0\d{9,10}$/), z.describe('Phone of the contact person')),
});
export type Contact = z.infer<typeof Contact>;

/** A file that belongs to a dossier, found by its content. */
export const AttachedFile = z.strictObject({
  sha256: Sha256,
  name: line(160, 'Name of the file'),
  contentType: z.string().check(z.maxLength(100)),
  size: z.int().check(z.positive(), z.maximum(20_000_000)),
  purpose: z.enum(['ward-report', 'photo', 'other']).check(z.describe("What it is: the ward's report, a photo, or something else")),
});
export type AttachedFile = z.infer<typeof AttachedFile>;

/** A remark pinned to one field of a dossier. */
export const FieldComment = z.strictObject({
  field: z
    .string()
    .check(z.regex(/^[a-z][A-Za-z0-9.[\]-]{0,99}$/), z.describe('The field it is about, for example "street.from" or "contact.phone"')),
  text: line(1000, 'Remark'),
});
export type FieldComment = z.infer<typeof FieldComment>;

/** A merchant as drawn for the spot check, with the methods that were registered at that moment. */
export const SampledMerchant = z.object({ merchantId: MerchantId, name: z.string(), place: z.string(), methods: z.array(PaymentMethod) });
export type SampledMerchant = z.infer<typeof SampledMerchant>;

/** The drawn sample of one round: anyone can draw it again from the snapshot and the seed. */
export const Sample = z.object({
  nominationId: NominationId,
  round: z.int(),
  seed: z.string(),
  drawnAt: Instant,
  merchants: z.array(SampledMerchant),
  ...versioned,
});
export type Sample = z.infer<typeof Sample>;

export const Comment = z.object({
  id: z.uuid(),
  nominationId: NominationId,
  round: z.int(),
  by: PersonId,
  byName: z.string(),
  at: Instant,
  ...FieldComment.shape,
  ...versioned,
});
export type Comment = z.infer<typeof Comment>;

/** What of a dossier is not in the list of merchants, as it was handed in: the street in words, its line on the map as a hash, the files. */
const frozen = z.object({ street: z.record(z.string(), z.string()), files: z.array(Sha256) });
export type Frozen = z.infer<typeof frozen>;

/** What the ward handed in: figures as counted then, and the merchant list frozen as a file named by its SHA-256. */
const submission = z.object({
  submittedAt: Instant,
  by: PersonId,
  onTime: z.boolean(),
  located: z.boolean(),
  figures: Figures,
  snapshot: Sha256,
  /** Dossiers that were handed in before this was kept have none. */
  frozen: z.optional(frozen),
  /** What had been handed in before the last return: against it the office sees what the ward has changed. */
  before: z.optional(z.object({ submittedAt: Instant, snapshot: Sha256, frozen: z.optional(frozen) })),
});
const assignment = z.object({
  assessors: z.array(PersonId),
  completed: z.array(PersonId),
  seed: z.string(),
  drawnAt: Instant,
  sampleSize: z.int(),
});
const outcome = z.object({
  score: z.number(),
  passed: z.boolean(),
  unmet: z.array(z.string()),
  spread: z.number(),
  flagged: z.boolean(),
  lateToAcknowledge: z.int(),
});
/** Leadership asked to look again: stays with the dossier until another return or a new round. */
const sentBack = z.object({ by: PersonId, at: Instant, reason: z.string() });
const recommendation = z.object({ inFavour: z.boolean(), reason: z.string(), by: PersonId, at: Instant });
const decision = z.object({ by: PersonId, at: Instant, number: z.optional(z.string()), date: z.optional(Day) });

/** What a correction may put right on a certificate. */
export const CorrectedFacts = z.strictObject({
  name: z.optional(line(120, 'Name of the street or market')),
  from: z.optional(line(120, 'Where the segment begins')),
  to: z.optional(line(120, 'Where the segment ends')),
  address: z.optional(line(200, 'Address of the market')),
  signatoryName: z.optional(line(80, 'Name of the signatory')),
  decisionNumber: z.optional(line(60, 'Number of the decision')),
  decisionDate: z.optional(Day),
});
export type CorrectedFacts = z.infer<typeof CorrectedFacts>;

const asked = { by: PersonId, at: Instant, reason: z.string() };
const pending = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('correction'), ...asked, facts: CorrectedFacts }),
  z.object({ kind: z.literal('revocation'), ...asked }),
]);

const common = z.object({
  id: NominationId,
  programmeId: ProgrammeId,
  streetId: StreetId,
  wardId: AuthorityId,
  wardName: z.string(),
  streetName: z.string(),
  kind: z.enum(['street', 'market']),
  above: z.array(AuthorityId),
  advisingAuthorityId: AuthorityId,
  issuingAuthorityId: AuthorityId,
  contact: z.optional(Contact),
  files: z.array(AttachedFile),
  /** Counts the submissions: each return opens a new round with a new sample and new assessments. */
  round: z.int().check(z.nonnegative()),
  /** The place `SLOT#ward#kind#n` of the ward's quota that this nomination holds. */
  slot: z.optional(z.int()),
  extended: z.object({ registrationClosesAt: z.optional(Instant), assessmentDueAt: z.optional(Instant) }),
  createdAt: Instant,
  updatedAt: Instant,
  ...versioned,
});
const handedIn = z.extend(common, { submission });
const assigned = z.extend(handedIn, { assignment });
const judged = z.extend(assigned, { outcome, sentBack: z.optional(sentBack) });
const advised = z.extend(judged, { recommendation });
const granted = z.extend(advised, { decision, certificateCode: CertificateCode, certificateNumber: z.string() });

/** One street put forward by a ward in one programme: it has the lifecycle (`nominations/transitions.ts`). */
export const Nomination = z.discriminatedUnion('state', [
  z.extend(common, { state: z.literal('draft') }),
  z.extend(handedIn, { state: z.literal('submitted') }),
  z.extend(handedIn, {
    state: z.literal('returned'),
    returned: z.object({ by: PersonId, at: Instant, reason: z.string(), answerBy: Instant, comments: z.array(FieldComment) }),
  }),
  z.extend(common, { state: z.literal('withdrawn'), withdrawnAt: Instant, reason: z.string() }),
  z.extend(assigned, { state: z.literal('assessing') }),
  z.extend(judged, { state: z.literal('assessed') }),
  z.extend(advised, { state: z.literal('recommended') }),
  z.extend(granted, { state: z.literal('certified'), pending }),
  z.extend(advised, { state: z.literal('declined'), declined: z.object({ by: PersonId, at: Instant, reason: z.string() }) }),
  z.extend(granted, {
    state: z.literal('revoked'),
    revoked: z.object({ askedBy: PersonId, confirmedBy: PersonId, at: Instant, reason: z.string() }),
  }),
]);
export type Nomination = z.infer<typeof Nomination>;
export type NominationState = Nomination['state'];
/** A nomination that is known to be in one of these states. */
export type NominationIn<S extends NominationState> = Extract<Nomination, { state: S }>;
