import type { Failure } from '../../shared/failures/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { programmeAt } from './store.ts';

/** Closes an open programme: no new dossiers. What was certified stays certified. */
export async function closeProgramme(deps: Deps, command: Command, seen: Seen<ProgrammeId>): Promise<Result<Programme, Failure>> {
  const { table } = deps;
  const now = await loadForUpdate(deps, command, 'programme.write', programmeAt(seen));
  if (now.done) return now.answer;
  const { found: programme } = now;
  if (programme.state !== 'open') return fail({ code: 'programme-not-open', state: programme.state });
  return save(
    table,
    change(table, command, 'programme.close', 'programme', programme, { ...programme, state: 'closed', closedAt: command.at }),
  );
}
