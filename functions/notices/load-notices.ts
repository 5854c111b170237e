import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Inbox } from '../../shared/notices/notice.ts';
import type { Actor, Role } from '../../shared/people/person.ts';
import { may } from '../../shared/people/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** The post box of a role that the actor holds; for anybody else there is none. */
export function inboxOf(actor: Actor, role: Role, authorityId: AuthorityId): Result<Inbox, Failure> {
  const allowed = may(actor, 'notice.read', {});
  if (!allowed.ok) return allowed;
  if (!actor.roles.some((held) => held.role === role && held.authorityId === authorityId))
    return fail({ code: 'not-found', what: 'notices', id: `${role} ${authorityId}` });
  return ok(role === 'assessor' ? { role, personId: actor.id } : { role, authorityId });
}
