import type { Failure } from '../../shared/failures/failure.ts';
import type { StreetId, WardId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { Street } from '../../shared/streets/street.ts';
import { recordAt, type Sought } from '../data/guard.ts';
import { beginning, get, getMany, type Page, query } from '../data/read.ts';
import { key, partition, type Table } from '../data/table.ts';

/** The street that a request means. */
export const streetAt = (seen: { id: StreetId; version?: number }): Sought<'street', Street> =>
  recordAt('street', seen, key.street(seen.id));

/** One street or market with its figures, or undefined. */
export const findStreet = (table: Table, id: StreetId): Promise<Street | undefined> => get(table, 'street', key.street(id));

/** Several streets by id, up to 100; unknown ones are left out. */
export const findStreets = (table: Table, ids: readonly StreetId[]): Promise<Street[]> => getMany(table, 'street', ids.map(key.street));

/** A page of the streets and markets of a ward, by name. */
export const streetsOf = (table: Table, ward: WardId, limit: number, cursor?: string): Promise<Result<Page<Street>, Failure>> =>
  query(table, 'street', { index: 'GSI1', pk: ['GSI1PK', partition.ward(ward)], sk: beginning('GSI1SK', 'STREET#') }, limit, cursor);
