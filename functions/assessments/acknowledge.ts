import type { Assessment } from '../../shared/assessment.ts';
import type { Failure } from '../../shared/failure.ts';
import type { NominationId, PersonId } from '../../shared/ids.ts';
import { mayLeave } from '../../shared/lifecycle.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, repeatOf, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { placeOf } from '../nominations/load.ts';
import { assessedIfAllIn } from '../nominations/outcome.ts';
import { findDossier } from '../nominations/store.ts';

/** An officer takes note of an assessment that was synced late, or accepts one that arrived after the grace. */
export async function acknowledge(
  deps: Deps,
  actor: Actor,
  act: Act,
  id: NominationId,
  person: PersonId,
  note: string,
): Promise<Result<Assessment, Failure>> {
  const { table } = deps;
  const dossier = await findDossier(table, id);
  if (!dossier) return fail({ code: 'not-found', what: 'nomination', id });
  const allowed = may(actor, 'assessment.acknowledge', placeOf(dossier.nomination));
  if (!allowed.ok) return allowed;
  const assessment = dossier.assessments.find((each) => each.personId === person && each.round === dossier.nomination.round);
  if (!assessment) return fail({ code: 'not-assigned' });
  const again = repeatOf(assessment, act);
  if (again) return again;
  const from = mayLeave(dossier.nomination, 'acknowledge');
  if (!from.ok) return from;
  const nomination = from.value;
  if ((assessment.state !== 'late' || assessment.acknowledged) && assessment.state !== 'kept')
    return fail({ code: 'nothing-to-acknowledge' });

  const noted = change(table, act, 'assessment.acknowledge', 'assessment', assessment, {
    ...assessment,
    state: 'late',
    acknowledged: { by: actor.id, at: act.at, note },
  });
  const completed = nomination.assignment.completed.includes(person)
    ? nomination.assignment.completed
    : [...nomination.assignment.completed, person];
  const assessing = { ...nomination, state: 'assessing' as const, assignment: { ...nomination.assignment, completed }, updatedAt: act.at };
  const next = await assessedIfAllIn(deps, assessing, dossier, [
    ...dossier.assessments.filter((each) => each !== assessment),
    noted.record,
  ]);
  return save(table, noted, [change(table, act, 'nomination.acknowledge', 'nomination', nomination, next)]);
}
