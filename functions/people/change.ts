import type { Failure } from '../../shared/failure.ts';
import type { Actor, HeldRole, Person } from '../../shared/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change as changed, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { mayGrant, rolesBetween } from './grants.ts';
import { ready, type Seen } from './load.ts';
import { signInOf } from './store.ts';

/** Changes a person's name, position and roles. The sign-in changes with it: the next request already has the new rights. */
export async function change(
  deps: Deps,
  actor: Actor,
  act: Act,
  seen: Seen,
  next: { name: string; title?: string | undefined; roles: HeldRole[] },
): Promise<Result<Person, Failure>> {
  const { table } = deps;
  const now = await ready(deps, actor, act, seen);
  if (now.done) return now.answer;
  if (now.person.state === 'erased')
    return fail({ code: 'wrong-state', action: 'person.change', state: 'erased', allowed: ['active', 'disabled'] });
  const granted = await mayGrant(table, actor, rolesBetween(now.person.roles, next.roles));
  if (!granted.ok) return granted;

  const { title: _, ...rest } = now.person;
  const person = changed(table, act, 'person.change', 'person', now.person, {
    ...rest,
    name: next.name,
    ...(next.title !== undefined && { title: next.title }),
    roles: next.roles,
  });
  // Nobody signs in as a disabled person, so there is no sign-in to change.
  return save(table, person, rest.state === 'active' ? [signInOf(table, person.record)] : []);
}
