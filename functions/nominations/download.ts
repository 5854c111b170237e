import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId, Sha256 } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { blobKey } from '../data/blobs.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { dossierAt } from './store.ts';

/** The address of a file that the dossier names (an attachment, a photo of an assessment, the frozen list), valid for some minutes. */
export async function download(deps: Deps, actor: Actor, id: NominationId, sha256: Sha256): Promise<Result<{ url: string }, Failure>> {
  const found = await loadForRead(deps, actor, 'nomination.read', dossierAt({ id }));
  if (!found.ok) return found;
  const { nomination, assessments } = found.value;
  const attached = nomination.files.find((file) => file.sha256 === sha256);
  if (attached) return ok({ url: await deps.blobs.downloadAddress(blobKey.upload(sha256), attached) });
  if ('submission' in nomination && nomination.submission.snapshot === sha256)
    return ok({
      url: await deps.blobs.downloadAddress(blobKey.snapshot(sha256), {
        name: `danh-sach-${sha256.slice(0, 8)}.json`,
        contentType: 'application/json',
      }),
    });
  const evidence = assessments.some(({ sheet }) =>
    [...Object.values(sheet.answers), ...sheet.spotChecks].some((each) => each.evidence.includes(sha256)),
  );
  if (!evidence) return fail({ code: 'not-found', what: 'file', id: sha256 });
  return ok({
    url: await deps.blobs.downloadAddress(blobKey.upload(sha256), {
      name: `minh-chung-${sha256.slice(0, 8)}`,
      contentType: 'application/octet-stream',
    }),
  });
}
