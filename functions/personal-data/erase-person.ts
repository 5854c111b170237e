import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Person } from '../../shared/people/person.ts';
import { erased } from '../../shared/privacy/apply.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { erasePersonalValues } from '../data/erase.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { privacy } from '../data/privacy.ts';
import { change, save } from '../data/save.ts';
import { recordName } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { personAt, signInOf } from '../people/store.ts';

/** Erases a disabled person: account, name, position, sign-in name and what the history held of them. The id stays: it acted. */
export async function erasePerson(deps: Deps, command: Command, seen: Seen<PersonId>, reason: string): Promise<Result<Person, Failure>> {
  const { table, accounts } = deps;
  const open = await loadForUpdate(deps, command, 'person.write', personAt(seen));
  const saved = open.done ? open.answer : await erasedRecord(open.found);
  if (!saved.ok) return saved;
  // Repeated with the request: should we be stopped before it, the same request comes here again.
  await erasePersonalValues(table, recordName.person(saved.value));
  return saved;

  async function erasedRecord(person: Person): Promise<Result<Person, Failure>> {
    if (person.state !== 'disabled')
      return fail({ code: 'wrong-state', action: 'person.erase', state: person.state, allowed: ['disabled'] });
    // First the account: afterwards nobody knows its name any more.
    await accounts.erase(person.login);
    const next = change(table, { ...command, note: reason }, 'person.erase', 'person', person, {
      ...erased(privacy.person, person, person.id),
      // Whoever is erased holds nothing any more.
      roles: [],
      state: 'erased',
      erasedAt: command.at,
    });
    const done = await save(table, next, [signInOf(table, next.record)]);
    return done.ok ? ok(done.value) : done;
  }
}
