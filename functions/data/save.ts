import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AuditAction } from '../../shared/audit/actions.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { shown, type Unsaved } from '../../shared/record.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Act, auditEntry } from './audit.ts';
import { type Item, itemOf, recordOf } from './item.ts';
import type { Records, RecordType } from './records.ts';
import { isBusy, retryWhileBusy } from './retry.ts';
import { aliasKeysOf, attributesOf, type Key, key, recordName, type Table } from './table.ts';

type Operation = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One operation of a transaction, and what it means when its condition does not hold. */
export type Write = { operation: Operation; otherwise: (old: Item | undefined) => Failure };

/** A record's new version with its audit entry. There is no other way to write a record, so no write is without its entry. */
export type Change<T extends RecordType> = { type: T; record: Records[T]; writes: readonly Write[]; act: Act };

/** The next version of a record that was loaded as `seen`: written only if it still is what was seen. `rows`: what else this entry created. */
export function change<T extends RecordType>(
  table: Table,
  act: Act,
  action: AuditAction,
  type: T,
  seen: Records[T],
  next: Unsaved<Records[T]>,
  rows?: string[],
): Change<T> {
  return versionOf({ table, act, action, type, seen, next, rows });
}

/** A new record under its own key: a repeat is recognised, another record under the id is refused. `rows`: what else this entry created. */
export function creation<T extends RecordType>(
  table: Table,
  act: Act,
  action: AuditAction,
  type: T,
  next: Unsaved<Records[T]>,
  rows?: string[],
): Change<T> {
  return versionOf({ table, act, action, type, seen: undefined, next, rows });
}

/** Version 1 of a record that another record's entry lists (the rows of an import): its history begins with that entry. */
export function listed<T extends RecordType>(
  table: Table,
  act: Act,
  type: T,
  next: Unsaved<Records[T]>,
  entryHash: string,
): { record: Records[T]; write: Write } {
  const record = { ...next, version: 1, trail: { actionId: act.id, digest: act.digest, hash: entryHash } } as unknown as Records[T];
  return { record, write: recordWrite(table, type, record, undefined) };
}

/**
 * Saves changes, with what else must hold, in one transaction of at most 100 operations.
 * The first change is the one that answers: when its action was already saved, the saved record is the answer and nothing is written.
 * A lost race is a failure with the current record; anything unexpected is thrown.
 */
export async function save<T extends RecordType>(
  table: Table,
  first: Change<T>,
  more: readonly (Change<RecordType> | Write)[] = [],
): Promise<Result<Records[T], Failure>> {
  const changes = [first, ...more.filter((each): each is Change<RecordType> => 'writes' in each)];
  const writes = [...first.writes, ...more.flatMap((each) => ('writes' in each ? each.writes : [each]))];
  const outcome = await transact(table, writes);
  if (outcome.ok) {
    table.report(changes.map(({ type, record }) => ({ type, record })));
    return ok(first.record);
  }
  if (outcome.busy) return fail({ code: 'busy', retryAfterSeconds: 2 });
  const { index, old } = outcome;
  // Whatever else failed: if the answering record already carries this action, this request is a repeat that lost the race.
  const current = outcome.olds[0];
  if (current?.actionId === first.act.id)
    return current.digest === first.act.digest
      ? ok(recordOf(first.type, current))
      : fail({ code: 'action-id-reused', actionId: first.act.id });
  return fail((writes[index] as Write).otherwise(old));
}

/** Operation on an item that is no record (a slot, a counter, a street's figures). */
export const update = (
  table: Table,
  at: Key,
  expression: Omit<NonNullable<Operation['Update']>, 'TableName' | 'Key'>,
  otherwise: Write['otherwise'],
): Write => ({
  operation: { Update: { TableName: table.name, Key: at, ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...expression } },
  otherwise,
});

/** A version that is to be written: of what, by which action, after which one. */
type Next<T extends RecordType> = {
  table: Table;
  act: Act;
  action: AuditAction;
  type: T;
  seen: Records[T] | undefined;
  next: Unsaved<Records[T]>;
  rows: string[] | undefined;
};

