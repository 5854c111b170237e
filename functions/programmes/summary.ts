import type { Failure } from '../../shared/failures/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import type { Summary } from '../../shared/programmes/summary.ts';
import { ok, type Result } from '../../shared/result.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { findSummary, programmeAt } from './store.ts';
import { summarise } from './summarise.ts';

/** A programme at a glance. The first look counts it; from then on the listener keeps it. */
export async function summary(deps: Deps, actor: Actor, id: ProgrammeId): Promise<Result<Summary, Failure>> {
  const programme = await loadForRead(deps, actor, 'programme.board', programmeAt({ id }));
  if (!programme.ok) return programme;
  return ok((await findSummary(deps.table, id)) ?? (await summarise(deps, id)));
}
