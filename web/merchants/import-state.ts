import type { ImportPreview, RowDuplicate } from '../../functions/merchants/preview.ts';
import type { ImportId } from '../../shared/ids.ts';
import type { ImportPlan, ImportSource } from '../../shared/merchants/import.ts';
import type { FieldCode } from '../../shared/spreadsheet/fields.ts';
import { fieldCodes, repeatableFields } from '../../shared/spreadsheet/fields.ts';
import { isRefused, type RowReading } from '../../shared/spreadsheet/reading.ts';

export type List = ImportPreview['reading'][number];

/** What somebody decided about a list so far; kept on the device, so that a reload loses nothing. */
export type ImportWork = {
  source?: ImportSource | undefined;
  sheet?: string | undefined;
  mapping?: Record<string, number> | undefined;
  leaveOut: number[];
  distinct: number[];
  /** Made when the person confirms: from then on the import is under way, and is continued after a reload. */
  started?: { id: ImportId; plan: ImportPlan } | undefined;
};

export const noWork: ImportWork = { leaveOut: [], distinct: [] };

/** How clean a list is under the decisions: what keeps it from being imported whole, or at all. */
export type ImportStatus = { wanted: RowReading[]; refused: number; unread: number; undecided: RowDuplicate[]; good: number };

export function importStatusOf(list: List, { leaveOut, distinct }: Pick<ImportWork, 'leaveOut' | 'distinct'>): ImportStatus {
  const out = new Set(leaveOut);
  const apart = new Set(distinct);
  const wanted = list.rows.filter(({ row }) => !out.has(row));
  const refused = wanted.filter(isRefused).length;
  return {
    wanted,
    refused,
    unread: wanted.filter((row) => !isRefused(row) && row.issues.some(({ severity }) => severity === 'error')).length,
    undecided: list.duplicates.filter(
      (pair) => isOpen(pair, out) && !apart.has(pair.row) && !('row' in pair.with && apart.has(pair.with.row)),
    ),
    good: wanted.length - refused,
  };
}

/** Both of the pair are still to be imported (or one of them is there already). */
const isOpen = (pair: RowDuplicate, out: ReadonlySet<number>): boolean =>
  !out.has(pair.row) && !('row' in pair.with && out.has(pair.with.row));

/** The plan that the server is asked to carry out. */
export function planOf(work: ImportWork, source: ImportSource, list: List, rows: ImportPlan['rows']): ImportPlan {
  return {
    source: source.kind === 'file' ? { ...source, sheet: list.sheet } : source,
    ...(work.mapping && { mapping: work.mapping }),
    rows,
    leaveOut: [...work.leaveOut].sort((a, b) => a - b),
    distinct: [...work.distinct].sort((a, b) => a - b),
  };
}

/** The field that a column holds, if any. */
export const fieldAt = (mapping: Readonly<Record<string, number>>, column: number): FieldCode | undefined => {
  const key = Object.entries(mapping).find(([, at]) => at === column)?.[0];
  return fieldCodes.find((code) => code === key?.replace(/\.\d+$/, ''));
};

/** The mapping after a person said what a column holds: a field that only one column can hold leaves its old one. */
export function remapped(mapping: Readonly<Record<string, number>>, column: number, field: FieldCode | undefined): Record<string, number> {
  const held = new Map(Object.values(mapping).flatMap((at) => [[at, fieldAt(mapping, at)] as const]));
  const repeats = (repeatableFields as readonly (FieldCode | undefined)[]).includes(field);
  if (!repeats) for (const [at, code] of held) if (code === field) held.delete(at);
  held.set(column, field);
  const made: Record<string, number> = {};
  for (const [at, code] of [...held].sort(([a], [b]) => a - b)) {
    if (!code) continue;
    const others = Object.keys(made).filter((key) => key.replace(/\.\d+$/, '') === code).length;
    made[others === 0 ? code : `${code}.${others + 1}`] = at;
  }
  return made;
}

/** A column as a spreadsheet names it: 0 is A, 26 is AA. */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
