import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { HeldRole, Person } from '../../shared/people/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change as changed, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { mayGrant, rolesBetween } from './grants.ts';
import { personAt, signInOf } from './store.ts';

/** Changes a person's name, position and roles. The sign-in changes with it: the next request already has the new rights. */
export async function changePerson(
  deps: Deps,
  command: Command,
  seen: Seen<PersonId>,
  next: { name: string; title?: string | undefined; roles: HeldRole[] },
): Promise<Result<Person, Failure>> {
  const { table } = deps;
  const now = await loadForUpdate(deps, command, 'person.write', personAt(seen));
  if (now.done) return now.answer;
  if (now.found.state === 'erased')
    return fail({ code: 'wrong-state', action: 'person.change', state: 'erased', allowed: ['active', 'disabled'] });
  const granted = await mayGrant(table, command.by, rolesBetween(now.found.roles, next.roles));
  if (!granted.ok) return granted;

  const { title: _, ...rest } = now.found;
  const person = changed(table, command, 'person.change', 'person', now.found, {
    ...rest,
    name: next.name,
    ...(next.title !== undefined && { title: next.title }),
    roles: next.roles,
  });
  // Nobody signs in as a disabled person, so there is no sign-in to change.
  return save(table, person, rest.state === 'active' ? [signInOf(table, person.record)] : []);
}
