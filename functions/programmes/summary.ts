import type { Failure } from '../../shared/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Summary } from '../../shared/summary.ts';
import type { Deps } from '../deps.ts';
import { readable } from './load.ts';
import { findSummary } from './store.ts';
import { summarise } from './summarise.ts';

/** A programme at a glance. The first look counts it; from then on the listener keeps it. */
export async function summary(deps: Deps, actor: Actor, id: ProgrammeId): Promise<Result<Summary, Failure>> {
  const programme = await readable(deps, actor, id, 'programme.board');
  if (!programme.ok) return programme;
  return ok((await findSummary(deps.table, id)) ?? (await summarise(deps, id)));
}
