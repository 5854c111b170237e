import { isPast } from '../deadline.ts';
import type { Failure } from '../failures/failure.ts';
import type { AuthorityId } from '../ids.ts';
import { may } from '../people/policy.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Street } from '../streets/street.ts';
import { freePlace, type HeldPlace } from './quota.ts';
import type { Asked } from './transition.ts';

type Place = Pick<Street, 'wardId'> & { above: readonly AuthorityId[] };

/** Whether the by may put this street forward, in a programme that is open. */
export function whyNotPutForward({ by }: Asked, of: { street: Place; programme: Pick<Programme, 'state'> }): Failure | undefined {
  const { street, programme } = of;
  const allowed = may(by, 'nomination.draft', { wardId: street.wardId, above: street.above });
  if (!allowed.ok) return allowed.failure;
  return programme.state === 'open' ? undefined : { code: 'programme-not-open', state: programme.state };
}

/**
 * Why beginning a dossier would lead nowhere: it cannot be begun, or could not be handed in as things stand. A page says so before a ward
 * collects what a dossier needs; the server says the latter when the dossier is handed in, because an extension may still be given.
 */
export function whyNotBegin(
  asked: Asked,
  of: {
    street: Place & { kind: 'street' | 'market' };
    programme: Pick<Programme, 'state' | 'quota' | 'registrationClosesAt'>;
    wardName: string;
    held: readonly HeldPlace[];
  },
): Failure | undefined {
  const { street, programme, wardName, held } = of;
  const refusal = whyNotPutForward(asked, of);
  if (refusal) return refusal;
  const closedAt = programme.registrationClosesAt;
  if (isPast(closedAt, new Date(asked.at))) return { code: 'deadline-passed', closedAt };
  const place = freePlace(programme.quota[street.kind], held, { wardName, kind: street.kind });
  return 'failure' in place ? place.failure : undefined;
}
