import type { Failure } from '../../shared/failures/failure.ts';
import type { Instant, ProgrammeId } from '../../shared/ids.ts';
import { type Programme, timelineFault } from '../../shared/programmes/programme.ts';
import { fail, type Result } from '../../shared/result.ts';
import { postponeAssessments } from '../assessments/postpone.ts';
import type { Act, Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { programmeAt } from './store.ts';

/** Later deadlines for every ward of an open programme; what is left out stays. */
export type Extension = { registrationClosesAt?: Instant | undefined; assessmentDueAt?: Instant | undefined };

/** Moves deadlines of an open programme to later, for all of its wards; the reason stands in the audit entry (`act.note`). */
export async function extendProgramme(
  deps: Deps,
  command: Command & { note: string },
  seen: Seen<ProgrammeId>,
  to: Extension,
): Promise<Result<Programme, Failure>> {
  const { table } = deps;
  const now = await loadForUpdate(deps, command, 'programme.write', programmeAt(seen));
  if (now.done) return withVisits(deps, command, now.answer, to);
  const { found: programme } = now;
  if (programme.state !== 'open') return fail({ code: 'programme-not-open', state: programme.state });

  for (const field of ['registrationClosesAt', 'assessmentDueAt'] as const) {
    const later = to[field];
    if (later !== undefined && later <= programme[field]) return fail({ code: 'not-later', field, current: programme[field] });
  }
  const next = {
    ...programme,
    registrationClosesAt: to.registrationClosesAt ?? programme.registrationClosesAt,
    assessmentDueAt: to.assessmentDueAt ?? programme.assessmentDueAt,
  };
  const fault = timelineFault(next);
  if (fault) return fail({ code: 'timeline-out-of-order', ...fault });
  return withVisits(deps, command, await save(table, change(table, command, 'programme.extend', 'programme', programme, next)), to);
}

/** Open visits follow, also when the extension is sent again because its answer was lost. */
async function withVisits(
  { table }: Deps,
  act: Act,
  extended: Result<Programme, Failure>,
  { assessmentDueAt }: Extension,
): Promise<Result<Programme, Failure>> {
  if (extended.ok && assessmentDueAt) await postponeAssessments(table, act, extended.value.id, assessmentDueAt);
  return extended;
}
