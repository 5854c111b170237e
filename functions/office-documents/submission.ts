import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Actor } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { addFigures, figuresOf, noFigures } from '../../shared/streets/street.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { completeness } from '../nominations/completeness.ts';
import { dossierAt, readSnapshot } from '../nominations/store.ts';
import { findProgramme } from '../programmes/store.ts';
import type { SubmissionFacts } from './document-facts.ts';
import { loadNamedStreets, loadSigner, loadUnits } from './load-document-facts.ts';
import type { NamedDocument } from './office-document.ts';
import { submissionPaper } from './submission-paper.ts';
import { officeOf } from './units.ts';
import { yearOf } from './words.ts';

/**
 * Tờ trình of the ward. Once handed in it says what was handed in; before that what the registry holds now, as soon as nothing is
 * missing but the ward's report, which this paper is to become.
 */
export async function submission(deps: Deps, actor: Actor, id: NominationId): Promise<Result<NamedDocument, Failure>> {
  const found = await loadForRead(deps, actor, 'document.submission', dossierAt({ id }));
  if (!found.ok) return found;
  const { nomination } = found.value;
  const content = await contentOf(deps, nomination);
  if (!content.ok) return content;
  const { table } = deps;
  const { wardId, above, advisingAuthorityId, issuingAuthorityId } = nomination;
  const units = await loadUnits(table, [wardId, ...above, advisingAuthorityId]);
  const advising = units.get(advisingAuthorityId);
  if (!advising) throw new Error(`programme ${nomination.programmeId} names a unit that is gone`);
  const [places, signer] = await Promise.all([
    loadNamedStreets(table, [nomination], units),
    loadSigner(table, 'submission' in nomination ? nomination.submission.by : undefined),
  ]);
  return ok(
    submissionPaper({
      ...content.value,
      place: places(nomination),
      office: officeOf(advising),
      issuesItself: issuingAuthorityId === wardId,
      contact: nomination.contact,
      signer,
      at: nomination.updatedAt,
    }),
  );
}

type Content = Pick<SubmissionFacts, 'programme' | 'merchants' | 'figures' | 'submitted' | 'year'>;

async function contentOf(deps: Deps, nomination: Nomination): Promise<Result<Content, Failure>> {
  if ('submission' in nomination && nomination.state !== 'returned') {
    const { submittedAt, snapshot, figures } = nomination.submission;
    const [programme, merchants] = await Promise.all([
      findProgramme(deps.table, nomination.programmeId),
      readSnapshot(deps.blobs, snapshot),
    ]);
    if (!programme) throw new Error(`nomination ${nomination.id} names a programme that is gone`);
    return ok({
      programme,
      merchants,
      figures,
      submitted: { at: submittedAt, round: nomination.round, snapshot },
      year: yearOf(submittedAt),
    });
  }
  if (nomination.state !== 'draft' && nomination.state !== 'returned')
    return fail({
      code: 'wrong-state',
      action: 'document.submission',
      state: nomination.state,
      allowed: ['draft', 'returned', 'submitted'],
    });
  const { merchants, programme, missing } = await completeness(deps, nomination);
  const lacking = missing.filter((each) => each !== 'ward-report');
  if (lacking.length > 0) return fail({ code: 'dossier-incomplete', missing: lacking });
  const figures = merchants.map(figuresOf).reduce((sum, each) => addFigures(sum, each), noFigures());
  return ok({ programme, merchants, figures, year: String(programme.year) });
}
