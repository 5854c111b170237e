import * as z from 'zod/mini';
import { Checklist } from '../criteria/checklist.ts';
import { AuthorityId, Instant, line, ProgrammeId } from '../ids.ts';
import { versioned } from '../record.ts';

const timeline = {
  registrationOpensAt: Instant.check(z.describe('From when wards may submit')),
  registrationClosesAt: Instant.check(z.describe('End of registration, exclusive: "before 10/11" is 10/11 00:00 in Vietnam')),
  assessmentDueAt: Instant.check(z.describe('End of assessment, exclusive')),
  ceremonyAt: Instant.check(z.describe('When certificates are handed over')),
};

/** What an officer types to set up one round of certification. */
export const ProgrammeDetails = z.strictObject({
  name: line(200, 'Name of the programme'),
  year: z.int().check(z.minimum(2000), z.maximum(2100), z.describe('Year of the programme')),
  legalBasis: z.array(line(300, 'Document the programme is based on')).check(z.maxLength(20)),
  advisingAuthorityId: AuthorityId.check(z.describe('Authority whose Economics office checks, assigns and recommends')),
  issuingAuthorityId: AuthorityId.check(z.describe('Authority whose leadership decides and issues')),
  wardIds: z.array(AuthorityId).check(z.minLength(1), z.maxLength(400), z.describe('Wards that take part')),
  ...timeline,
  syncGraceHours: z
    .int()
    .check(z.minimum(0), z.maximum(240), z.describe('Hours after the deadline in which work finished before it may still arrive')),
  quota: z
    .strictObject({ street: z.int().check(z.minimum(0), z.maximum(20)), market: z.int().check(z.minimum(0), z.maximum(20)) })
    .check(z.describe('How many each ward may put forward')),
  minMerchants: z.int().check(z.minimum(1), z.maximum(1000), z.describe('Merchants that a dossier needs at least')),
  checklist: Checklist,
  certificate: z
    .strictObject({
      numberTemplate: z
        .string()
        .check(z.regex(/^[^{}]{0,20}\{n\}[^{}]{0,30}$/), z.describe('Number of a certificate; {n} is the count, for example {n}/GCN-UBND')),
      authorityName: line(160, 'Issuing authority as printed'),
      placeOfIssue: line(80, 'Place printed before the date'),
      signatory: z.strictObject({ capacity: z.enum(['chairman', 'vice-chairman']), name: line(80, 'Name of the signatory') }),
    })
    .check(z.describe('What is printed on every certificate of the programme')),
});
export type ProgrammeDetails = z.infer<typeof ProgrammeDetails>;

const common = z.object({ ...ProgrammeDetails.shape, id: ProgrammeId, above: z.array(AuthorityId), ...versioned });

export const Programme = z.discriminatedUnion('state', [
  z.extend(common, { state: z.literal('draft') }),
  z.extend(common, { state: z.literal('open'), openedAt: Instant }),
  z.extend(common, { state: z.literal('closed'), openedAt: Instant, closedAt: Instant }),
]);
export type Programme = z.infer<typeof Programme>;

/** `registrationOpensAt < registrationClosesAt ≤ assessmentDueAt < ceremonyAt`: names the first pair that is out of order. */
export function timelineFault(
  times: Pick<ProgrammeDetails, keyof typeof timeline>,
): { field: keyof typeof timeline; after: keyof typeof timeline } | undefined {
  if (times.registrationClosesAt <= times.registrationOpensAt) return { field: 'registrationClosesAt', after: 'registrationOpensAt' };
  if (times.assessmentDueAt < times.registrationClosesAt) return { field: 'assessmentDueAt', after: 'registrationClosesAt' };
  if (times.ceremonyAt <= times.assessmentDueAt) return { field: 'ceremonyAt', after: 'assessmentDueAt' };
  return undefined;
}
