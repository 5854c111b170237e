import * as z from 'zod/mini';
import { AuthorityId, Instant, line, PersonId } from '../ids.ts';
import { versioned } from '../record.ts';

export const roles = ['ward', 'officer', 'assessor', 'leader', 'city', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A role is always held somewhere: an officer *of* a district, staff *of* a ward. */
export const HeldRole = z.strictObject({ role: z.enum(roles), authorityId: AuthorityId });
export type HeldRole = z.infer<typeof HeldRole>;

export const PersonDetails = z.strictObject({
  name: line(120, 'Full name'),
  title: z.optional(line(120, 'Position, for example "Phó Trưởng phòng Kinh tế"')),
  login: z.string().check(z.trim(), z.toLowerCase(), z.regex(/^[a-z0-9][a-z0-9._@-]{2,79}$/), z.describe('Name to sign in with')),
  authorityId: AuthorityId,
  roles: z.array(HeldRole).check(z.maxLength(12), z.describe('Roles, each with the authority it is held in')),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

const common = z.object({
  ...PersonDetails.shape,
  id: PersonId,
  issuer: z.string(),
  subject: z.string(),
  above: z.array(AuthorityId),
  ...versioned,
});

/**
 * Someone who signs in. A person who left is disabled, never deleted: the history names them. One whose personal data were erased keeps
 * only the id that the history names.
 */
export const Person = z.discriminatedUnion('state', [
  z.extend(common, { state: z.literal('active') }),
  z.extend(common, { state: z.literal('disabled') }),
  z.extend(common, { state: z.literal('erased'), erasedAt: Instant }),
]);
export type Person = z.infer<typeof Person>;

/** Who acts in a request: what a sign-in leads to, in one read. */
export const Actor = z.object({ id: PersonId, name: z.string(), roles: z.array(HeldRole) });
export type Actor = z.infer<typeof Actor>;
