import * as z from 'zod/mini';
import { Instant, ProgrammeId } from './ids.ts';

const count = z.int().check(z.nonnegative());

/** A programme at a glance, recomputed from its board whenever a nomination changed; never added up from reports. */
export const Summary = z.object({
  programmeId: ProgrammeId,
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
