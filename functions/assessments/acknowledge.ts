import type { Assessment } from '../../shared/assessment.ts';
import type { Failure } from '../../shared/failure.ts';
import type { NominationId, PersonId } from '../../shared/ids.ts';
import { mayLeave } from '../../shared/lifecycle.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { answered, loadForRead } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { assessedIfAllIn } from '../nominations/outcome.ts';
import { dossierAt } from '../nominations/store.ts';

/** An officer takes note of an assessment that was synced late, or accepts one that arrived after the grace. */
export async function acknowledge(
  deps: Deps,
  command: Command,
  id: NominationId,
  person: PersonId,
  note: string,
): Promise<Result<Assessment, Failure>> {
  const { table } = deps;
  const found = await loadForRead(deps, command.by, 'assessment.acknowledge', dossierAt({ id }));
  if (!found.ok) return found;
  const dossier = found.value;
  const assessment = dossier.assessments.find((each) => each.personId === person && each.round === dossier.nomination.round);
  if (!assessment) return fail({ code: 'not-assigned' });
  const again = answered('assessment', assessment, command, undefined);
  if (again) return again;
  const from = mayLeave(dossier.nomination, 'acknowledge');
  if (!from.ok) return from;
  const nomination = from.value;
  if ((assessment.state !== 'late' || assessment.acknowledged) && assessment.state !== 'kept')
    return fail({ code: 'nothing-to-acknowledge' });

  const noted = change(table, command, 'assessment.acknowledge', 'assessment', assessment, {
    ...assessment,
    state: 'late',
    acknowledged: { by: command.by.id, at: command.at, note },
  });
  const completed = nomination.assignment.completed.includes(person)
    ? nomination.assignment.completed
    : [...nomination.assignment.completed, person];
  const assessing = {
    ...nomination,
    state: 'assessing' as const,
    assignment: { ...nomination.assignment, completed },
    updatedAt: command.at,
  };
  const next = await assessedIfAllIn(deps, assessing, dossier, [
    ...dossier.assessments.filter((each) => each !== assessment),
    noted.record,
  ]);
  return save(table, noted, [change(table, command, 'nomination.acknowledge', 'nomination', nomination, next)]);
}
