import type { Ceremony, CeremonyFile } from '../../shared/ceremony.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import type { Programme } from '../../shared/programme.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { placeOf } from '../programmes/load.ts';
import { findProgramme } from '../programmes/store.ts';
import { handoversOf, type Prepared } from './handovers.ts';
import { findCeremonyWithFiles } from './store.ts';

type Permission = 'ceremony.read' | 'ceremony.order' | 'ceremony.makeFile';

/** The programme whose ceremony somebody wants to see or change, if it exists and they may. */
export async function programmeFor(
  { table }: Deps,
  actor: Actor,
  id: ProgrammeId,
  permission: Permission,
): Promise<Result<Programme, Failure>> {
  const programme = await findProgramme(table, id);
  if (!programme) return fail({ code: 'not-found', what: 'programme', id });
  const allowed = may(actor, permission, placeOf(programme));
  return allowed.ok ? ok(programme) : allowed;
}

/** A whole ceremony: its programme, its order if it has one, what is handed over in that order, and the files asked for. */
export type WholeCeremony = { programme: Programme; ceremony: Ceremony | undefined; prepared: Prepared[]; files: CeremonyFile[] };

/** Loads a whole ceremony for somebody who may. */
export async function loaded(deps: Deps, actor: Actor, id: ProgrammeId, permission: Permission): Promise<Result<WholeCeremony, Failure>> {
  const programme = await programmeFor(deps, actor, id, permission);
  if (!programme.ok) return programme;
  const { ceremony, files } = await findCeremonyWithFiles(deps.table, id);
  return ok({ programme: programme.value, ceremony, files, prepared: await handoversOf(deps, programme.value, ceremony?.order ?? []) });
}
