import * as z from 'zod/mini';
import { AuthorityId, CertificateCode, Instant, NominationId, PersonId, ProgrammeId } from '../ids.ts';

/** Whose post box a notice lies in: those who hold a role in an authority share one; an assessor's visits are their own. */
export const Inbox = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['ward', 'officer', 'leader', 'city', 'admin']), authorityId: AuthorityId }),
  z.object({ role: z.literal('assessor'), personId: PersonId }),
]);
export type Inbox = z.infer<typeof Inbox>;

/** Days before a deadline on which it is recalled; 0 once it has passed. */
export const reminderDays = [7, 3, 1, 0] as const;

const common = {
  /** Follows from what it is about, so that telling it again finds it there already. */
  id: z.string().check(z.minLength(1), z.maxLength(160)),
  at: Instant,
  /** Whose act it tells of: no news to that person. */
  by: z.optional(PersonId),
  programmeId: ProgrammeId,
};
const about = { ...common, nominationId: NominationId, streetName: z.string(), wardName: z.string() };
const reason = z.string();

/** What a person is told. The words stand in `notices/notice-texts.ts`, for the page and for mail. */
export const Notice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('submitted'), ...about }),
  z.object({ kind: z.literal('returned'), ...about, reason, dueAt: Instant }),
  z.object({ kind: z.literal('assigned'), ...about }),
  z.object({ kind: z.literal('assessed'), ...about, score: z.number(), passed: z.boolean() }),
  z.object({ kind: z.literal('recommended'), ...about, inFavour: z.boolean() }),
  z.object({ kind: z.literal('sentBack'), ...about, reason }),
  z.object({ kind: z.literal('declined'), ...about, reason }),
  z.object({
    kind: z.literal('issued'),
    ...about,
    certificateCode: CertificateCode,
    certificateNumber: z.string(),
    supersedes: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('correctionAsked'), ...about, certificateNumber: z.string(), reason }),
  z.object({ kind: z.literal('revocationAsked'), ...about, certificateNumber: z.string(), reason }),
  z.object({ kind: z.literal('revoked'), ...about, certificateNumber: z.string(), reason }),
  z.object({
    kind: z.literal('due'),
    ...common,
    nominationId: z.optional(NominationId),
    streetName: z.optional(z.string()),
    /** What is due: the ward's dossier, its answer to remarks, or the assessment. */
    what: z.enum(['registration', 'answer', 'assessment']),
    dueAt: Instant,
    days: z.literal(reminderDays),
  }),
]);
export type Notice = z.infer<typeof Notice>;
export type NoticeKind = Notice['kind'];

const read = { read: z.boolean() };
const [submitted, returned, assigned, assessed, recommended, sentBack, declined, issued, ...later] = Notice.def.options;
const [correctionAsked, revocationAsked, revoked, due] = later;
/** A notice as its reader sees it. */
export const ShownNotice = z.discriminatedUnion('kind', [
  z.extend(submitted, read),
  z.extend(returned, read),
  z.extend(assigned, read),
  z.extend(assessed, read),
  z.extend(recommended, read),
  z.extend(sentBack, read),
  z.extend(declined, read),
  z.extend(issued, read),
  z.extend(correctionAsked, read),
  z.extend(revocationAsked, read),
  z.extend(revoked, read),
  z.extend(due, read),
]);
export type ShownNotice = z.infer<typeof ShownNotice>;

/** A notice and whose it is. */
export const Addressed = z.object({ to: Inbox, notice: Notice });
export type Addressed = z.infer<typeof Addressed>;
