import type { Failure } from '../../shared/failure.ts';
import type { Actor } from '../../shared/person.ts';
import type { PersonalExport } from '../../shared/personal-data.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import { recordName } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen } from '../people/load.ts';
import { personalHistory } from './personal-history.ts';

/** Everything that is stored about a member of staff as a person; who exported it and why stands in the history first. */
export async function exportPerson(
  deps: Deps,
  actor: Actor,
  act: Act,
  seen: Seen,
  reason: string,
): Promise<Result<PersonalExport, Failure>> {
  const { table } = deps;
  const open = await ready(deps, actor, act, seen);
  const saved = open.done
    ? open.answer
    : await save(table, change(table, { ...act, note: reason }, 'person.export', 'person', open.person, open.person));
  if (!saved.ok) return saved;
  const { trail: _, ...record } = saved.value;
  const history = await personalHistory(table, recordName.person(saved.value));
  return ok({ exportedAt: act.at, record, history, drawn: [], visited: [], kept: [] });
}
