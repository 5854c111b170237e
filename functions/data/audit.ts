import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AuditAction } from '../../shared/audit/actions.ts';
import type { Instant, PersonId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { isSealed } from '../../shared/privacy/apply.ts';
import { privacy } from './privacy.ts';
import type { RecordType } from './records.ts';

/** One person's action as it reaches the data layer: repeating it is recognised by `id`, another body under the same id by `digest`; `note` is the reason given. */
export type Act = { id: string; digest: string; by: { id: PersonId; name: string }; at: Instant; from: string; note?: string };

/** An action as a verb gets it: by somebody whose roles are known. */
export type Command = Act & { by: Actor };

/** One changed field, by its path; absent values are left out. */
export type FieldChange = { field: string; was?: unknown; now?: unknown };

/**
 * One entry of a record's history. Personal values stand apart in `personal`; the hash covers only a salted commitment to them,
 * so that erasing a person drops values and salt while the chain of hashes stays whole.
 */
export type AuditEntry = {
  record: string;
  version: number;
  action: AuditAction;
  actionId: string;
  by: PersonId;
  at: Instant;
  from: string;
  note?: string;
  changes: FieldChange[];
  sealed?: { field: string; commitment: string }[];
  rows?: string[];
  previous: string;
  hash: string;
  personal?: { salt: string; values: FieldChange[] };
};

/** The entry of one change, chained to the entry before it. `rows` names the records that an import created under this entry. */
export function auditEntry(of: {
  type: RecordType;
  record: string;
  version: number;
  action: AuditAction;
  act: Act;
  was: Record<string, unknown> | undefined;
  now: Record<string, unknown>;
  previous: string;
  rows?: string[];
}): AuditEntry {
  const isPersonal = (change: FieldChange) => isSealed(privacy[of.type], change.field);
  const all = changesBetween(of.was ?? {}, of.now);
  const values = all.filter(isPersonal);
  const salt = values.length > 0 ? randomBytes(16).toString('base64url') : '';
  const body = {
    record: of.record,
    version: of.version,
    action: of.action,
    actionId: of.act.id,
    by: of.act.by.id,
    at: of.act.at,
    from: of.act.from,
    ...(of.act.note !== undefined && { note: of.act.note }),
    changes: all.filter((change) => !isPersonal(change)),
    ...(values.length > 0 && { sealed: values.map((change) => ({ field: change.field, commitment: commitment(salt, change) })) }),
    ...(of.rows && { rows: of.rows }),
    previous: of.previous,
  };
  return { ...body, hash: sha256(canonical(body)), ...(values.length > 0 && { personal: { salt, values } }) };
}

/** Whether an entry is what was written: its hash fits, and so does every personal value that has not been erased. */
export function isIntact(entry: AuditEntry): boolean {
  const { hash, personal, ...body } = entry;
  const sealed = new Map((entry.sealed ?? []).map((each) => [each.field, each.commitment]));
  return (
    hash === sha256(canonical(body)) &&
    (personal?.values ?? []).every((change) => sealed.get(change.field) === commitment(personal?.salt ?? '', change))
  );
}

/** Leaf by leaf difference of two records; lists count as one value. */
function changesBetween(was: Record<string, unknown>, now: Record<string, unknown>, path = ''): FieldChange[] {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter((field) => path !== '' || !bookkeeping.has(field));
  return fields.flatMap((name): FieldChange[] => {
    const field = path === '' ? name : `${path}.${name}`;
    const [before, after] = [was[name], now[name]];
    if (before === after) return [];
    if (isPlain(before) && isPlain(after)) return changesBetween(before, after, field);
    if (before !== undefined && after !== undefined && canonical(before) === canonical(after)) return [];
    return [{ field, ...(before !== undefined && { was: before }), ...(after !== undefined && { now: after }) }];
  });
}

const bookkeeping = new Set(['version', 'trail', 'updatedAt']);
const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const commitment = (salt: string, change: FieldChange): string => sha256(salt + canonical(change));

/** SHA-256 in hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** JSON in the one form of RFC 8785, without undefined: equal values give equal text. */
export const canonical = (value: unknown): string => canonicalize(value) ?? 'null';
