import * as z from 'zod/mini';
import { AuthorityId, Instant, ProgrammeId } from '../ids.ts';

const count = z.int().check(z.nonnegative());

/** A programme at a glance, recomputed from its board whenever a nomination changed; never added up from reports. */
export const Summary = z.object({
  programmeId: ProgrammeId,
  name: z.string(),
  year: z.int(),
  advisingAuthorityId: AuthorityId,
  /** The advising unit and those above it: who may look. */
  above: z.array(AuthorityId),
  states: z.record(z.string(), count),
  wards: count,
  merchants: count,
  cashless: count,
  qr: count,
  card: count,
  wallet: count,
  mobileMoney: count,
  twoMethods: count,
  computedAt: Instant,
});
export type Summary = z.infer<typeof Summary>;
