import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId, PersonId } from '../../shared/ids.ts';
import { Actor, type Person } from '../../shared/people/person.ts';
import type { Result } from '../../shared/result.ts';
import { recordAt, type Sought } from '../data/guard.ts';
import { dataOf } from '../data/item.ts';
import { formOf } from '../data/migrations/forward.ts';
import { beginning, get, getItem, getMany, type Page, query } from '../data/read.ts';
import { update, type Write } from '../data/save.ts';
import { key, partition, type Table } from '../data/table.ts';

/** Who a sign-in leads to, in one read; undefined for strangers and for people who were disabled. */
export async function actorOf(table: Table, issuer: string, subject: string): Promise<Actor | undefined> {
  const item = await getItem(table, key.login(issuer, subject));
  return item && dataOf('login', Actor, item);
}

/** The person that a request means. */
export const personAt = (seen: { id: PersonId; version?: number }): Sought<'person', Person> =>
  recordAt('person', seen, key.person(seen.id));

export const findPerson = (table: Table, id: PersonId): Promise<Person | undefined> => get(table, 'person', key.person(id));

/** Several people by id, up to 100; unknown ones are left out. */
export const findPeople = (table: Table, ids: readonly PersonId[]): Promise<Person[]> => getMany(table, 'person', ids.map(key.person));

/** A page of the people of an authority, by name. */
export const peopleOf = (table: Table, authority: AuthorityId, limit: number, cursor?: string): Promise<Result<Page<Person>, Failure>> =>
  query(
    table,
    'person',
    { index: 'GSI1', pk: ['GSI1PK', partition.authority(authority)], sk: beginning('GSI1SK', 'PERSON#') },
    limit,
    cursor,
  );

/** The sign-in of a person, written with each version of the person: a token leads to roles in one read. Nobody signs in as a disabled person. */
export function signInOf(table: Table, person: Pick<Person, 'id' | 'name' | 'roles' | 'state' | 'issuer' | 'subject'>): Write {
  const at = key.login(person.issuer, person.subject);
  if (person.state !== 'active')
    return { operation: { Delete: { TableName: table.name, Key: at } }, otherwise: () => ({ code: 'busy', retryAfterSeconds: 1 }) };
  const actor: Actor = { id: person.id, name: person.name, roles: person.roles };
  return update(
    table,
    at,
    {
      UpdateExpression: 'SET #data = :actor, schemaVersion = :form',
      ConditionExpression: 'attribute_not_exists(PK) OR #data.#id = :id',
      ExpressionAttributeNames: { '#data': 'data', '#id': 'id' },
      ExpressionAttributeValues: { ':actor': actor, ':form': formOf('login'), ':id': person.id },
    },
    () => ({ code: 'login-taken', login: person.subject }),
  );
}
