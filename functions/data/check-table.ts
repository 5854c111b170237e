import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type AuditEntry, canonical, isIntact } from './audit.ts';
import { recordOf } from './item.ts';
import { type RecordType, schemas } from './records.ts';

/**
 * What was found in a table. `unproven` names records whose last hash no audit entry proves, and entries that were changed; `unreadable`
 * those that this version of the program does not read, because a newer one wrote them or a step is missing.
 */
export type DataFound = { records: number; entries: number; unproven: string[]; unreadable: string[]; digest: string };

/**
 * Looks at everything in a table: each audit entry must hash to what it says, each record must end in the hash of such an entry. `digest`
 * is equal for equal contents. While others write, a record may be read before its entry: then it is named, and looking again tells.
 */
export async function checkTable(doc: DynamoDBDocumentClient, table: string): Promise<DataFound> {
  const [proven, unproven, unreadable] = [new Set<string>(), [] as string[], [] as string[]];
  const records: { name: string; hash: string }[] = [];
  const items: string[] = [];
  for (let from: Record<string, unknown> | undefined, first = true; first || from; first = false) {
    const page = await doc.send(new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }));
    for (const item of page.Items ?? []) {
      const name = `${item['PK']} ${item['SK']}`;
      items.push(`${name} ${createHash('sha256').update(canonical(item)).digest('hex')}`);
      if (name.startsWith('AUDIT#')) {
        const entry = item['data'] as AuditEntry;
        if (isIntact(entry)) proven.add(entry.hash);
        else unproven.push(name);
      } else if (isRecordType(item['type'])) {
        records.push({ name, hash: String(item['hash']) });
        if (!isReadable(item['type'], item)) unreadable.push(name);
      }
    }
    from = page.LastEvaluatedKey;
  }
  unproven.push(...records.filter(({ hash }) => !proven.has(hash)).map(({ name }) => name));
  const digest = createHash('sha256').update(items.sort().join('\n')).digest('hex');
  return { records: records.length, entries: proven.size, unproven, unreadable, digest };
}

const isRecordType = (type: unknown): type is RecordType => typeof type === 'string' && Object.hasOwn(schemas, type);

function isReadable(type: RecordType, item: Record<string, unknown>): boolean {
  try {
    recordOf(type, item);
    return true;
  } catch {
    return false;
  }
}
