import type { Failure } from '../failures/failure.ts';
import { type Asked, type Command, transition } from './transition.ts';

type Advice = { inFavour: boolean; reason: string };

/** The Economics office advises leadership (tờ trình): in favour only what passes, and only when every late sync was acknowledged. */
export const recommend = transition({
  action: 'recommend',
  from: ['assessed'],
  permission: 'nomination.recommend',
  refuse({ inFavour }: Asked<Advice>, { outcome }): Failure | undefined {
    const { lateToAcknowledge, passed, score, unmet } = outcome;
    if (lateToAcknowledge > 0) return { code: 'late-not-acknowledged', count: lateToAcknowledge };
    return inFavour && !passed ? { code: 'criteria-not-passed', score, unmet } : undefined;
  },
  next: ({ by, at, inFavour, reason }: Command<Advice>, nomination) => ({
    ...nomination,
    state: 'recommended' as const,
    recommendation: { inFavour, reason, by: by.id, at },
    updatedAt: at,
  }),
});
