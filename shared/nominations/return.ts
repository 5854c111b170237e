import { isPast } from '../deadline.ts';
import type { Instant } from '../ids.ts';
import type { FieldComment } from './nomination.ts';
import { type Asked, type Command, transition, type ValueIn } from './transition.ts';

type Remarks = { reason: string; answerBy: Instant; comments: FieldComment[] };

/** The Economics office gives a dossier back to its ward, to be answered by a date; the ward keeps its place in the quota. */
export const returnToWard = transition({
  action: 'return',
  from: ['submitted', 'assessed'],
  permission: 'nomination.return',
  refuse: ({ at, answerBy }: Asked<Remarks>) =>
    answerBy !== undefined && isPast(answerBy, new Date(at)) ? { code: 'not-later', field: 'answerBy', current: at } : undefined,
  next: ({ by, at, reason, answerBy, comments }: Command<Remarks>, nomination) => ({
    ...handedInOnly(nomination),
    state: 'returned' as const,
    returned: { by: by.id, at, reason, answerBy, comments },
    updatedAt: at,
  }),
});

/** What stays of a nomination when its assessment is over: the assessments themselves remain as records of their round. */
function handedInOnly(nomination: ValueIn<'submitted' | 'assessed'>) {
  if (nomination.state === 'submitted') return nomination;
  const { assignment: _, outcome: __, sentBack: ___, ...rest } = nomination;
  return rest;
}
