import type { CertificateCode, Day } from '../ids.ts';
import { type Asked, type Command, ownWork, transition } from './transition.ts';

/** Leadership asks the Economics office to look again: the recommendation is taken off, the reason stays with the dossier. */
export const sendBack = transition({
  action: 'sendBack',
  from: ['recommended'],
  permission: 'nomination.sendBack',
  next: ({ by, at, reason }: Command<{ reason: string }>, { recommendation: _, ...rest }) => ({
    ...rest,
    state: 'assessed' as const,
    sentBack: { by: by.id, at, reason },
    updatedAt: at,
  }),
});

type Decision = { number?: string | undefined; date?: Day | undefined };
type Issued = { code: CertificateCode; number: string };

/** Leadership approves what was recommended in favour; the certificate is issued with the number that was taken for it. */
export const approve = transition({
  action: 'approve',
  from: ['recommended'],
  permission: 'nomination.approve',
  refuse: (asked: Asked<Decision>, { recommendation }) =>
    ownWork(recommendation.by, asked, 'approve') ?? (recommendation.inFavour ? undefined : { code: 'recommended-against' }),
  next: ({ by, at, number, date }: Command<Decision>, nomination, issued: Issued) => ({
    ...nomination,
    state: 'certified' as const,
    decision: { by: by.id, at, ...(number && { number }), ...(date && { date }) },
    certificateCode: issued.code,
    certificateNumber: issued.number,
    pending: { kind: 'none' as const },
    updatedAt: at,
  }),
});

/** Leadership declines; the place in the quota and the street are free again. */
export const decline = transition({
  action: 'decline',
  from: ['recommended'],
  permission: 'nomination.decline',
  refuse: (asked: Asked<{ reason: string }>, { recommendation }) => ownWork(recommendation.by, asked, 'decline'),
  next: ({ by, at, reason }: Command<{ reason: string }>, { slot: _, ...rest }) => ({
    ...rest,
    state: 'declined' as const,
    declined: { by: by.id, at, reason },
    updatedAt: at,
  }),
});
