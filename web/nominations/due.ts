import { laterOf } from '../../shared/deadline.ts';
import type { Nomination, NominationState } from '../../shared/nomination.ts';
import type { Role } from '../../shared/person.ts';
import type { Programme } from '../../shared/programme.ts';

type Timeline = Pick<Programme, 'registrationClosesAt' | 'assessmentDueAt' | 'ceremonyAt'>;
type Dated = Pick<Nomination, 'extended'> &
  ({ state: 'returned'; returned: { answerBy: string } } | { state: Exclude<NominationState, 'returned'> });

/** Until when the next step of a dossier is due; undefined when nothing is to come. */
export function dueOf(nomination: Dated, programme: Timeline): string | undefined {
  switch (nomination.state) {
    case 'draft':
      return laterOf(programme.registrationClosesAt, nomination.extended.registrationClosesAt);
    case 'returned':
      return nomination.returned.answerBy;
    case 'submitted':
    case 'assessing':
      return laterOf(programme.assessmentDueAt, nomination.extended.assessmentDueAt);
    case 'assessed':
    case 'recommended':
      return programme.ceremonyAt;
    default:
      return undefined;
  }
}

/** Who holds a dossier: whose step is next. */
export function holderOf(state: NominationState): Role | undefined {
  if (state === 'draft' || state === 'returned') return 'ward';
  if (state === 'submitted' || state === 'assessed') return 'officer';
  if (state === 'assessing') return 'assessor';
  return state === 'recommended' ? 'leader' : undefined;
}
