import { type CeremonyFileShown, ceremonyFiles, type Handover } from '../../shared/ceremony/ceremony.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { Instant, ProgrammeId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { loaded } from './load-ceremony.ts';
import { notAsked, planOf } from './plan.ts';

/** A ceremony as leadership prepares it; version 0 means that nobody has put it in order yet. */
export type CeremonyShown = {
  programme: { id: ProgrammeId; name: string; authorityName: string; placeOfIssue: string; ceremonyAt: Instant };
  version: number;
  handovers: Handover[];
  files: CeremonyFileShown[];
};

/** The ceremony of a programme: who receives what in which order, and how the files of exactly this order stand. */
export async function show(deps: Deps, actor: Actor, id: ProgrammeId): Promise<Result<CeremonyShown, Failure>> {
  const found = await loaded(deps, actor, id, 'ceremony.read');
  if (!found.ok) return found;
  const { programme, ceremony, prepared, files } = found.value;
  const asked = new Map(files.map((file) => [file.fingerprint, file]));
  const { name, ceremonyAt, certificate } = programme;
  const { authorityName, placeOfIssue } = certificate;
  return ok({
    programme: { id, name, authorityName, placeOfIssue, ceremonyAt },
    version: ceremony?.version ?? 0,
    handovers: prepared.map(({ handover }) => handover),
    files: ceremonyFiles.map((what) => {
      const none = notAsked(planOf(what, programme, prepared));
      return asked.get(none.fingerprint) ?? none;
    }),
  });
}
