import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from '../nominations/load-nomination.ts';
import { freeSlot } from '../nominations/store.ts';
import { findStreet } from '../streets/store.ts';
import { findCertificate } from './store.ts';

/** A leader asks to revoke a certificate; a second person confirms. */
export async function askToRevoke(deps: Deps, command: Command, move: Move, reason: string): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, command, move, transitions.askToRevoke);
  if (from.done) return from.answer;
  const next = transitions.askToRevoke.decide({ ...command, reason }, from.nomination, {});
  if (!next.ok) return next;
  return save(deps.table, change(deps.table, command, 'nomination.askToRevoke', 'nomination', from.nomination, next.value));
}

/** The second person confirms: the certificate is revoked and stays findable, the place in the quota is free again. */
export async function confirmRevocation(deps: Deps, command: Command, move: Move): Promise<Result<Nomination, Failure>> {
  const { table, now } = deps;
  const from = await ready(deps, command, move, transitions.confirmRevocation);
  if (from.done) return from.answer;
  const { nomination } = from;
  const next = transitions.confirmRevocation.decide(command, nomination, {});
  if (!next.ok) return next;
  const [certificate, street] = await Promise.all([
    findCertificate(table, nomination.certificateCode),
    findStreet(table, nomination.streetId),
  ]);
  if (!certificate || !street) throw new Error(`nomination ${nomination.id} names records that are gone`);

  const { certified, ...uncertified } = street;
  return save(table, change(table, command, 'nomination.confirmRevocation', 'nomination', nomination, next.value), [
    change(table, command, 'certificate.revoke', 'certificate', certificate, {
      ...certificate,
      state: 'revoked',
      revokedOn: dayInVietnam(now()),
      reason: next.value.revoked.reason,
    }),
    // A later programme may have certified the street again: then its newer certificate stays.
    ...(certified?.code === certificate.code
      ? [change(table, command, 'street.uncertify', 'street', street, uncertified as typeof street)]
      : []),
    ...freeSlot(table, nomination),
  ]);
}

/** A pending correction or revocation is turned down. */
export async function withdrawRequest(deps: Deps, command: Command, move: Move): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, command, move, transitions.dropRequest);
  if (from.done) return from.answer;
  const next = transitions.dropRequest.decide(command, from.nomination, {});
  if (!next.ok) return next;
  return save(deps.table, change(deps.table, command, 'nomination.dropRequest', 'nomination', from.nomination, next.value));
}
