import type { Instant, ProgrammeId } from '../../shared/ids.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Table } from '../data/table.ts';
import { findDossier } from '../nominations/store.ts';
import { wholeBoardOf } from '../programmes/store.ts';

/**
 * Moves the open visits of a programme to its later deadline, nomination by nomination. It may be repeated: what is due later already
 * stays. A visit that its assessor is just writing takes the date over when it is next written, and whether work is in time is always
 * asked of the programme itself.
 */
export async function postponeAssessments(table: Table, act: Act, programmeId: ProgrammeId, dueAt: Instant): Promise<void> {
  for (const nomination of await wholeBoardOf(table, programmeId)) {
    if (nomination.state !== 'assessing') continue;
    const dossier = await findDossier(table, nomination.id);
    const visits = (dossier?.assessments ?? [])
      .filter((each) => each.state === 'writing' && each.round === nomination.round && each.dueAt < dueAt)
      .map((each) => change(table, act, 'assessment.extend', 'assessment', each, { ...each, dueAt }));
    const [first, ...more] = visits;
    if (first) await save(table, first, more);
  }
}
