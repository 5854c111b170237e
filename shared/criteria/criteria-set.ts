import * as z from 'zod/mini';
import type { FieldFault } from '../failures/failure.ts';
import { AuthorityId, CriteriaSetId, Instant, line } from '../ids.ts';
import { versioned } from '../record.ts';
import { Checklist } from './checklist.ts';

/** What an administrator types about a set of criteria. */
export const CriteriaSetDetails = z.strictObject({
  name: line(160, 'Name of the set, for example "Bộ tiêu chí thành phố 2025"'),
  checklist: Checklist,
});
export type CriteriaSetDetails = z.infer<typeof CriteriaSetDetails>;

const common = z.object({
  ...CriteriaSetDetails.shape,
  id: CriteriaSetId,
  /** Editions of a set are counted from 1. */
  edition: z.int().check(z.positive()),
  authorityId: AuthorityId,
  above: z.array(AuthorityId),
  ...versioned,
});

/** One edition of a set of criteria. A published edition never changes: what is to change begins as a draft of the next one. */
export const CriteriaSet = z.discriminatedUnion('state', [
  z.extend(common, { state: z.literal('draft') }),
  z.extend(common, { state: z.literal('published'), publishedAt: Instant }),
  z.extend(common, { state: z.literal('retired'), publishedAt: z.optional(Instant), retiredAt: Instant }),
]);
export type CriteriaSet = z.infer<typeof CriteriaSet>;

/** Points that can be earned by a street or a market. */
export const totalWeight = (checklist: Checklist, kind: 'street' | 'market'): number =>
  checklist.criteria.filter((each) => each.appliesTo.includes(kind)).reduce((sum, each) => sum + each.weight, 0);

/** Whether a basis tells of a source, as opposed to a proposal of ours. */
export const isSourced = (basis: string): boolean => basis.startsWith('sourced');

/** What keeps a checklist from being published, by field: codes that repeat, a share over 1 that nobody can reach, nothing for a kind of street. */
export function checklistFaults({ criteria }: Checklist, path = 'checklist'): FieldFault[] {
  const faults = criteria.flatMap(({ code, measure }, at): FieldFault[] => {
    const field = `${path}.criteria[${at}]`;
    const repeated = criteria.findIndex((each) => each.code === code) < at;
    const outOfReach = measure.kind === 'computed' && measure.from !== 'enough-merchants' && measure.threshold > 1;
    return [
      ...(repeated ? [{ field: `${field}.code`, rule: 'repeated' }] : []),
      ...(outOfReach ? [{ field: `${field}.measure.threshold`, rule: 'too-long', params: { most: 1 } }] : []),
    ];
  });
  return criteria.some((each) => each.appliesTo.includes('street'))
    ? faults
    : [...faults, { field: `${path}.criteria`, rule: 'no-street' }];
}
