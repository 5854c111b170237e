import type { Failure } from '../../shared/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Actor, Person, PersonDetails } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import { findAuthority } from '../authorities/store.ts';
import type { Act } from '../data/audit.ts';
import { creation, repeatOf, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { mayGrant } from './grants.ts';
import { type Invited, withInvitation } from './invite.ts';
import { placeOf } from './load.ts';
import { findPerson, signInOf } from './store.ts';

/** Enters a person with their roles, an account, and the address at which they set their password. */
export async function create(deps: Deps, actor: Actor, act: Act, id: PersonId, details: PersonDetails): Promise<Result<Invited, Failure>> {
  const { table, accounts } = deps;
  const authority = await findAuthority(table, details.authorityId);
  if (!authority) return fail({ code: 'not-found', what: 'authority', id: details.authorityId });
  const { above } = authority;
  const allowed = may(actor, 'person.write', placeOf({ authorityId: authority.id, above }));
  if (!allowed.ok) return allowed;

  const known = await findPerson(table, id);
  const again: Result<Person, Failure> | undefined = known && (repeatOf(known, act) ?? fail({ code: 'id-taken', id }));
  if (again) return withInvitation(deps, again);
  const granted = await mayGrant(table, actor, details.roles);
  if (!granted.ok) return granted;

  // First the account: should we be stopped before the record is saved, the same request finds its own account and goes on.
  const account = await accounts.create({ login: details.login, subject: id });
  if (account === 'exists') return fail({ code: 'login-taken', login: details.login });
  const person = creation(table, act, 'person.create', 'person', {
    ...details,
    id,
    above,
    issuer: accounts.issuer,
    subject: account.subject,
    state: 'active',
  });
  return withInvitation(deps, await save(table, person, [signInOf(table, person.record)]));
}
