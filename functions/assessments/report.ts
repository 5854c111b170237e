import { type Assessment, counts } from '../../shared/assessments/assessment.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId, PersonId } from '../../shared/ids.ts';
import { scoreOf } from '../../shared/nominations/outcome.ts';
import type { Actor } from '../../shared/people/person.ts';
import { may } from '../../shared/people/policy.ts';
import { nominationScope } from '../../shared/people/scope.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { sha256 } from '../data/audit.ts';
import { blobKey } from '../data/blobs.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { dossierAt } from '../nominations/store.ts';
import { findProgramme } from '../programmes/store.ts';
import { findStreet } from '../streets/store.ts';
import type { Finished } from './report/report-facts.ts';

type Finishable = Extract<Assessment, { clocks: unknown }>;

/**
 * The address of the assessment report as a PDF: of one person's finished visit in the current round, or of the whole round.
 * An assessor gets the record of the own visit only. The file lies under its content, so the same record is stored once.
 */
export async function assessmentReport(
  deps: Deps,
  actor: Actor,
  id: NominationId,
  person?: PersonId,
): Promise<Result<{ url: string }, Failure>> {
  const found = await loadForRead(deps, actor, 'assessment.read', dossierAt({ id }));
  if (!found.ok) return found;
  const { nomination, assessments, samples } = found.value;
  const seesAll = may(actor, 'assessment.read', { ...nominationScope(nomination), assessors: [] }).ok;
  if (!seesAll && person !== actor.id) return fail({ code: 'not-permitted', action: 'assessment.read' });

  const finished = assessments.filter(
    (each): each is Finishable =>
      'clocks' in each && each.round === nomination.round && (person === undefined ? counts(each) : each.personId === person),
  );
  if (finished.length === 0 || !('submission' in nomination)) return fail({ code: 'not-found', what: 'assessment', id: person ?? id });
  const [programme, street] = await Promise.all([
    findProgramme(deps.table, nomination.programmeId),
    findStreet(deps.table, nomination.streetId),
  ]);
  if (!programme || !street) throw new Error(`nomination ${id} has no programme or street`);

  const sample = samples.find((each) => each.round === nomination.round);
  const visits = finished
    .toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
    .map((each): Finished => ({ ...each, score: scoreOf(programme, nomination, sample, each) }));
  const of = person === undefined ? 'round' : 'visit';
  // With the PDF library, which takes longer to load than everything else: only who asks for a paper waits for it.
  const { drawReport } = await import('./report/draw.ts');
  const bytes = await drawReport({ of, nomination, programme, street, sample, visits: visits as [Finished, ...Finished[]] }, deps.blobs);
  const key = blobKey.record(sha256(bytes));
  await deps.blobs.putOnce(key, bytes, 'application/pdf');
  const name = `bien-ban-tham-dinh-${id.slice(-12)}${person === undefined ? '' : `-${person.slice(-4)}`}.pdf`;
  return ok({ url: await deps.blobs.downloadAddress(key, { name, contentType: 'application/pdf' }) });
}
