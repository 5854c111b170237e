import type { ProgrammeId } from '../../shared/ids.ts';
import type { Deps } from '../deps.ts';
import { wholeBoardOf } from '../programmes/store.ts';
import { notify } from './notify.ts';

/** Tells what became of every nomination of a programme, where nobody was told yet: after a start, for reports that a killed process took along. */
export async function catchUp(deps: Pick<Deps, 'table' | 'now'>, programmeId: ProgrammeId): Promise<void> {
  for (const nomination of await wholeBoardOf(deps.table, programmeId)) await notify(deps, nomination);
}
