import type { Authority } from '../authorities/authority.ts';
import type { Person } from '../people/person.ts';
import { actor, type FieldRules, plain } from './rule.ts';

/** Stands where a name stood. */
const erasedName = 'Đã xóa dữ liệu cá nhân';

/** Staff: what an erasure leaves is the id that histories name. */
export const personPrivacy = {
  id: actor,
  name: { personal: true, seen: 'person.list', erased: { becomes: erasedName } },
  title: { personal: true, seen: 'person.list', erased: 'removed' },
  login: { personal: true, seen: 'person.list', erased: { becomes: (id) => `erased-${id}` } },
  authorityId: plain,
  roles: { each: { role: plain, authorityId: plain } },
  // What the provider calls the account, which the erasure deletes there.
  issuer: plain,
  subject: { personal: 'public', because: 'leads to an account that the erasure deletes, and keeps anybody from taking its place' },
  above: plain,
  state: plain,
  erasedAt: plain,
} as const satisfies FieldRules<Person>;

export const authorityPrivacy = {
  id: plain,
  code: plain,
  level: plain,
  name: plain,
  parentId: plain,
  validFrom: plain,
  validUntil: plain,
  above: plain,
} as const satisfies FieldRules<Authority>;
