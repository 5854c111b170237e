import * as z from 'zod/mini';
import { Assessment } from '../../shared/assessments/assessment.ts';
import { Checklist } from '../../shared/criteria/checklist.ts';
import { laterOf } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { Instant, type NominationId, ProgrammeId } from '../../shared/ids.ts';
import { type Nomination, Sample } from '../../shared/nominations/nomination.ts';
import type { Actor } from '../../shared/people/person.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { Figures, StreetDetails } from '../../shared/streets/street.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { dossierAt } from '../nominations/store.ts';
import { findProgramme } from '../programmes/store.ts';
import { findStreet } from '../streets/store.ts';

/** All that an assessor takes along: enough to answer, compare codes and see the score for days without a network. */
export const OfflineBundle = z.object({
  state: z.string().check(z.describe('State of the nomination: work is taken in while it is "assessing"')),
  kind: z.enum(['street', 'market']),
  wardName: z.string(),
  street: StreetDetails,
  programme: z.object({ id: ProgrammeId, name: z.string(), minMerchants: z.int(), syncGraceHours: z.int(), checklist: Checklist }),
  dueAt: Instant,
  figures: Figures,
  located: z.boolean(),
  onTime: z.boolean(),
  sample: Sample,
  assessment: Assessment,
});
export type OfflineBundle = z.infer<typeof OfflineBundle>;

/** The actor's assignment in the nomination's current round, whole, with the accounts that codes are compared with on site. */
export async function offlineBundle(deps: Deps, actor: Actor, id: NominationId): Promise<Result<OfflineBundle, Failure>> {
  const found = await loadForRead(deps, actor, 'assessment.write', dossierAt({ id }));
  if (!found.ok) return found;
  const { nomination, samples, assessments } = found.value;
  const assessment = assessments.find((each) => each.personId === actor.id && each.round === nomination.round);
  const sample = samples.find((each) => each.round === nomination.round);
  if (!assessment || !sample || !('submission' in nomination)) return fail({ code: 'not-assigned' });
  const [programme, street] = await Promise.all([
    findProgramme(deps.table, nomination.programmeId),
    findStreet(deps.table, nomination.streetId),
  ]);
  if (!programme || !street) throw new Error(`nomination ${id} has no programme or street`);
  return ok(offlineBundleTaken(programme, street, nomination, sample, assessment));
}

/** What of the records goes along; everything that the score is computed from is among it. */
export function offlineBundleTaken(
  programme: Programme,
  street: StreetDetails,
  nomination: Extract<Nomination, { submission: object }>,
  sample: Sample,
  assessment: Assessment,
): OfflineBundle {
  const { id, name, minMerchants, syncGraceHours, checklist } = programme;
  const { figures, located, onTime } = nomination.submission;
  return {
    state: nomination.state,
    kind: nomination.kind,
    wardName: nomination.wardName,
    street: detailsOf(street),
    programme: { id, name, minMerchants, syncGraceHours, checklist },
    dueAt: laterOf(programme.assessmentDueAt, nomination.extended.assessmentDueAt),
    figures,
    located,
    onTime,
    sample,
    assessment,
  };
}

const detailsOf = (street: StreetDetails): StreetDetails => {
  const { kind, name, line } = street;
  return kind === 'street'
    ? { kind, name, from: street.from, to: street.to, side: street.side, line }
    : { kind, name, address: street.address, line };
};
