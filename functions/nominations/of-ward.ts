import type { Failure } from '../../shared/failures/failure.ts';
import type { WardId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Actor } from '../../shared/people/person.ts';
import type { Result } from '../../shared/result.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import type { Page } from '../data/read.ts';
import type { Deps } from '../deps.ts';
import { nominationsOf } from './store.ts';

/** A page of everything a ward has put forward in any programme, the newest first. */
export async function ofWard(
  { table }: Deps,
  actor: Actor,
  wardId: WardId,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Nomination>, Failure>> {
  const allowed = await loadForRead({ table }, actor, 'nomination.list', authorityAt({ id: wardId }));
  return allowed.ok ? nominationsOf(table, wardId, limit, cursor) : allowed;
}
