import { isPast, laterOf } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Sha256 } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nomination.ts';
import { fail, type Result } from '../../shared/result.ts';
import { addFigures, figuresOf, isLocated, noFigures } from '../../shared/street.ts';
import { type Command, sha256 } from '../data/audit.ts';
import { blobKey } from '../data/blobs.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { completeness } from './completeness.ts';
import { frozenOf } from './frozen.ts';
import { frozenList } from './frozen-list.ts';
import { type Move, ready } from './load.ts';
import { takeSlot } from './store.ts';

/**
 * Puts a ward's dossier in front of the Economics office: freezes the merchant list as a file, locks the street and takes the
 * ward's place in the quota, all in one transaction.
 */
export async function submit(deps: Deps, command: Command, move: Move): Promise<Result<Nomination, Failure>> {
  const { table, blobs, now } = deps;
  const from = await ready(deps, command, move, 'nomination.submit', 'submit');
  if (from.done) return from.answer;
  const { nomination } = from;

  const { programme, street, merchants, missing } = await completeness(deps, nomination);
  if (programme.state !== 'open') return fail({ code: 'programme-not-open', state: programme.state });
  if (!isPast(programme.registrationOpensAt, now())) return fail({ code: 'registration-not-open', opensAt: programme.registrationOpensAt });
  // A returned dossier is judged by its own date: registration may have closed while the ward was answering.
  const closesAt =
    nomination.state === 'returned'
      ? nomination.returned.answerBy
      : laterOf(programme.registrationClosesAt, nomination.extended.registrationClosesAt);
  if (isPast(closesAt, now())) return fail({ code: 'deadline-passed', closedAt: closesAt });
  if (missing.length > 0) return fail({ code: 'dossier-incomplete', missing });
  if (street.lockedBy !== undefined && street.lockedBy !== nomination.id)
    return fail({ code: 'street-nominated', nominationId: street.lockedBy });

  const list = Buffer.from(frozenList(merchants));
  const snapshot = sha256(list) as Sha256;
  await blobs.putOnce(blobKey.snapshot(snapshot), list, 'application/json');
  const figures = merchants.map(figuresOf).reduce((sum, each) => addFigures(sum, each), noFigures());

  const { state: _, ...rest } = nomination;
  if ('returned' in rest) delete (rest as { returned?: unknown }).returned;
  const next = {
    ...rest,
    state: 'submitted' as const,
    round: nomination.round + 1,
    updatedAt: command.at,
    submission: {
      submittedAt: command.at,
      by: command.by.id,
      onTime: true,
      located: isLocated(street),
      figures,
      snapshot,
      frozen: frozenOf(nomination, street),
      ...(nomination.state === 'returned' && { before: handedInBefore(nomination.submission) }),
    },
  };

  // The ward's places are tried in order; only the last one that is taken is a refusal.
  const places =
    nomination.slot === undefined ? Array.from({ length: programme.quota[nomination.kind] }, (_, index) => index + 1) : [nomination.slot];
  let outcome: Result<Nomination, Failure> = fail({ code: 'slot-taken', ward: nomination.wardName, kind: nomination.kind, holder: '' });
  for (const slot of places) {
    outcome = await save(table, change(table, command, 'nomination.submit', 'nomination', nomination, { ...next, slot }), [
      takeSlot(table, nomination, slot),
      change(table, command, 'street.lock', 'street', street, { ...street, lockedBy: nomination.id }),
    ]);
    if (outcome.ok || outcome.failure.code !== 'slot-taken') return outcome;
  }
  return outcome;
}

const handedInBefore = ({ submittedAt, snapshot, frozen }: Extract<Nomination, { state: 'returned' }>['submission']) => ({
  submittedAt,
  snapshot,
  ...(frozen && { frozen }),
});
