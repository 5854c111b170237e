import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId, CriteriaSetId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import { recordAt, type Sought } from '../data/guard.ts';
import { beginning, get, type Page, query } from '../data/read.ts';
import { key, partition, type Table } from '../data/table.ts';

/** The newest edition of a set, whichever that is. */
export const newestEditionAt = (id: CriteriaSetId): Sought<'criteria', CriteriaSet> => ({
  type: 'criteria',
  id,
  load: (table) => newestEdition(table, id),
  record: (loaded) => loaded,
});

/** What a request says about the edition that it changes: which one, and the version it saw. */
export type SeenEdition = { id: CriteriaSetId; edition: number; version: number };

/** The edition that a request means. */
export const criteriaSetAt = (seen: Omit<SeenEdition, 'version'> & { version?: number }): Sought<'criteria', CriteriaSet> =>
  recordAt('criteria', seen, key.criteria(seen.id, seen.edition));

/** One edition of a set, or undefined. */
export const findCriteriaSet = (table: Table, id: CriteriaSetId, edition: number): Promise<CriteriaSet | undefined> =>
  get(table, 'criteria', key.criteria(id, edition));

/** A page of the editions of every set of an authority, by name, the oldest edition first. */
export const criteriaSetsOf = (
  table: Table,
  authority: AuthorityId,
  limit: number,
  cursor?: string,
): Promise<Result<Page<CriteriaSet>, Failure>> =>
  query(
    table,
    'criteria',
    { index: 'GSI1', pk: ['GSI1PK', partition.authority(authority)], sk: beginning('GSI1SK', 'CRITERIA#') },
    limit,
    cursor,
  );

/** The newest edition of a set, or undefined. */
export async function newestEdition(table: Table, id: CriteriaSetId): Promise<CriteriaSet | undefined> {
  const page = await query(table, 'criteria', { pk: ['PK', partition.criteria(id)], backwards: true }, 1);
  return page.ok ? page.value.items[0] : undefined;
}
