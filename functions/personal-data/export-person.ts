import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { PersonalExport } from '../../shared/personal-data/personal-data.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import { recordName } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { personAt } from '../people/store.ts';
import { personalHistory } from './personal-history.ts';

/** Everything that is stored about a member of staff as a person; who exported it and why stands in the history first. */
export async function exportPerson(
  deps: Deps,
  command: Command,
  seen: Seen<PersonId>,
  reason: string,
): Promise<Result<PersonalExport, Failure>> {
  const { table } = deps;
  const open = await loadForUpdate(deps, command, 'person.write', personAt(seen));
  const saved = open.done
    ? open.answer
    : await save(table, change(table, { ...command, note: reason }, 'person.export', 'person', open.found, open.found));
  if (!saved.ok) return saved;
  const { trail: _, ...record } = saved.value;
  const history = await personalHistory(table, recordName.person(saved.value));
  return ok({ exportedAt: command.at, record, history, drawn: [], visited: [], kept: [] });
}
