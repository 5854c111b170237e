import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Person, PersonDetails } from '../../shared/people/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import { authorityAt } from '../authorities/store.ts';
import type { Command } from '../data/audit.ts';
import { loadForRead, repeatOf } from '../data/guard.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { mayGrant } from './grants.ts';
import { type Invited, withInvitation } from './invite.ts';
import { findPerson, signInOf } from './store.ts';

/** Enters a person with their roles, an account, and the address at which they set their password. */
export async function createPerson(deps: Deps, command: Command, id: PersonId, details: PersonDetails): Promise<Result<Invited, Failure>> {
  const { table, accounts } = deps;
  const found = await loadForRead(deps, command.by, 'person.write', authorityAt({ id: details.authorityId }));
  if (!found.ok) return found;
  const { above } = found.value;

  const known = await findPerson(table, id);
  const again: Result<Person, Failure> | undefined = known && (repeatOf(known, command) ?? fail({ code: 'id-taken', id }));
  if (again) return withInvitation(deps, again);
  const granted = await mayGrant(table, command.by, details.roles);
  if (!granted.ok) return granted;

  // First the account: should we be stopped before the record is saved, the same request finds its own account and goes on.
  const account = await accounts.create({ login: details.login, subject: id });
  if (account === 'exists') return fail({ code: 'login-taken', login: details.login });
  const person = creation(table, command, 'person.create', 'person', {
    ...details,
    id,
    above,
    issuer: accounts.issuer,
    subject: account.subject,
    state: 'active',
  });
  return withInvitation(deps, await save(table, person, [signInOf(table, person.record)]));
}
