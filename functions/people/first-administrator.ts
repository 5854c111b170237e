import { v7 as uuidv7 } from 'uuid';
import type { AuthorityDetails } from '../../shared/authorities/authority.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { type AuthorityId, PersonId } from '../../shared/ids.ts';
import { fail, type Result } from '../../shared/result.ts';
import { findAuthority } from '../authorities/store.ts';
import type { Act } from '../data/audit.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Invited, withInvitation } from './invite.ts';
import { signInOf } from './store.ts';

/**
 * Makes the first administrator of a real instance, with its topmost unit, where nobody could be asked for permission yet: by command, at the
 * machine or with the rights of the AWS account. The history says so.
 */
export async function firstAdministrator(
  deps: Deps,
  unit: Pick<AuthorityDetails, 'code' | 'name'> & { id: AuthorityId },
  person: { login: string; name: string },
): Promise<Result<Invited, Failure>> {
  const { table, accounts, now } = deps;
  const id = PersonId.parse(uuidv7());
  const act = (): Act => ({ id: uuidv7(), digest: '', by: { id, name: person.name }, at: now().toISOString(), from: 'admin:create' });
  if (!(await findAuthority(table, unit.id))) {
    const made = await save(
      table,
      creation(table, act(), 'authority.create', 'authority', { ...unit, above: [], level: 'city', validFrom: '2000-01-01' }),
    );
    if (!made.ok) return made;
  }
  const account = await accounts.create({ login: person.login, subject: id });
  if (account === 'exists') return fail({ code: 'login-taken', login: person.login });
  const record = creation(table, act(), 'person.create', 'person', {
    ...person,
    id,
    authorityId: unit.id,
    roles: [{ role: 'admin', authorityId: unit.id }],
    above: [],
    issuer: accounts.issuer,
    subject: account.subject,
    state: 'active',
  });
  return withInvitation(deps, await save(table, record, [signInOf(table, record.record)]));
}
