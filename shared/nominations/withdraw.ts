import { type Command, transition } from './transition.ts';

/** The ward takes its dossier back before it is assessed; its place in the quota is free again. */
export const withdraw = transition({
  action: 'withdraw',
  from: ['draft', 'submitted', 'returned'],
  permission: 'nomination.withdraw',
  next: ({ at, reason }: Command<{ reason: string }>, { slot: _, ...rest }) => ({
    ...rest,
    state: 'withdrawn' as const,
    withdrawnAt: at,
    reason,
    updatedAt: at,
  }),
});
