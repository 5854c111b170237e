import { parse } from 'csv-parse/sync';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod/mini';
import { AuthorityDetails } from '../../shared/authorities/authority.ts';
import { AuthorityId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { sha256 } from '../data/audit.ts';
import type { Deps } from '../deps.ts';
import { createAuthority } from './create.ts';

const Row = z.object({ id: AuthorityId, ...AuthorityDetails.shape });
/** What became of each line: entered, there already, or why not. */
export type ImportedUnit = { line: number; id: string; outcome: 'entered' | 'there' | 'refused'; why?: string };

/**
 * Enters the units of a province from a CSV file with semicolons, as Vietnamese spreadsheets save it: `id;code;level;name;parentId;validFrom;validUntil`,
 * parents before their children. Each line is entered as an administrator would; a line that is there already is passed over, so the same
 * file can be brought again.
 */
export async function importUnits(deps: Deps, by: Actor, csv: string): Promise<ImportedUnit[]> {
  const lines = parse(csv, { bom: true, columns: true, delimiter: ';', trim: true, skip_empty_lines: true }) as Record<string, string>[];
  const outcomes: ImportedUnit[] = [];
  for (const [at, line] of lines.entries()) {
    const scope = { line: at + 2, id: line['id'] ?? '' };
    const row = Row.safeParse(Object.fromEntries(Object.entries(line).filter(([, value]) => value !== '')));
    if (!row.success) {
      outcomes.push({ ...scope, outcome: 'refused', why: row.error.issues.map(({ path }) => path.join('.')).join(', ') });
      continue;
    }
    const { id, ...details } = row.data;
    const act = { id: uuidv7(), digest: sha256(JSON.stringify(row.data)), by, at: deps.now().toISOString(), from: 'units' };
    const entered = await createAuthority(deps, act, id, details);
    if (entered.ok) outcomes.push({ ...scope, outcome: 'entered' });
    else if (entered.failure.code === 'id-taken') outcomes.push({ ...scope, outcome: 'there' });
    else outcomes.push({ ...scope, outcome: 'refused', why: entered.failure.code });
  }
  return outcomes;
}
