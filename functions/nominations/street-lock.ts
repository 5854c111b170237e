import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Street } from '../../shared/streets/street.ts';
import type { Act } from '../data/audit.ts';
import { type Change, change } from '../data/save.ts';
import type { Table } from '../data/table.ts';
import { findStreet } from '../streets/store.ts';

/** Gives the street back to its ward, if this nomination holds it. */
export async function unlock(table: Table, act: Act, nomination: Nomination): Promise<Change<'street'>[]> {
  const street = await findStreet(table, nomination.streetId);
  return street?.lockedBy === nomination.id ? [change(table, act, 'street.unlock', 'street', street, withoutLock(street))] : [];
}

/** The street without its lock. */
export function withoutLock<S extends Street>(street: S): S {
  const { lockedBy: _, ...rest } = street;
  return rest as S;
}
