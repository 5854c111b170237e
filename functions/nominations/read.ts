import * as z from 'zod/mini';
import { Assessment, scanResults } from '../../shared/assessments/assessment.ts';
import { Score } from '../../shared/assessments/score.ts';
import { type ScanResult, scanResult } from '../../shared/assessments/spot-check.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import { MaskedMethod } from '../../shared/merchants/masked-account.ts';
import { Comment, Nomination, Sample, SampledMerchant } from '../../shared/nominations/nomination.ts';
import { scoreOf } from '../../shared/nominations/outcome.ts';
import type { Actor } from '../../shared/people/person.ts';
import { may } from '../../shared/people/policy.ts';
import { nominationScope } from '../../shared/people/scope.ts';
import { masked } from '../../shared/privacy/apply.ts';
import { assessmentPrivacy } from '../../shared/privacy/assessment.ts';
import { ok, type Result } from '../../shared/result.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { maskedMerchant } from '../merchants/show.ts';
import { findProgramme } from '../programmes/store.ts';
import { dossierAt } from './store.ts';

const ShownSample = z.extend(Sample, { merchants: z.array(z.extend(SampledMerchant, { methods: z.array(MaskedMethod) })) });
/** Whose score and scans are not for the reader, or not there yet, has none. */
const judged = { score: z.optional(Score), scans: z.optional(z.record(z.string(), z.enum(scanResults))) };
const [writing, completed, late, kept, unassigned] = Assessment.def.options;
const ShownAssessment = z.discriminatedUnion('state', [
  z.extend(writing, judged),
  z.extend(completed, judged),
  z.extend(late, judged),
  z.extend(kept, judged),
  z.extend(unassigned, judged),
]);
export const ShownDossier = z.object({
  nomination: Nomination,
  comments: z.array(Comment),
  samples: z.array(ShownSample),
  assessments: z.array(ShownAssessment),
});
export type ShownDossier = z.infer<typeof ShownDossier>;

/**
 * A dossier on one page, as far as this person may see it: assessors see their own sheet, officers and leaders all of them with their
 * scores, the ward none before the decision. Accounts of drawn merchants, and codes that were scanned, are whole only for the assessor
 * who compares them on site; everybody else sees what the comparison gave.
 */
export async function read(deps: Deps, actor: Actor, id: NominationId): Promise<Result<ShownDossier, Failure>> {
  const found = await loadForRead(deps, actor, 'nomination.read', dossierAt({ id }));
  if (!found.ok) return found;
  const { nomination, comments, samples, assessments } = found.value;
  const assesses = 'assignment' in nomination && nomination.assignment.assessors.includes(actor.id);
  const seesSheets = may(actor, 'assessment.read', { ...nominationScope(nomination), assessors: [] }).ok;
  const programme = seesSheets && 'submission' in nomination ? await findProgramme(deps.table, nomination.programmeId) : undefined;
  const scored = assessments.map((each) => {
    const sample = samples.find((one) => one.round === each.round);
    return programme && 'submission' in nomination
      ? { ...compared(each, sample, actor), score: scoreOf(programme, nomination, sample, each) }
      : each;
  });
  return ok({
    nomination,
    comments,
    samples: assesses
      ? samples
      : seesSheets
        ? samples.map((sample) => ({ ...sample, merchants: sample.merchants.map(maskedMerchant) }))
        : [],
    assessments: seesSheets ? scored : scored.filter((each) => each.personId === actor.id),
  });
}

/** A sheet with what each scan says against the registered account; a code names the account that it pays, so it stays with its assessor. */
function compared(assessment: Assessment, sample: Sample | undefined, actor: Actor): Assessment & { scans: Record<string, ScanResult> } {
  const scans = assessment.sheet.spotChecks.flatMap((check) => {
    const merchant = sample?.merchants.find((each) => each.merchantId === check.merchantId);
    const result = merchant && scanResult(check, merchant);
    return result ? [[check.merchantId, result] as const] : [];
  });
  const shown = assessment.personId === actor.id ? assessment : masked(assessmentPrivacy, assessment);
  return { ...shown, scans: Object.fromEntries(scans) };
}
