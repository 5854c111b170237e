import type { Failure } from '../../shared/failures/failure.ts';
import { Sha256 } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { HeldPlace } from '../../shared/nominations/quota.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import type { Result } from '../../shared/result.ts';
import { addFigures, figuresOf, isLocated, noFigures } from '../../shared/streets/street.ts';
import { type Command, sha256 } from '../data/audit.ts';
import { blobKey } from '../data/blobs.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { completeness } from './completeness.ts';
import { frozenOf } from './frozen.ts';
import { frozenList } from './frozen-list.ts';
import { type Move, ready } from './load-nomination.ts';
import { takeSlot } from './store.ts';

/**
 * Puts a ward's dossier in front of the Economics office: freezes the merchant list as a file, locks the street and takes the
 * ward's place in the quota, all in one transaction.
 */
export async function submit(deps: Deps, command: Command, move: Move): Promise<Result<Nomination, Failure>> {
  const { table, blobs } = deps;
  const from = await ready(deps, command, move, transitions.submit);
  if (from.done) return from.answer;
  const { nomination } = from;

  const { programme, street, merchants, missing } = await completeness(deps, nomination);
  const list = Buffer.from(frozenList(merchants));
  const snapshot = Sha256.parse(sha256(list));
  const figures = merchants.map(figuresOf).reduce((sum, each) => addFigures(sum, each), noFigures());
  const handedIn = { located: isLocated(street), figures, snapshot, frozen: frozenOf(nomination, street) };

  // The ward's places are tried in order: who holds one is known only when it was tried.
  for (const held: HeldPlace[] = []; ; ) {
    const next = transitions.submit.decide(command, nomination, { programme, street, missing, held, handedIn });
    if (!next.ok) return next;
    const slot = next.value.slot ?? 1;
    await blobs.putOnce(blobKey.snapshot(snapshot), list, 'application/json');
    const saved = await save(table, change(table, command, 'nomination.submit', 'nomination', nomination, next.value), [
      takeSlot(table, nomination, slot),
      change(table, command, 'street.lock', 'street', street, { ...street, lockedBy: nomination.id }),
    ]);
    if (saved.ok || saved.failure.code !== 'slot-taken' || nomination.slot !== undefined) return saved;
    held.push({ slot, id: saved.failure.holder });
  }
}
