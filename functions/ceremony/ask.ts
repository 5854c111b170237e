import type { CeremonyFile, CeremonyFileKind } from '../../shared/ceremony/ceremony.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { blobKey } from '../data/blobs.ts';
import type { Deps } from '../deps.ts';
import { loaded } from './load-ceremony.ts';
import { fingerprinted, notAsked, planOf } from './plan.ts';
import { findFile, putFile } from './store.ts';

/**
 * Asks for a file of the ceremony as it stands now; it is made in the background. Asking again for the same content answers the file that
 * is there or on its way; one that has failed is tried again.
 */
export async function ask(deps: Deps, actor: Actor, id: ProgrammeId, what: CeremonyFileKind): Promise<Result<CeremonyFile, Failure>> {
  const { table, blobs, now } = deps;
  const found = await loaded(deps, actor, id, 'ceremony.makeFile');
  if (!found.ok) return found;
  const plan = planOf(what, found.value.programme, found.value.prepared);
  const { state: _, ...content } = notAsked(plan);
  if (content.of === 0) return fail({ code: 'nothing-to-hand-over', what });

  const there = found.value.files.find((each) => each.fingerprint === content.fingerprint);
  if (there && there.state !== 'failed') return ok(there);
  const { text, fingerprint } = fingerprinted(plan);
  await blobs.putOnce(blobKey.ceremony(fingerprint, 'json'), Buffer.from(text), 'application/json');
  const asked: CeremonyFile = { state: 'asked', programmeId: id, ...content, attempts: 0, askedAt: now().toISOString() };
  if (!(await putFile(table, asked, ['failed']))) return ok((await findFile(table, id, fingerprint)) ?? asked);
  table.report([{ type: 'ceremony-file', record: asked }]);
  return ok(asked);
}
