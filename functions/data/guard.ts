import type { Failure } from '../../shared/failures/failure.ts';
import type { Actor } from '../../shared/people/person.ts';
import { type ActionName, may } from '../../shared/people/policy.ts';
import { shown, type Versioned } from '../../shared/record.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Act, Command } from './audit.ts';
import { get } from './read.ts';
import type { Records, RecordType } from './records.ts';
import { scopeOf } from './scope.ts';
import type { Key, Table } from './table.ts';

/**
 * The record that a request means: its type, the id that a refusal names, and how it is loaded, alone or with all that is under it.
 * `version` is the one that the request saw; none where the action does not depend on what the record says.
 */
export type Sought<T extends RecordType, Loaded> = {
  type: T;
  id: string;
  version?: number | undefined;
  load: (table: Table) => Promise<Loaded | undefined>;
  record: (loaded: Loaded) => Records[T];
};

/** What a request says about the record that it changes: which one, and the version it saw. */
export type Seen<Id> = { id: Id; version: number };

/** A record that is read alone, by its key. */
export const recordAt = <T extends RecordType>(
  type: T,
  { id, version }: { id: string; version?: number | undefined },
  at: Key,
): Sought<T, Records[T]> => ({
  type,
  id,
  version,
  load: (table) => get(table, type, at),
  record: (loaded) => loaded,
});

/** Either the action still is to be decided on what was found, or `answer` is what it answers already. */
export type Opened<R, Loaded = R> = { done: true; answer: Result<R, Failure> } | { done: false; found: Loaded };

/**
 * What every change of a record begins with, in this order: it exists, who acts may, a repeat of the same action answers the same, and
 * nobody changed the record since it was seen.
 */
export async function loadForUpdate<T extends RecordType, Loaded>(
  { table }: { table: Table },
  command: Command,
  permission: ActionName,
  sought: Sought<T, Loaded>,
): Promise<Opened<Records[T], Loaded>> {
  const found = await loadForRead({ table }, command.by, permission, sought);
  if (!found.ok) return { done: true, answer: found };
  const record: Records[T] = sought.record(found.value);
  const answer = answered(sought.type, record, command, sought.version);
  return answer ? { done: true, answer } : { done: false, found: found.value };
}

/** What every look at a record begins with: it exists, and who asks may see it. */
export async function loadForRead<T extends RecordType, Loaded>(
  { table }: { table: Table },
  actor: Actor,
  permission: ActionName,
  { type, id, load, record }: Sought<T, Loaded>,
): Promise<Result<Loaded, Failure>> {
  const found = await load(table);
  if (found === undefined) return fail({ code: 'not-found', what: type, id });
  const allowed = may(actor, permission, await scopeOf[type](record(found), table));
  return allowed.ok ? ok(found) : allowed;
}

/** What a loaded record answers before anything is decided: its own repeat, then a version that somebody has changed meanwhile. */
export function answered<R extends Versioned>(
  what: RecordType,
  record: R,
  act: Act,
  version: number | undefined,
): Result<R, Failure> | undefined {
  const repeat = repeatOf(record, act);
  if (repeat) return repeat;
  if (version === undefined || record.version === version) return undefined;
  return fail({ code: 'changed-meanwhile', what, seen: version, current: shown(record) });
}

/** What the loaded record answers when this very action made it: the verb then returns it and decides nothing again. */
export function repeatOf<R extends Versioned>(record: R, act: Act): Result<R, Failure> | undefined {
  if (record.trail.actionId !== act.id) return undefined;
  return record.trail.digest === act.digest ? ok(record) : fail({ code: 'action-id-reused', actionId: act.id });
}
