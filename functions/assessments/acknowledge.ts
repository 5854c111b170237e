import type { Assessment } from '../../shared/assessments/assessment.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId, PersonId } from '../../shared/ids.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { answered, loadForRead } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { dossierAt } from '../nominations/store.ts';
import { programmeOf } from '../programmes/store.ts';

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
  const programme = await programmeOf(table, dossier.nomination);
  const next = transitions.acknowledge.decide({ ...command, person, note }, dossier.nomination, { ...dossier, programme, assessment });
  if (!next.ok) return next;
  return save(table, change(table, command, 'assessment.acknowledge', 'assessment', assessment, next.value.assessment), [
    change(table, command, 'nomination.acknowledge', 'nomination', dossier.nomination, next.value.nomination),
  ]);
}
