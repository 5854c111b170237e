import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId, ProgrammeId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { Summary } from '../../shared/programmes/summary.ts';
import { ok, type Result } from '../../shared/result.ts';
import { putDerived } from '../data/derived.ts';
import { recordAt, type Sought } from '../data/guard.ts';
import { dataOf } from '../data/item.ts';
import { beginning, get, getItem, type Page, query, queryAll, queryItems, type Range } from '../data/read.ts';
import { key, partition, type Table } from '../data/table.ts';

/** The programme that a request means. */
export const programmeAt = (seen: { id: ProgrammeId; version?: number }): Sought<'programme', Programme> =>
  recordAt('programme', seen, key.programme(seen.id));

/** One programme, or undefined. */
export const findProgramme = (table: Table, id: ProgrammeId): Promise<Programme | undefined> => get(table, 'programme', key.programme(id));

/** The programme of a nomination: it is never taken away while a nomination names it. */
export async function programmeOf(table: Table, { id, programmeId }: Pick<Nomination, 'id' | 'programmeId'>): Promise<Programme> {
  const programme = await findProgramme(table, programmeId);
  if (!programme) throw new Error(`nomination ${id} names a programme that is gone`);
  return programme;
}

/** A page of the programmes that an authority advises, the newest year first. */
export const programmesOf = (
  table: Table,
  authority: AuthorityId,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Programme>, Failure>> =>
  query(
    table,
    'programme',
    { index: 'GSI1', pk: ['GSI1PK', partition.authority(authority)], sk: beginning('GSI1SK', 'PROGRAMME#'), backwards: true },
    limit,
    cursor,
  );

/** The thousand newest programmes that were opened (every province for decades), closed ones too: what was handed in by then is still decided. */
export async function begunProgrammes(table: Table): Promise<ProgrammeId[]> {
  const page = await queryItems(table, { index: 'due', pk: ['DUEPK', partition.begunProgrammes], backwards: true }, 1000);
  return page.ok ? page.value.items.map((item) => String(item['DUESK']).split('#')[1] as ProgrammeId) : [];
}

/** A page of a programme's nominations, ward by ward: one Query, whatever their number. */
export const boardOf = (table: Table, id: ProgrammeId, limit: number, cursor?: string): Promise<Result<Page<Nomination>, Failure>> =>
  query(table, 'nomination', boardRange(id), limit, cursor);

/** Every nomination of a programme: bounded by its wards and their quota. */
export const wholeBoardOf = (table: Table, id: ProgrammeId): Promise<Nomination[]> => queryAll(table, 'nomination', boardRange(id));

/** The stored summary, or undefined while nothing has been counted. */
export async function findSummary(table: Table, id: ProgrammeId): Promise<Summary | undefined> {
  const item = await getItem(table, key.summary(id));
  // One that an earlier version counted may lack a field: it is counted anew.
  const parsed = Summary.safeParse(item?.['data']);
  return parsed.success ? parsed.data : undefined;
}

export const storeSummary = (table: Table, summary: Summary): Promise<void> =>
  putDerived(
    table,
    {
      ...key.summary(summary.programmeId),
      GSI1PK: partition.summaries(summary.above.at(-1) ?? summary.advisingAuthorityId),
      GSI1SK: `${summary.year}#${summary.advisingAuthorityId}#${summary.programmeId}`,
    },
    'summary',
    summary,
    summary.computedAt,
  );

/** A page of the summaries of a year's programmes everywhere below a topmost unit. */
export async function summariesOf(
  table: Table,
  top: AuthorityId,
  year: number,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Summary>, Failure>> {
  const range: Range = { index: 'GSI1', pk: ['GSI1PK', partition.summaries(top)], sk: beginning('GSI1SK', `${year}#`) };
  const page = await queryItems(table, range, limit, cursor);
  return page.ok ? ok({ ...page.value, items: page.value.items.map((item) => dataOf('summary', Summary, item)) }) : page;
}

const boardRange = (id: ProgrammeId): Range => ({
  index: 'GSI1',
  pk: ['GSI1PK', partition.programme(id)],
  sk: beginning('GSI1SK', 'NOMINATION#'),
});
