import type { Ceremony, CeremonyFile } from '../../shared/ceremony/ceremony.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { ok, type Result } from '../../shared/result.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { programmeAt } from '../programmes/store.ts';
import { handoversOf, type Prepared } from './handovers.ts';
import { findCeremonyWithFiles } from './store.ts';

type Permission = 'ceremony.read' | 'ceremony.order' | 'ceremony.makeFile';

/** A whole ceremony: its programme, its order if it has one, what is handed over in that order, and the files asked for. */
export type WholeCeremony = { programme: Programme; ceremony: Ceremony | undefined; prepared: Prepared[]; files: CeremonyFile[] };

/** Loads a whole ceremony for somebody who may. */
export async function loaded(deps: Deps, actor: Actor, id: ProgrammeId, permission: Permission): Promise<Result<WholeCeremony, Failure>> {
  const programme = await loadForRead(deps, actor, permission, programmeAt({ id }));
  if (!programme.ok) return programme;
  const { ceremony, files } = await findCeremonyWithFiles(deps.table, id);
  return ok({ programme: programme.value, ceremony, files, prepared: await handoversOf(deps, programme.value, ceremony?.order ?? []) });
}
