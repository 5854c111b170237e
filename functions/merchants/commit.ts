import type { Failure } from '../../shared/failures/failure.ts';
import { type ImportId, Sha256, type StreetId } from '../../shared/ids.ts';
import type { Import, ImportPlan, StoredPlan, StoredSource } from '../../shared/merchants/import.ts';
import type { Actor } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Act, type Command, canonical, sha256 } from '../data/audit.ts';
import { blobKey } from '../data/blobs.ts';
import { loadForRead } from '../data/guard.ts';
import { get } from '../data/read.ts';
import { key } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { findStreet, streetAt } from '../streets/store.ts';
import { linesOf } from './import-lines.ts';
import { oneListIn, readSource } from './import-source.ts';
import { allMerchantsOf } from './store.ts';
import { writeLines } from './write-lines.ts';

/**
 * Imports a list into a street as the person decided after the preview. The same import with the same plan may be sent again at any time:
 * what is written stays, what is missing follows. A long import answers `running` after some seconds and is continued.
 */
export async function commit(
  deps: Deps,
  command: Command,
  streetId: StreetId,
  id: ImportId,
  plan: ImportPlan,
): Promise<Result<Import, Failure>> {
  const stored: StoredPlan = { ...plan, source: storedSource(plan.source) };
  const started = await readImport(deps, command.by, streetId, id);
  if (started.ok && canonical(started.value.plan) !== canonical(stored)) return fail({ code: 'import-elsewhere', importId: id });
  if (started.ok) return proceed(deps, command, streetId, id, started.value.plan, started.value);
  if (started.failure.code !== 'not-found' || started.failure.what !== 'import') return started;

  if (plan.source.kind === 'pasted' && stored.source.kind === 'pasted')
    await deps.blobs.putOnce(blobKey.upload(stored.source.sha256), Buffer.from(plan.source.text), 'text/plain; charset=utf-8');
  return proceed(deps, command, streetId, id, stored, undefined);
}

/** Goes on with an import that was interrupted; one that is done answers as it is. */
export async function continueImport(deps: Deps, command: Command, streetId: StreetId, id: ImportId): Promise<Result<Import, Failure>> {
  const started = await readImport(deps, command.by, streetId, id);
  return started.ok ? proceed(deps, command, streetId, id, started.value.plan, started.value) : started;
}

/** One import of a street: how far it came. */
export async function readImport({ table }: Deps, actor: Actor, streetId: StreetId, id: ImportId): Promise<Result<Import, Failure>> {
  const allowed = await loadForRead({ table }, actor, 'import.write', streetAt({ id: streetId }));
  if (!allowed.ok) return allowed;
  const found = await get(table, 'import', key.import(streetId, id));
  return found ? ok(found) : fail({ code: 'not-found', what: 'import', id });
}

async function proceed(
  deps: Deps,
  act: Act,
  streetId: StreetId,
  id: ImportId,
  plan: StoredPlan,
  started: Import | undefined,
): Promise<Result<Import, Failure>> {
  if (started?.state === 'done') return ok(started);
  const [street, merchants, sheets] = await Promise.all([
    findStreet(deps.table, streetId),
    allMerchantsOf(deps.table, streetId),
    readSource(deps, plan.source),
  ]);
  if (!street) return fail({ code: 'not-found', what: 'street', id: streetId });
  if (!sheets.ok) return sheets;
  const list = oneListIn(sheets.value, plan.source.kind === 'file' ? plan.source.sheet : undefined, plan.mapping);
  if (!list.ok) return list;

  const { lines, clean } = linesOf(list.value.rows, plan, id, { name: street.name, merchants });
  // What began clean is finished, whatever was entered beside it meanwhile.
  if (!started && !clean.ok) return clean;
  // Every part of the import is the same action: two that run at once take turns and never write a row twice.
  const importAct = { ...act, id, digest: sha256(canonical(plan)) };
  return writeLines(deps, importAct, street, { id, plan, lines, started });
}

const storedSource = (source: ImportPlan['source']): StoredSource =>
  source.kind === 'file' ? source : { kind: 'pasted', sha256: Sha256.parse(sha256(source.text)) };
