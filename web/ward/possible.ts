import { isPast, laterOf } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import { transitions } from '../../shared/lifecycle.ts';
import type { NominationState } from '../../shared/nomination.ts';

type Programme = {
  id: string;
  state: string;
  quota: { street: number; market: number };
  registrationOpensAt: string;
  registrationClosesAt: string;
};
type Other = { id: string; programmeId: string; kind: 'street' | 'market'; slot?: number | undefined; wardName: string };
type Dossier = Other & {
  state: NominationState;
  returned?: { answerBy: string };
  extended: { registrationClosesAt?: string | undefined };
};

/** Whether the ward may change contact and files in this state. */
export const isOpenToWard = (state: NominationState): boolean => (transitions.edit.from as readonly NominationState[]).includes(state);

/** Why a ward cannot begin a dossier for a street of this kind, as the server would refuse it later; undefined when it can. */
export function whyNotBegin(
  programme: Programme,
  kind: 'street' | 'market',
  nominations: readonly Other[],
  now: Date,
): Failure | undefined {
  if (programme.state !== 'open') return { code: 'programme-not-open', state: programme.state };
  if (isPast(programme.registrationClosesAt, now)) return { code: 'deadline-passed', closedAt: programme.registrationClosesAt };
  return quotaUsed(programme, kind, nominations);
}

/** Why a dossier cannot be submitted now; undefined when it can, or when only the server can tell. */
export function whyNotSubmit(of: {
  nomination: Dossier;
  programme: Programme;
  street: { lockedBy?: string | undefined };
  /** Codes of what is missing, as the check says. */
  missing: readonly string[];
  nominations: readonly Other[];
  now: Date;
}): Failure | undefined {
  const { nomination, programme, street, missing, nominations, now } = of;
  const from: readonly NominationState[] = transitions.submit.from;
  if (!from.includes(nomination.state)) return { code: 'wrong-state', action: 'submit', state: nomination.state, allowed: [...from] };
  if (programme.state !== 'open') return { code: 'programme-not-open', state: programme.state };
  if (!isPast(programme.registrationOpensAt, now)) return { code: 'registration-not-open', opensAt: programme.registrationOpensAt };
  const closesAt = nomination.returned?.answerBy ?? laterOf(programme.registrationClosesAt, nomination.extended.registrationClosesAt);
  if (isPast(closesAt, now)) return { code: 'deadline-passed', closedAt: closesAt };
  if (street.lockedBy !== undefined && street.lockedBy !== nomination.id)
    return { code: 'street-nominated', nominationId: street.lockedBy };
  if (missing.length > 0) return { code: 'dossier-incomplete', missing: [...missing] };
  if (nomination.slot !== undefined) return undefined;
  return quotaUsed(
    programme,
    nomination.kind,
    nominations.filter(({ id }) => id !== nomination.id),
  );
}

function quotaUsed(programme: Programme, kind: 'street' | 'market', nominations: readonly Other[]): Failure | undefined {
  const holding = nominations.filter((each) => each.programmeId === programme.id && each.kind === kind && each.slot !== undefined);
  const [first] = holding;
  return first && holding.length >= programme.quota[kind]
    ? { code: 'slot-taken', ward: first.wardName, kind, holder: first.id }
    : undefined;
}
