import type { Authority } from '../../shared/authorities/authority.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import { recordAt, type Sought } from '../data/guard.ts';
import { beginning, get, getMany, type Page, query } from '../data/read.ts';
import { key, partition, type Table } from '../data/table.ts';

/** The unit that a request means. */
export const authorityAt = (seen: { id: AuthorityId; version?: number }): Sought<'authority', Authority> =>
  recordAt('authority', seen, key.authority(seen.id));

/** One unit, or undefined. */
export const findAuthority = (table: Table, id: AuthorityId): Promise<Authority | undefined> => get(table, 'authority', key.authority(id));

/** Several units by id, up to 100; unknown ones are left out. */
export const findAuthorities = (table: Table, ids: readonly AuthorityId[]): Promise<Authority[]> =>
  getMany(table, 'authority', ids.map(key.authority));

/** A page of the units directly below one, by name; without a parent the topmost units. */
export const unitsBelow = (
  table: Table,
  parent: AuthorityId | undefined,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Authority>, Failure>> =>
  query(
    table,
    'authority',
    { index: 'GSI1', pk: ['GSI1PK', partition.unitsBelow(parent)], sk: beginning('GSI1SK', 'AUTHORITY#') },
    limit,
    cursor,
  );
