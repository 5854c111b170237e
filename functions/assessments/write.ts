import type { Assessment, AssessmentSheet } from '../../shared/assessments/assessment.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { answered } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { answersFit, openAssessment } from './load-assessment.ts';

/** Saves what an assessor has written so far; also after the deadline, because nothing an assessor wrote is dropped. */
export async function write(
  deps: Deps,
  command: Command,
  id: NominationId,
  seenVersion: number,
  sheet: AssessmentSheet,
): Promise<Result<Assessment, Failure>> {
  const opened = await openAssessment(deps, command, id);
  if (opened.done) return opened.answer;
  const { assessment, dueAt } = opened.visit;
  const stale = answered('assessment', assessment, command, seenVersion);
  if (stale) return stale;
  const fit = answersFit(opened.visit, sheet);
  if (!fit.ok) return fit;
  return save(deps.table, change(deps.table, command, 'assessment.write', 'assessment', assessment, { ...assessment, dueAt, sheet }));
}
