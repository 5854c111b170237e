import type { Failure } from '../../shared/failures/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Actor } from '../../shared/people/person.ts';
import type { Result } from '../../shared/result.ts';
import { loadForRead } from '../data/guard.ts';
import type { Page } from '../data/read.ts';
import type { Deps } from '../deps.ts';
import { boardOf, programmeAt } from './store.ts';

/** A page of all nominations of a programme, ward by ward, for those who run it and for the city above. */
export async function board(
  deps: Deps,
  actor: Actor,
  id: ProgrammeId,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Nomination>, Failure>> {
  const programme = await loadForRead(deps, actor, 'programme.board', programmeAt({ id }));
  return programme.ok ? boardOf(deps.table, id, limit, cursor) : programme;
}
