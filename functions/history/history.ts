import type { Failure } from '../../shared/failures/failure.ts';
import type { Actor } from '../../shared/people/person.ts';
import { may } from '../../shared/people/policy.ts';
import { maskedAt } from '../../shared/privacy/apply.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type AuditEntry, type FieldChange, isIntact } from '../data/audit.ts';
import { privacy } from '../data/privacy.ts';
import type { Table } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { findPeople } from '../people/store.ts';
import { entriesOf, findEntry, importEntryOf } from './store.ts';
import { permissionOf, type Subject, type Traced, trace } from './subject.ts';

/** One step of a record's history. `erased` names the fields whose personal values are gone. */
export type Step = Pick<AuditEntry, 'version' | 'action' | 'by' | 'at' | 'from' | 'note' | 'changes'> & {
  byName: string;
  erased: string[];
};

/** A page of a history, the oldest step first; `intact` tells whether what stands on it is what was written. */
export type History = { items: Step[]; next?: string; intact: boolean };

/** What became of a record, step by step, with its chain of hashes checked: entry to entry on this page, and the last one against the record. */
export async function history(
  { table }: Deps,
  actor: Actor,
  subject: Subject,
  limit: number,
  cursor?: string,
): Promise<Result<History, Failure>> {
  const traced = await trace(table, subject);
  if (!traced) return fail({ code: 'not-found', what: subject.type, id: subject.id });
  const allowed = may(actor, permissionOf[subject.type], traced.scope);
  if (!allowed.ok) return allowed;

  const page = await entriesOf(table, traced.name, limit, cursor);
  if (!page.ok) return page;
  const origin = traced.importId && (await importEntryOf(table, traced.importId, traced.name));
  // The import's entry stands for version 1 of each of its rows; what it says of the import itself belongs to no row.
  const entries = origin && cursor === undefined ? [{ ...origin, version: 1, changes: [] }, ...page.value.items] : page.value.items;
  const items = await stepsOf(table, subject.type, entries);
  return ok({ ...page.value, items, intact: await isWhole(table, traced, page.value.items, origin) });
}

/** Whether the entries follow one another, the first one its predecessor, and the record's own version is the one its entry made. */
async function isWhole(
  table: Table,
  { name, record, importId }: Traced,
  entries: readonly AuditEntry[],
  origin: AuditEntry | undefined,
): Promise<boolean> {
  if (importId && !(origin && isIntact(origin))) return false;
  const head = record.version === 1 && importId ? origin : await findEntry(table, name, record.version);
  if (!head || head.hash !== record.trail.hash) return false;

  const [first] = entries;
  let version = importId ? 1 : 0;
  let previous = origin?.hash ?? '';
  if (first && first.version > version + 1) {
    version = first.version - 1;
    previous = (await findEntry(table, name, version))?.hash ?? '';
  }
  for (const entry of entries) {
    version += 1;
    if (entry.version !== version || entry.previous !== previous || !isIntact(entry)) return false;
    previous = entry.hash;
  }
  return true;
}

async function stepsOf(table: Table, type: Subject['type'], entries: readonly AuditEntry[]): Promise<Step[]> {
  const people = await findPeople(table, [...new Set(entries.map((entry) => entry.by))]);
  const names = new Map(people.map((person) => [person.id, person.name]));
  return entries.map(({ version, action, by, at, from, note, changes, sealed, personal }) => ({
    version,
    action,
    by,
    byName: names.get(by) ?? '',
    at,
    from,
    ...(note !== undefined && { note }),
    changes: [...changes, ...(personal?.values ?? []).map((change) => masked(type, change))],
    erased: personal ? [] : (sealed ?? []).map((each) => each.field),
  }));
}

/** What is masked in a record stays masked in its history: only an audited reveal shows it. */
const masked = (type: Subject['type'], { field, ...values }: FieldChange): FieldChange => ({
  field,
  ...('was' in values && { was: maskedAt(privacy[type], field, values.was) }),
  ...('now' in values && { now: maskedAt(privacy[type], field, values.now) }),
});
