import { laterOf } from '../deadline.ts';
import type { Failure } from '../failures/failure.ts';
import type { Instant } from '../ids.ts';
import type { Programme } from '../programmes/programme.ts';
import { type Asked, type Command, transition } from './transition.ts';

const deadlines = ['registrationClosesAt', 'assessmentDueAt'] as const;
type Deadlines = { [K in (typeof deadlines)[number]]?: Instant | undefined };
type Facts = { programme: Pick<Programme, (typeof deadlines)[number]> };

/** The Economics office gives one nomination more time. A deadline only ever moves later. */
export const extend = transition({
  action: 'extend',
  from: ['draft', 'submitted', 'returned', 'assessing'],
  permission: 'nomination.extend',
  refuse(asked: Asked<Deadlines>, nomination, { programme }: Facts): Failure | undefined {
    for (const field of deadlines) {
      const current = laterOf(programme[field], nomination.extended[field]);
      const later = asked[field];
      if (later !== undefined && later <= current) return { code: 'not-later', field, current };
    }
    return undefined;
  },
  next: ({ at, registrationClosesAt, assessmentDueAt }: Command<Deadlines>, nomination) => ({
    ...nomination,
    extended: {
      ...nomination.extended,
      ...(registrationClosesAt && { registrationClosesAt }),
      ...(assessmentDueAt && { assessmentDueAt }),
    },
    updatedAt: at,
  }),
});
