import type { AuditAction } from '../../shared/audit/actions.ts';
import type { Instant } from '../../shared/ids.ts';
import type { AuditEntry } from '../data/audit.ts';
import { queryAllItems } from '../data/read.ts';
import { partition, type Table } from '../data/table.ts';

/** Every personal value that a record's history still holds, in full. */
export async function personalHistory(
  table: Table,
  record: string,
): Promise<{ at: Instant; action: AuditAction; field: string; was?: unknown; now?: unknown }[]> {
  const items = await queryAllItems(table, { pk: ['PK', partition.audit(record)] });
  return items.flatMap((item) => {
    const { at, action, personal } = item['data'] as AuditEntry;
    return (personal?.values ?? []).map((change) => ({ at, action, ...change }));
  });
}
