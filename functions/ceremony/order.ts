import type { Ceremony } from '../../shared/ceremony.ts';
import type { Failure } from '../../shared/failure.ts';
import type { NominationId, ProgrammeId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, creation, repeatOf, save, staleIf } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { wholeBoardOf } from '../programmes/store.ts';
import { programmeFor } from './load.ts';
import { findCeremony } from './store.ts';

/** Puts a ceremony in order. `version` is the one that was seen, 0 before the first order; the order names nominations of the programme, each once. */
export async function order(
  deps: Deps,
  actor: Actor,
  act: Act,
  { id, version }: { id: ProgrammeId; version: number },
  wanted: readonly NominationId[],
): Promise<Result<Ceremony, Failure>> {
  const { table } = deps;
  const programme = await programmeFor(deps, actor, id, 'ceremony.order');
  if (!programme.ok) return programme;
  const seen = await findCeremony(table, id);
  const again = seen && repeatOf(seen, act);
  if (again) return again;
  const current = seen ? staleIf(seen, version, 'ceremony') : version === 0 ? ok(true) : fail({ code: 'not-found', what: 'ceremony', id });
  if (!current.ok) return current;

  const known = new Set((await wholeBoardOf(table, id)).map((each) => each.id));
  const strange = wanted.findIndex((each, at) => !known.has(each) || wanted.indexOf(each) !== at);
  if (strange >= 0) return fail({ code: 'invalid-input', fields: [{ field: `order[${strange}]`, rule: 'shape' }] });

  const next = { programmeId: id, order: [...wanted] };
  if (seen) return save(table, change(table, act, 'ceremony.order', 'ceremony', seen, next));
  const first = await save(table, creation(table, act, 'ceremony.order', 'ceremony', next));
  if (first.ok || first.failure.code !== 'id-taken') return first;
  // Two people put it in order for the first time at once.
  const theirs = await findCeremony(table, id);
  return theirs ? fail({ code: 'changed-meanwhile', what: 'ceremony', seen: 0, current: { version: theirs.version } }) : first;
}
