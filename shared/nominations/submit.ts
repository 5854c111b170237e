import { isPast, laterOf } from '../deadline.ts';
import type { Failure } from '../failures/failure.ts';
import type { Instant, Sha256 } from '../ids.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Figures } from '../streets/street.ts';
import type { Frozen } from './nomination.ts';
import { freePlace, type HeldPlace } from './quota.ts';
import { type Command, transition, type ValueIn } from './transition.ts';

type Known = {
  programme: Pick<Programme, 'state' | 'quota' | 'registrationOpensAt' | 'registrationClosesAt'>;
  street: { lockedBy?: string | undefined };
  /** What the dossier still lacks (`dossier.ts`). */
  missing: readonly string[];
  /** Places of the ward's quota that others are known to hold. Two wards may still race: the table's condition decides then. */
  held: readonly HeldPlace[];
};
/** What is handed in: figures as counted now, the list as a file named by its SHA-256. */
type Facts = Known & { handedIn: { located: boolean; figures: Figures; snapshot: Sha256; frozen: Frozen } };

/** The ward puts its dossier in front of the Economics office: a new round begins, and the dossier takes a place of the ward's quota. */
export const submit = transition({
  action: 'submit',
  from: ['draft', 'returned'],
  permission: 'nomination.submit',
  refuse({ at }, nomination, { programme, street, missing, held }: Known) {
    if (programme.state !== 'open') return { code: 'programme-not-open', state: programme.state };
    const now = new Date(at);
    if (!isPast(programme.registrationOpensAt, now)) return { code: 'registration-not-open', opensAt: programme.registrationOpensAt };
    const closedAt = closesAt(nomination, programme);
    if (isPast(closedAt, now)) return { code: 'deadline-passed', closedAt };
    if (missing.length > 0) return { code: 'dossier-incomplete', missing: [...missing] };
    if (street.lockedBy !== undefined && street.lockedBy !== nomination.id)
      return { code: 'street-nominated', nominationId: street.lockedBy };
    return noPlace(nomination, programme, held);
  },
  next({ by, at }: Command, nomination, { programme, held, handedIn }: Facts) {
    const place = nomination.slot === undefined ? freePlace(programme.quota[nomination.kind], held, nomination) : { slot: nomination.slot };
    return {
      ...withoutReturn(nomination),
      state: 'submitted' as const,
      round: nomination.round + 1,
      updatedAt: at,
      submission: {
        submittedAt: at,
        by: by.id,
        onTime: true,
        ...handedIn,
        ...(nomination.state === 'returned' && { before: handedInBefore(nomination.submission) }),
      },
      ...('slot' in place && { slot: place.slot }),
    };
  },
});

/** Until when a dossier may be handed in. A returned one has its own date: registration may have closed while the ward was answering. */
const closesAt = (nomination: ValueIn<'draft' | 'returned'>, programme: Known['programme']): Instant =>
  nomination.state === 'returned'
    ? nomination.returned.answerBy
    : laterOf(programme.registrationClosesAt, nomination.extended.registrationClosesAt);

/** A dossier that was handed in before keeps its place; another one needs a free place of its ward's quota. */
function noPlace(
  nomination: ValueIn<'draft' | 'returned'>,
  programme: Known['programme'],
  held: readonly HeldPlace[],
): Failure | undefined {
  if (nomination.slot !== undefined) return undefined;
  const place = freePlace(programme.quota[nomination.kind], held, nomination);
  return 'failure' in place ? place.failure : undefined;
}

function withoutReturn(nomination: ValueIn<'draft' | 'returned'>) {
  if (nomination.state === 'draft') return nomination;
  const { returned: _, ...rest } = nomination;
  return rest;
}

const handedInBefore = ({ submittedAt, snapshot, frozen }: ValueIn<'returned'>['submission']) => ({
  submittedAt,
  snapshot,
  ...(frozen && { frozen }),
});