function versionOf<T extends RecordType>({ table, act, action, type, seen, next, rows }: Next<T>): Change<T> {
  const version = (seen?.version ?? 0) + 1;
  const unhashed = { ...next, version, trail: { actionId: act.id, digest: act.digest, hash: '' } } as unknown as Records[T];
  const name = recordName[type](unhashed);
  const entry = auditEntry({
    type,
    record: name,
    version,
    action,
    act,
    was: seen,
    now: unhashed,
    previous: seen?.trail.hash ?? '',
    ...(rows && { rows }),
  });
  const record: Records[T] = { ...unhashed, trail: { ...unhashed.trail, hash: entry.hash } };
  const audit: Write = {
    operation: {
      Put: {
        TableName: table.name,
        Item: { ...key.audit(name, version), type: 'audit', data: entry },
        ConditionExpression: 'attribute_not_exists(PK)',
      },
    },
    otherwise: () => ({ code: 'changed-meanwhile', what: type, seen: version - 1, current: null }),
  };
  return { type, record, act, writes: [recordWrite(table, type, record, seen), audit, ...aliasWrites(table, type, record, seen)] };
}

/** What newly leads to this version of a record. */
function aliasWrites<T extends RecordType>(table: Table, type: T, record: Records[T], seen: Records[T] | undefined): Write[] {
  const { PK, SK } = attributesOf[type](record, table);
  const known = new Set(seen && aliasKeysOf[type]?.(seen).map((alias) => alias.PK));
  return (aliasKeysOf[type]?.(record) ?? [])
    .filter((alias) => !known.has(alias.PK))
    .map((alias) => ({
      operation: {
        Put: {
          TableName: table.name,
          Item: { ...alias, type: 'lead', leadsTo: { PK, SK } },
          ConditionExpression: 'attribute_not_exists(PK) OR leadsTo = :own',
          ExpressionAttributeValues: { ':own': { PK, SK } },
        },
      },
      otherwise: () => ({ code: 'id-taken', id: alias.PK }),
    }));
}

function recordWrite<T extends RecordType>(table: Table, type: T, record: Records[T], seen: Records[T] | undefined): Write {
  const item = itemOf(type, record, attributesOf[type](record, table));
  if (seen === undefined)
    return {
      operation: {
        Put: {
          TableName: table.name,
          Item: item,
          ConditionExpression: 'attribute_not_exists(PK)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      otherwise: () => ({ code: 'id-taken', id: recordName[type](record) }),
    };
  const { PK, SK, live: _, ...fields } = item;
  const [set, remove] = [
    Object.entries(fields).filter(([, value]) => value !== undefined),
    Object.keys(fields).filter((name) => item[name] === undefined),
  ];
  const state = 'state' in seen ? seen.state : undefined;
  return {
    operation: {
      // An update and not a put: counters beside `data` may have moved since the record was read.
      Update: {
        TableName: table.name,
        Key: { PK, SK },
        UpdateExpression: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${remove.length > 0 ? ` REMOVE ${remove.map((name) => `#${name}`).join(', ')}` : ''}`,
        ConditionExpression: `#version = :seenVersion${state === undefined ? '' : ' AND #state = :seenState'}`,
        ExpressionAttributeNames: Object.fromEntries(
          [...set.map(([name]) => name), ...remove, ...(state === undefined ? [] : ['state'])].map((name) => [`#${name}`, name]),
        ),
        ExpressionAttributeValues: {
          ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
          ':seenVersion': seen.version,
          ...(state !== undefined && { ':seenState': state }),
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    otherwise: (old) =>
      old
        ? { code: 'changed-meanwhile', what: type, seen: seen.version, current: shown(recordOf(type, old)) }
        : { code: 'not-found', what: type, id: recordName[type](record) },
  };
}

type Outcome =
  | { ok: true }
  | { ok: false; busy: true }
  | { ok: false; busy: false; index: number; old: Item | undefined; olds: (Item | undefined)[] };

async function transact(table: Table, writes: readonly Write[]): Promise<Outcome> {
  const command = () => table.doc.send(new TransactWriteCommand({ TransactItems: writes.map((write) => write.operation) }));
  try {
    await retryWhileBusy(command);
    return { ok: true };
  } catch (error) {
    if (isBusy(error)) return { ok: false, busy: true };
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = error.CancellationReasons ?? [];
    const index = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
    if (index < 0) throw error;
    const olds = reasons.map((reason) => reason.Item && (unmarshall(reason.Item) as Item));
    return { ok: false, busy: false, index, old: olds[index], olds };
  }
}
