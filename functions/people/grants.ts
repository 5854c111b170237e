import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Actor, HeldRole } from '../../shared/people/person.ts';
import { may } from '../../shared/people/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { findAuthorities } from '../authorities/store.ts';
import type { Table } from '../data/table.ts';

/**
 * Whether an administrator may give or take these roles: each only in an authority that the administrator stands over. Without this
 * a ward's administrator could make anyone a leader of the city.
 */
export async function mayGrant(table: Table, actor: Actor, roles: readonly HeldRole[]): Promise<Result<true, Failure>> {
  const ids: AuthorityId[] = [...new Set(roles.map((held) => held.authorityId))];
  const units = new Map((await findAuthorities(table, ids)).map((unit) => [unit.id, unit]));
  for (const id of ids) {
    const unit = units.get(id);
    if (!unit) return fail({ code: 'not-found', what: 'authority', id });
    const allowed = may(actor, 'person.write', { above: [unit.id, ...unit.above] });
    if (!allowed.ok) return allowed;
  }
  return ok(true);
}

/** Roles that one list has and the other has not: what a change gives or takes. */
export const rolesBetween = (was: readonly HeldRole[], now: readonly HeldRole[]): HeldRole[] => [
  ...now.filter((held) => !was.some((each) => isSame(each, held))),
  ...was.filter((held) => !now.some((each) => isSame(each, held))),
];

const isSame = (a: HeldRole, b: HeldRole): boolean => a.role === b.role && a.authorityId === b.authorityId;
