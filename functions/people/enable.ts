import type { Failure } from '../../shared/failure.ts';
import type { Actor, Person } from '../../shared/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { mayGrant } from './grants.ts';
import { ready, type Seen } from './load.ts';
import { signInOf } from './store.ts';

/** Lets a disabled person in again, with the roles they had. */
export async function enable(deps: Deps, actor: Actor, act: Act, seen: Seen): Promise<Result<Person, Failure>> {
  const enabled = await enabledRecord(deps, actor, act, seen);
  // Also after a repeat: the first try may have been stopped between the record and the account.
  if (enabled.ok) await deps.accounts.enable(enabled.value.login);
  return enabled;
}

async function enabledRecord(deps: Deps, actor: Actor, act: Act, seen: Seen): Promise<Result<Person, Failure>> {
  const { table } = deps;
  const now = await ready(deps, actor, act, seen);
  if (now.done) return now.answer;
  const { person } = now;
  if (person.state !== 'disabled')
    return fail({ code: 'wrong-state', action: 'person.enable', state: person.state, allowed: ['disabled'] });
  const granted = await mayGrant(table, actor, person.roles);
  if (!granted.ok) return granted;
  const next = change(table, act, 'person.enable', 'person', person, { ...person, state: 'active' });
  return save(table, next, [signInOf(table, next.record)]);
}
