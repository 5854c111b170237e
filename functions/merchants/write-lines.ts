import type { Failure } from '../../shared/failures/failure.ts';
import type { ImportId } from '../../shared/ids.ts';
import type { Import, StoredPlan } from '../../shared/merchants/import.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Unsaved } from '../../shared/record.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { addFigures, figuresOf, noFigures, type Street } from '../../shared/streets/street.ts';
import type { Act } from '../data/audit.ts';
import { change, creation, listed, save } from '../data/save.ts';
import { recordName } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import type { Line } from './import-lines.ts';
import { figuresWrite } from './store.ts';

// 100 operations in a transaction, less the import, its audit entry and the street's figures.
const mostInOne = 97;
// A function in the cloud ends after half a minute; the person's browser continues the import.
const mostMilliseconds = 20_000;

type Running = { id: ImportId; plan: StoredPlan; lines: readonly Line[]; started: Import | undefined };

/** Writes the lines that are not yet written, transaction by transaction, each with the street's figures and how far the import came. */
export async function writeLines(
  deps: Deps,
  act: Act,
  street: Street,
  { id, plan, lines, started }: Running,
): Promise<Result<Import, Failure>> {
  const stopAt = deps.now().getTime() + mostMilliseconds;
  let record = started;
  while (record?.state !== 'done') {
    const from = record?.written ?? 0;
    const part = lines.slice(from, from + mostInOne);
    const saved = await writePart(deps, act, street, record, { id, plan, part, total: lines.length });
    if (!saved.ok) return saved;
    record = saved.value;
    if (deps.now().getTime() > stopAt) break;
  }
  return ok(record);
}

async function writePart(
  { table, now }: Deps,
  act: Act,
  street: Street,
  seen: Import | undefined,
  of: { id: ImportId; plan: StoredPlan; part: readonly Line[]; total: number },
): Promise<Result<Import, Failure>> {
  const at = now().toISOString();
  const merchants = of.part.map((line) => merchantOf(line, street, of.id, at));
  const rows = merchants.map((merchant) => recordName.merchant(merchant as Merchant));
  const written = (seen?.written ?? 0) + of.part.length;
  const common = {
    id: of.id,
    streetId: street.id,
    wardId: street.wardId,
    above: street.above,
    plan: of.plan,
    total: of.total,
    written,
    startedAt: seen?.startedAt ?? at,
    lastRow: of.part.at(-1)?.row ?? seen?.lastRow ?? 0,
  };
  const next: Unsaved<Import> = written === of.total ? { ...common, state: 'done', doneAt: at } : { ...common, state: 'running' };
  const progress = seen
    ? change(table, act, 'import.continue', 'import', seen, next, rows)
    : creation(table, act, 'import.start', 'import', next, rows);
  const hash = progress.record.trail.hash;
  const writes = merchants.map((merchant) => listed(table, act, 'merchant', merchant, hash).write);
  const figures = merchants.map(figuresOf).reduce((sum, each) => addFigures(sum, each), noFigures());
  const saved = await save(table, progress, [figuresWrite(table, street.id, figures, { byWard: true }), ...writes]);
  // The id is known already, but not on this street: its audit entry stands elsewhere.
  if (!saved.ok && !seen && saved.failure.code === 'changed-meanwhile') return fail({ code: 'import-elsewhere', importId: of.id });
  return saved;
}

const merchantOf = (line: Line, street: Street, importId: ImportId, at: string) =>
  ({
    ...line.details,
    id: line.id,
    streetId: street.id,
    wardId: street.wardId,
    above: street.above,
    createdAt: at,
    updatedAt: at,
    imported: { importId, row: line.row },
    distinctFrom: line.distinctFrom,
    state: 'active',
  }) satisfies Unsaved<Merchant>;
