import * as z from 'zod/mini';
import { auditActionCodes } from '../audit/actions.ts';
import { Instant, NominationId, Sha256 } from '../ids.ts';

const personalChange = z.object({
  at: Instant,
  action: z.enum(auditActionCodes),
  field: z.string(),
  was: z.optional(z.unknown()),
  now: z.optional(z.unknown()),
});
const inDossier = { nominationId: NominationId, round: z.int() };

/** A frozen file that names somebody among others and that no erasure reaches. */
export const PersonalFile = z.object({ what: z.enum(['frozen-list', 'imported-list']), sha256: Sha256 });

/** Everything that is stored about one person: the record, the personal values in its history, and where else they stand. */
export const PersonalExport = z.object({
  exportedAt: Instant,
  record: z.record(z.string(), z.unknown()),
  history: z.array(personalChange),
  drawn: z.array(z.object({ ...inDossier, as: z.array(z.unknown()) })),
  visited: z.array(z.object({ ...inDossier, found: z.array(z.unknown()) })),
  kept: z.array(PersonalFile),
});
export type PersonalExport = z.infer<typeof PersonalExport>;
