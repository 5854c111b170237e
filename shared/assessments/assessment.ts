import * as z from 'zod/mini';
import { AuthorityId, Instant, line, MerchantId, NominationId, PersonId, Sha256 } from '../ids.ts';
import { versioned } from '../record.ts';
import { decimal } from '../text/decimal.ts';

const evidence = z.array(Sha256).check(z.maxLength(30), z.describe('Photos and files that show it, by content'));
const note = z.optional(line(1000, 'Note'));
const quantity = decimal(0, 1_000_000_000);

/** The answer to one criterion that the registry does not decide. */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yesNo'), met: z.boolean(), evidence, note }),
  z.strictObject({ kind: z.literal('count'), count: quantity, evidence, note }),
  z.strictObject({ kind: z.literal('share'), numerator: quantity, denominator: quantity.check(z.positive()), evidence, note }),
  z.strictObject({ kind: z.literal('notApplicable'), reason: line(500, 'Why the criterion does not apply'), evidence, note }),
]);
export type Answer = z.infer<typeof Answer>;

export const scanResults = ['same-account', 'other-account', 'different-payee', 'unreadable', 'recorded'] as const;

/** One drawn shop. `scan` is what the camera read; the server compares it again with the registered account. */
export const SpotCheck = z.discriminatedUnion('outcome', [
  z.strictObject({
    merchantId: MerchantId,
    outcome: z.literal('found'),
    qrDisplayed: z.boolean(),
    pricesDisplayed: z.boolean(),
    payload: z.optional(z.string().check(z.minLength(1), z.maxLength(1024), z.describe('Text of the scanned QR code'))),
    evidence,
    note,
  }),
  z.strictObject({ merchantId: MerchantId, outcome: z.enum(['closed', 'not-found', 'refused']), evidence, note }),
]);
export type SpotCheck = z.infer<typeof SpotCheck>;

export const Arrival = z.strictObject({
  at: Instant,
  position: z.optional(
    z.strictObject({
      latitude: decimal(-90, 90),
      longitude: decimal(-180, 180),
      accuracyMetres: decimal(0, 100_000),
    }),
  ),
  manualReason: z.optional(line(300, 'Why the position was set by hand or is missing')),
});

/** What an assessor writes on one visit; the phone and the server score the same sheet. */
export const AssessmentSheet = z.strictObject({
  arrival: z.optional(Arrival),
  answers: z.record(z.string().check(z.regex(/^[A-Z]\d{2}$/)), Answer),
  spotChecks: z.array(SpotCheck).check(z.maxLength(600)),
  note: z.optional(line(4000, 'Remarks on the visit')),
});
export type AssessmentSheet = z.infer<typeof AssessmentSheet>;

/** Both clocks of a finished assessment: the device's, its known offset to the server, and the server's. */
export const Clocks = z.strictObject({
  completedAt: Instant,
  clockOffsetMs: z
    .int()
    .check(z.minimum(-31_536_000_000), z.maximum(31_536_000_000), z.describe('Server clock minus device clock, milliseconds')),
  receivedAt: Instant,
});

const common = z.object({
  nominationId: NominationId,
  personId: PersonId,
  personName: z.string(),
  round: z.int().check(z.positive()),
  wardId: AuthorityId,
  dueAt: Instant,
  streetName: z.string(),
  sheet: AssessmentSheet,
  ...versioned,
});

/**
 * One assessor's visit to one nomination in one round. `late` waits for an officer; `kept` arrived after the grace and counts
 * only once an officer accepts it: nothing an assessor wrote is dropped.
 */
export const Assessment = z.discriminatedUnion('state', [
  z.extend(common, { state: z.literal('writing') }),
  z.extend(common, { state: z.literal('completed'), clocks: Clocks }),
  z.extend(common, {
    state: z.literal('late'),
    clocks: Clocks,
    acknowledged: z.optional(z.object({ by: PersonId, at: Instant, note: z.string() })),
  }),
  z.extend(common, { state: z.literal('kept'), clocks: Clocks }),
  z.extend(common, { state: z.literal('unassigned') }),
]);
export type Assessment = z.infer<typeof Assessment>;

/** Counts in the score: everything completed in time or within the grace. */
export const counts = ({ state }: Pick<Assessment, 'state'>): boolean => state === 'completed' || state === 'late';
