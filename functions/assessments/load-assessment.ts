import type { Assessment } from '../../shared/assessments/assessment.ts';
import { laterOf } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { Instant, NominationId } from '../../shared/ids.ts';
import { assess, whyNotWrite } from '../../shared/nominations/assess.ts';
import type { NominationIn, Sample } from '../../shared/nominations/nomination.ts';
import { isIn, wrongState } from '../../shared/nominations/transition.ts';
import { may } from '../../shared/people/policy.ts';
import { nominationScope } from '../../shared/people/scope.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { repeatOf } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { type Dossier, findDossier } from '../nominations/store.ts';
import { findProgramme } from '../programmes/store.ts';

/** An open visit with all that decides on it. */
export type OpenAssessment = {
  assessment: Assessment;
  nomination: NominationIn<'assessing'>;
  dossier: Dossier;
  sample: Sample;
  programme: Programme;
  /** Asked of programme and nomination: the visit's own copy of the date may still be on its way (postpone.ts). */
  dueAt: Instant;
};
export type Opened = { done: true; answer: Result<Assessment, Failure> } | { done: false; visit: OpenAssessment };

/** The actor's own visit in the nomination's current round; a repeat of the last action is answered at once. */
export async function openAssessment({ table }: Deps, command: Command, id: NominationId): Promise<Opened> {
  const done = (answer: Result<Assessment, Failure>): Opened => ({ done: true, answer });
  const dossier = await findDossier(table, id);
  if (!dossier) return done(fail({ code: 'not-found', what: 'nomination', id }));
  const { nomination } = dossier;
  const mine = dossier.assessments.filter((each) => each.personId === command.by.id);
  const assessment = mine.find((each) => each.round === nomination.round);

  // A repeat is answered also after the last assessment has moved the nomination on.
  const again = assessment && repeatOf(assessment, command);
  if (again && may(command.by, 'assessment.write', { assessors: [assessment.personId] }).ok) return done(again);

  const allowed = may(command.by, 'assessment.write', nominationScope(nomination));
  if (!allowed.ok) return done(allowed);
  if (!assessment) return done(fail({ code: 'not-assigned' }));
  if (!isIn(nomination, assess.from)) return done(fail(wrongState(assess, nomination.state)));
  const over = whyNotWrite(assessment);
  if (over) return done(fail(over));

  const sample = dossier.samples.find((each) => each.round === nomination.round);
  const programme = await findProgramme(table, nomination.programmeId);
  if (!sample || !programme) throw new Error(`nomination ${id} has no sample or programme`);
  const dueAt = laterOf(programme.assessmentDueAt, nomination.extended.assessmentDueAt);
  return { done: false, visit: { assessment, nomination, dossier, sample, programme, dueAt } };
}

/** Whether a sheet speaks only of criteria of the programme and of drawn merchants. */
export function answersFit({ programme, nomination, sample }: OpenAssessment, sheet: Assessment['sheet']): Result<true, Failure> {
  const criteria = new Map(
    programme.checklist.criteria.filter((each) => each.appliesTo.includes(nomination.kind)).map((each) => [each.code, each]),
  );
  const unknown = Object.keys(sheet.answers).filter((code) => !criteria.has(code));
  if (unknown.length > 0) return fail({ code: 'unknown-criteria', codes: unknown });
  const skipped = Object.entries(sheet.answers).filter(
    ([code, answer]) => answer.kind === 'notApplicable' && criteria.get(code)?.mandatory,
  );
  if (skipped.length > 0) return fail({ code: 'mandatory-not-applicable', codes: skipped.map(([code]) => code) });
  const drawn = new Set(sample.merchants.map((each) => each.merchantId));
  const foreign = sheet.spotChecks.filter((check) => !drawn.has(check.merchantId));
  return foreign.length > 0 ? fail({ code: 'not-drawn', merchants: foreign.map((check) => check.merchantId) }) : ok(true);
}
