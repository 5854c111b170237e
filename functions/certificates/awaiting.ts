import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Actor } from '../../shared/people/person.ts';
import { may } from '../../shared/people/policy.ts';
import type { Result } from '../../shared/result.ts';
import type { Page } from '../data/read.ts';
import type { Deps } from '../deps.ts';
import { awaitingDecision } from '../nominations/store.ts';

/** A page of what waits for the leadership of an authority: recommendations, and requests to correct or revoke; the longest waiting first. */
export async function awaiting(
  { table }: Deps,
  actor: Actor,
  authorityId: AuthorityId,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Nomination>, Failure>> {
  const allowed = may(actor, 'nomination.awaiting', { issuingAuthorityId: authorityId });
  return allowed.ok ? awaitingDecision(table, authorityId, limit, cursor) : allowed;
}
