import type { Ceremony } from '../../shared/ceremony/ceremony.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId, ProgrammeId } from '../../shared/ids.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { answered, loadForRead, type Seen } from '../data/guard.ts';
import { change, creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { programmeAt, wholeBoardOf } from '../programmes/store.ts';
import { findCeremony } from './store.ts';

/** Puts a ceremony in order. `version` is the one that was seen, 0 before the first order; the order names nominations of the programme, each once. */
export async function order(
  deps: Deps,
  command: Command,
  { id, version }: Seen<ProgrammeId>,
  wanted: readonly NominationId[],
): Promise<Result<Ceremony, Failure>> {
  const { table } = deps;
  const programme = await loadForRead(deps, command.by, 'ceremony.order', programmeAt({ id }));
  if (!programme.ok) return programme;
  const seen = await findCeremony(table, id);
  const again = seen && answered('ceremony', seen, command, version);
  if (again) return again;
  if (!seen && version !== 0) return fail({ code: 'not-found', what: 'ceremony', id });

  const known = new Set((await wholeBoardOf(table, id)).map((each) => each.id));
  const strange = wanted.findIndex((each, at) => !known.has(each) || wanted.indexOf(each) !== at);
  if (strange >= 0) return fail({ code: 'invalid-input', fields: [{ field: `order[${strange}]`, rule: 'shape' }] });

  const next = { programmeId: id, order: [...wanted] };
  if (seen) return save(table, change(table, command, 'ceremony.order', 'ceremony', seen, next));
  const first = await save(table, creation(table, command, 'ceremony.order', 'ceremony', next));
  if (first.ok || first.failure.code !== 'id-taken') return first;
  // Two people put it in order for the first time at once.
  const theirs = await findCeremony(table, id);
  return theirs ? fail({ code: 'changed-meanwhile', what: 'ceremony', seen: 0, current: { version: theirs.version } }) : first;
}
