import type { Failure } from '../../shared/failures/failure.ts';
import type { ImportId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { AuditEntry } from '../data/audit.ts';
import { getItem, type Page, queryAllItems, queryItems } from '../data/read.ts';
import { key, partition, type Table } from '../data/table.ts';

/** A page of a record's entries, the oldest first. */
export async function entriesOf(table: Table, record: string, limit: number, cursor?: string): Promise<Result<Page<AuditEntry>, Failure>> {
  const page = await queryItems(table, { pk: ['PK', partition.audit(record)] }, limit, cursor);
  return page.ok ? ok({ ...page.value, items: page.value.items.map(entryOf) }) : page;
}

/** The entry that made one version of a record. */
export async function findEntry(table: Table, record: string, version: number): Promise<AuditEntry | undefined> {
  const item = await getItem(table, key.audit(record, version));
  return item && entryOf(item);
}

/** The entry of an import's transaction that brought this row: an imported record's history begins there. */
export async function importEntryOf(table: Table, id: ImportId, record: string): Promise<AuditEntry | undefined> {
  const entries = await queryAllItems(table, { pk: ['PK', partition.audit(`IMPORT#${id}`)] });
  return entries.map(entryOf).find((entry) => entry.rows?.includes(record));
}

// Not parsed: whether an entry still is what was written is exactly what the reader wants to know.
const entryOf = (item: Record<string, unknown>): AuditEntry => item['data'] as AuditEntry;
