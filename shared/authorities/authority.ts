import * as z from 'zod/mini';
import { AuthorityId, Day, line } from '../ids.ts';
import { versioned } from '../record.ts';

export const levels = ['city', 'district', 'ward'] as const;

/** What an administrator types about an administrative body. Two bodies may bear the same State code, one after the other. */
export const AuthorityDetails = z.strictObject({
  code: z
    .string()
    .check(z.regex(/^\d{2,5}$/), z.describe('Code of the unit in the State list; reused over time, so it identifies nothing by itself')),
  level: z.enum(levels).check(z.describe('Tier of the unit')),
  name: line(120, 'Full name, for example "Phường Minh Khai"'),
  parentId: z.optional(AuthorityId),
  validFrom: Day,
  validUntil: z.optional(Day.check(z.describe('Last day on which the unit existed'))),
});
export type AuthorityDetails = z.infer<typeof AuthorityDetails>;

/** `above` lists parent, grandparent …: who may look into this unit is read from it without another query. */
export const Authority = z.object({ ...AuthorityDetails.shape, id: AuthorityId, above: z.array(AuthorityId), ...versioned });
export type Authority = z.infer<typeof Authority>;

/** Whether the unit existed on a day: names and codes come back, so every use of a unit asks for its day. */
export const existsOn = (authority: Pick<Authority, 'validFrom' | 'validUntil'>, day: Day): boolean =>
  authority.validFrom <= day && (authority.validUntil === undefined || day <= authority.validUntil);

/** "Phường Minh Khai" → "Minh Khai": the name alone, as lists and summaries write it. */
export const bareName = (name: string): string => name.replace(/^(Phường|Xã|Thị trấn|Đặc khu|Quận|Huyện|Thị xã|Thành phố)\s+/u, '');
