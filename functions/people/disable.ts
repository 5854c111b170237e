import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Person } from '../../shared/people/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { personAt, signInOf } from './store.ts';

/** Ends a person's access at once: the sign-in goes with the same transaction, so tokens that still live lead nowhere. */
export async function disable(deps: Deps, command: Command, seen: Seen<PersonId>): Promise<Result<Person, Failure>> {
  // An authority must not lose its last administrator by a slip.
  if (command.by.id === seen.id) return fail({ code: 'own-work', action: 'person.disable' });
  const disabled = await disabledRecord(deps, command, seen);
  // Also after a repeat: the first try may have been stopped between the record and the account.
  if (disabled.ok) await deps.accounts.disable(disabled.value.login);
  return disabled;
}

async function disabledRecord(deps: Deps, command: Command, seen: Seen<PersonId>): Promise<Result<Person, Failure>> {
  const { table } = deps;
  const now = await loadForUpdate(deps, command, 'person.write', personAt(seen));
  if (now.done) return now.answer;
  const { found: person } = now;
  if (person.state !== 'active') return fail({ code: 'wrong-state', action: 'person.disable', state: person.state, allowed: ['active'] });
  const next = change(table, command, 'person.disable', 'person', person, { ...person, state: 'disabled' });
  return save(table, next, [signInOf(table, next.record)]);
}
