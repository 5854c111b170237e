import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Person } from '../../shared/people/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { mayGrant } from './grants.ts';
import { personAt, signInOf } from './store.ts';

/** Lets a disabled person in again, with the roles they had. */
export async function enable(deps: Deps, command: Command, seen: Seen<PersonId>): Promise<Result<Person, Failure>> {
  const enabled = await enabledRecord(deps, command, seen);
  // Also after a repeat: the first try may have been stopped between the record and the account.
  if (enabled.ok) await deps.accounts.enable(enabled.value.login);
  return enabled;
}

async function enabledRecord(deps: Deps, command: Command, seen: Seen<PersonId>): Promise<Result<Person, Failure>> {
  const { table } = deps;
  const now = await loadForUpdate(deps, command, 'person.write', personAt(seen));
  if (now.done) return now.answer;
  const { found: person } = now;
  if (person.state !== 'disabled')
    return fail({ code: 'wrong-state', action: 'person.enable', state: person.state, allowed: ['disabled'] });
  const granted = await mayGrant(table, command.by, person.roles);
  if (!granted.ok) return granted;
  const next = change(table, command, 'person.enable', 'person', person, { ...person, state: 'active' });
  return save(table, next, [signInOf(table, next.record)]);
}
