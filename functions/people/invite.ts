import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Person } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import type { Invitation } from './accounts.ts';
import { mayGrant } from './grants.ts';
import { personAt } from './store.ts';

/** A person with the one-time address at which they set their password; none while the account is disabled. */
export type Invited = { person: Person; invitation?: Invitation };

/** Gives a person a new address for setting the password; the one before ends. The history tells who asked for it. */
export async function invite(deps: Deps, command: Command, seen: Seen<PersonId>): Promise<Result<Invited, Failure>> {
  const { table } = deps;
  const now = await loadForUpdate(deps, command, 'person.write', personAt(seen));
  if (now.done) return withInvitation(deps, now.answer);
  const { found: person } = now;
  if (person.state !== 'active') return fail({ code: 'wrong-state', action: 'person.invite', state: person.state, allowed: ['active'] });

  // Whoever holds the address can act as this person, so it is worth as much as all of their roles.
  const granted = await mayGrant(table, command.by, person.roles);
  if (!granted.ok) return granted;
  return withInvitation(deps, await save(table, change(table, command, 'person.invite', 'person', person, person)));
}

/** A saved person with a fresh invitation. Addresses are not kept, so a repeated request gets a new one. */
export async function withInvitation({ accounts }: Deps, saved: Result<Person, Failure>): Promise<Result<Invited, Failure>> {
  if (!saved.ok) return saved;
  const invitation = await accounts.invitation(saved.value.login);
  return ok({ person: saved.value, ...(invitation && { invitation }) });
}
