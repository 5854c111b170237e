import type { Criterion } from '../criteria/checklist.ts';
import type { SampledMerchant } from '../nominations/nomination.ts';
import type { AssessmentSheet } from './assessment.ts';

/**
 * What a sheet still lacks: criteria without an answer or without the evidence that a met answer needs, and drawn merchants without a
 * spot check. Computed criteria come from the registry and are never missing. Runs on the phone and on the server.
 */
export function missingAnswers(
  criteria: readonly Criterion[],
  sample: readonly SampledMerchant[],
  sheet: AssessmentSheet,
): { missing: string[]; spotChecks: number } {
  const checked = new Set(sheet.spotChecks.map((check) => check.merchantId));
  return {
    missing: criteria.filter((criterion) => lacks(criterion, sheet)).map((criterion) => criterion.code),
    spotChecks: sample.filter((merchant) => !checked.has(merchant.merchantId)).length,
  };
}

function lacks({ code, measure, evidence }: Criterion, sheet: AssessmentSheet): boolean {
  if (measure.kind === 'computed' || measure.kind === 'spotCheck') return false;
  const answer = sheet.answers[code];
  if (answer?.kind === 'notApplicable') return false;
  if (answer?.kind !== measure.kind) return true;
  // An unmet "no" needs no photo of what is not there.
  const saysMet = answer.kind === 'yesNo' ? answer.met : answer.kind === 'count' ? answer.count > 0 : answer.numerator > 0;
  return saysMet && answer.evidence.length < evidence.length;
}
