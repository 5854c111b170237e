import type { Assessment, Sheet } from '../../shared/assessment.ts';
import type { Failure } from '../../shared/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import type { Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, save, staleIf } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { fits, openVisit } from './load.ts';

/** Saves what an assessor has written so far; also after the deadline, because nothing an assessor wrote is dropped. */
export async function write(
  deps: Deps,
  actor: Actor,
  act: Act,
  id: NominationId,
  seenVersion: number,
  sheet: Sheet,
): Promise<Result<Assessment, Failure>> {
  const opened = await openVisit(deps, actor, act, id);
  if (opened.done) return opened.answer;
  const { assessment, dueAt } = opened.visit;
  const current = staleIf(assessment, seenVersion, 'assessment');
  if (!current.ok) return current;
  const fit = fits(opened.visit, sheet);
  if (!fit.ok) return fit;
  return save(deps.table, change(deps.table, act, 'assessment.write', 'assessment', assessment, { ...assessment, dueAt, sheet }));
}
