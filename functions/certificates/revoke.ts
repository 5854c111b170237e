import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Nomination } from '../../shared/nomination.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from '../nominations/load.ts';
import { freeSlot } from '../nominations/store.ts';
import { findStreet } from '../streets/store.ts';
import { findCertificate } from './store.ts';

/** A leader asks to revoke a certificate; a second person confirms. */
export async function askToRevoke(deps: Deps, actor: Actor, act: Act, move: Move, reason: string): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, actor, act, move, 'nomination.askToRevoke', 'askToRevoke');
  if (from.done) return from.answer;
  const { nomination } = from;
  if (nomination.pending.kind !== 'none') return fail({ code: 'already-pending', kind: nomination.pending.kind });
  return save(
    deps.table,
    change(deps.table, act, 'nomination.askToRevoke', 'nomination', nomination, {
      ...nomination,
      pending: { kind: 'revocation', by: actor.id, at: act.at, reason },
      updatedAt: act.at,
    }),
  );
}

/** The second person confirms: the certificate is revoked and stays findable, the place in the quota is free again. */
export async function confirmRevocation(deps: Deps, actor: Actor, act: Act, move: Move): Promise<Result<Nomination, Failure>> {
  const { table, now } = deps;
  const from = await ready(deps, actor, act, move, 'nomination.confirmRevocation', 'confirmRevocation');
  if (from.done) return from.answer;
  const { nomination } = from;
  const { pending } = nomination;
  if (pending.kind !== 'revocation') return fail({ code: 'nothing-pending', kind: 'revocation' });
  if (pending.by === actor.id) return fail({ code: 'own-work', action: 'confirmRevocation' });
  const [certificate, street] = await Promise.all([
    findCertificate(table, nomination.certificateCode),
    findStreet(table, nomination.streetId),
  ]);
  if (!certificate || !street) throw new Error(`nomination ${nomination.id} names records that are gone`);

  const { pending: _, slot: __, ...rest } = nomination;
  const { certified, ...uncertified } = street;
  return save(
    table,
    change(table, act, 'nomination.confirmRevocation', 'nomination', nomination, {
      ...rest,
      state: 'revoked',
      revoked: { askedBy: pending.by, confirmedBy: actor.id, at: act.at, reason: pending.reason },
      updatedAt: act.at,
    }),
    [
      change(table, act, 'certificate.revoke', 'certificate', certificate, {
        ...certificate,
        state: 'revoked',
        revokedOn: dayInVietnam(now()),
        reason: pending.reason,
      }),
      // A later programme may have certified the street again: then its newer certificate stays.
      ...(certified?.code === certificate.code
        ? [change(table, act, 'street.uncertify', 'street', street, uncertified as typeof street)]
        : []),
      ...freeSlot(table, nomination),
    ],
  );
}

/** A pending correction or revocation is turned down. */
export async function dropRequest(deps: Deps, actor: Actor, act: Act, move: Move): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, actor, act, move, 'nomination.dropRequest', 'dropRequest');
  if (from.done) return from.answer;
  const { nomination } = from;
  if (nomination.pending.kind === 'none') return fail({ code: 'nothing-pending', kind: 'any' });
  return save(
    deps.table,
    change(deps.table, act, 'nomination.dropRequest', 'nomination', nomination, {
      ...nomination,
      pending: { kind: 'none' },
      updatedAt: act.at,
    }),
  );
}
