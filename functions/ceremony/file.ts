import type { CeremonyFile, CeremonyFileKind } from '../../shared/ceremony/ceremony.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { ProgrammeId, Sha256 } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { blobKey } from '../data/blobs.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { programmeAt } from '../programmes/store.ts';
import { findFile } from './store.ts';

const names: Record<CeremonyFileKind, string> = {
  drafts: 'ban-thao-giay-chung-nhan',
  finals: 'giay-chung-nhan-de-in',
  files: 'giay-chung-nhan-tung-tep',
  list: 'danh-sach-trao',
};
/** How the name of each file ends. */
export const endingOf = (what: CeremonyFileKind): 'pdf' | 'zip' => (what === 'files' ? 'zip' : 'pdf');
/** The media type of each file. */
export const typeOf = (what: CeremonyFileKind): string => `application/${endingOf(what)}`;

/** How one file of a ceremony stands, with the address to download it from once it is there. */
export async function file(
  deps: Deps,
  actor: Actor,
  id: ProgrammeId,
  fingerprint: Sha256,
): Promise<Result<{ file: CeremonyFile; url?: string }, Failure>> {
  const programme = await loadForRead(deps, actor, 'ceremony.read', programmeAt({ id: id }));
  if (!programme.ok) return programme;
  const found = await findFile(deps.table, id, fingerprint);
  if (!found) return fail({ code: 'not-found', what: 'ceremony-file', id: fingerprint });
  if (found.state !== 'ready') return ok({ file: found });
  const day = dayInVietnam(new Date(programme.value.ceremonyAt));
  const name = `${names[found.what]}-${day}-${fingerprint.slice(0, 8)}.${endingOf(found.what)}`;
  const key = blobKey.ceremony(fingerprint, endingOf(found.what));
  return ok({ file: found, url: await deps.blobs.downloadAddress(key, { name, contentType: typeOf(found.what) }) });
}
