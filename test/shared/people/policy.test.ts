import { expect, test } from 'vitest';
import { AuthorityId, PersonId } from '../../../shared/ids.ts';
import { roles } from '../../../shared/people/person.ts';
import { type ActionName, type Grant, may, policy, type Scope } from '../../../shared/people/policy.ts';

const id = (text: string): AuthorityId => AuthorityId.parse(text);
const person = PersonId.parse('018f0000-0000-7000-8000-000000000001');
/** A nomination of Minh Khai, advised and issued by Hồng Bàng, in Hải Phòng. */
const scope: Scope = {
  wardId: id('minh-khai'),
  above: [id('hong-bang'), id('hai-phong')],
  advisingAuthorityId: id('hong-bang'),
  issuingAuthorityId: id('hong-bang'),
  assessors: [],
};

/** Whether a role held somewhere stands in this relation to the place, said a second time and independently of the code. */
const isWithinScope = (relation: Grant['relation'], at: string, assigned: boolean): boolean =>
  ({
    ward: at === 'minh-khai',
    over: ['minh-khai', 'hong-bang', 'hai-phong'].includes(at),
    advising: at === 'hong-bang',
    issuing: at === 'hong-bang',
    assigned,
    any: true,
  })[relation];

for (const action of Object.keys(policy) as ActionName[])
  test(`${action} is open to exactly those whom the policy names`, () => {
    const grants: readonly Grant[] = policy[action];
    for (const role of roles)
      for (const at of ['minh-khai', 'ha-ly', 'hong-bang', 'le-chan', 'hai-phong', 'ha-noi'])
        for (const assigned of [true, false]) {
          const actor = { id: person, name: 'A', roles: [{ role, authorityId: id(at) }] };
          const expected = grants.some((grant) => grant.role === role && isWithinScope(grant.relation, at, assigned));
          expect(may(actor, action, { ...scope, assessors: assigned ? [person] : [] }).ok, `${role} at ${at}`).toBe(expected);
        }
  });
