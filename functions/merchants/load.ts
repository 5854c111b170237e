import type { Failure } from '../../shared/failure.ts';
import type { MerchantId, StreetId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchant.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { addFigures, figuresOf } from '../../shared/street.ts';
import type { Act } from '../data/audit.ts';
import { change, repeatOf, save, staleIf } from '../data/save.ts';
import type { Table } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { figuresWrite, findMerchant } from './store.ts';

/** What a request says about the merchant that it changes: which one, and the version it saw. */
export type Seen = { streetId: StreetId; id: MerchantId; version: number };

/** Either the action still is to be decided on the merchant, or `answer` is what it answers already. */
export type Ready = { done: true; answer: Result<Merchant, Failure> } | { done: false; merchant: Merchant };

/** What every change of a merchant begins with: it exists, the actor may, a repeat answers the same, nobody changed it since. */
export async function ready({ table }: Deps, actor: Actor, act: Act, seen: Seen, permission: Permission): Promise<Ready> {
  const done = (answer: Result<Merchant, Failure>): Ready => ({ done: true, answer });
  const found = await readable({ table }, actor, seen.streetId, seen.id, permission);
  if (!found.ok) return done(found);
  const again = repeatOf(found.value, act);
  if (again) return done(again);
  const current = staleIf(found.value, seen.version, 'merchant');
  return current.ok ? { done: false, merchant: found.value } : done(current);
}

type Permission = 'merchant.read' | 'merchant.write' | 'merchant.reveal' | 'personalData.export' | 'personalData.erase';

/** The merchant, if it exists and the actor may. */
export async function readable(
  { table }: Pick<Deps, 'table'>,
  actor: Actor,
  streetId: StreetId,
  id: MerchantId,
  permission: Permission,
): Promise<Result<Merchant, Failure>> {
  const merchant = await findMerchant(table, streetId, id);
  if (!merchant) return fail({ code: 'not-found', what: 'merchant', id });
  const allowed = may(actor, permission, merchant);
  return allowed.ok ? ok(merchant) : allowed;
}

/** Saves a merchant's next version with the difference in the street's figures, while no nomination holds the street. */
export function saveCounted(
  table: Table,
  act: Act,
  action: string,
  seen: Merchant,
  next: Parameters<typeof change<'merchant'>>[5],
): Promise<Result<Merchant, Failure>> {
  const changed = change(table, act, action, 'merchant', seen, next);
  const delta = addFigures(figuresOf(changed.record), figuresOf(seen), -1);
  return save(table, changed, [figuresWrite(table, seen.streetId, delta, { byWard: true })]);
}
