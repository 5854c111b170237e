import type { AssessmentSheet } from '../../../shared/assessments/assessment.ts';
import { criteriaFor } from '../../../shared/criteria/checklist.ts';
import type { Sha256 } from '../../../shared/ids.ts';
import { methodGroups } from '../../../shared/merchants/merchant.ts';
import type { SampledMerchant } from '../../../shared/nominations/nomination.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { buildVietQr } from '../../../shared/vietqr/build.ts';

/**
 * What the story's assessor writes: each drawn shop is found and shows the code built from its registered account; what the registry does
 * not decide is answered as met, with evidence.
 */
export function scenarioAnswers(
  programme: Programme,
  kind: 'street' | 'market',
  sample: readonly SampledMerchant[],
  evidence: readonly Sha256[],
  at: string,
): AssessmentSheet {
  const answers: AssessmentSheet['answers'] = {};
  for (const { code, measure, evidence: needed } of criteriaFor(programme.checklist, kind)) {
    const proof = needed.map((_, index) => evidence[index % evidence.length] as Sha256);
    if (measure.kind === 'yesNo') answers[code] = { kind: 'yesNo', met: true, evidence: proof };
    if (measure.kind === 'count') answers[code] = { kind: 'count', count: Math.ceil(measure.threshold), evidence: proof };
    if (measure.kind === 'share')
      answers[code] = { kind: 'share', numerator: Math.ceil(measure.threshold * 100), denominator: 100, evidence: proof };
  }
  return {
    arrival: { at, manualReason: 'Dữ liệu minh họa' },
    answers,
    spotChecks: sample.map((merchant) => spotCheck(merchant, evidence.slice(0, 1))),
  };
}

function spotCheck(merchant: SampledMerchant, evidence: readonly Sha256[]): AssessmentSheet['spotChecks'][number] {
  const receiving = merchant.methods.find((each) => each.bankBin && each.account);
  const code =
    receiving?.bankBin && receiving.account
      ? buildVietQr({ bankBin: receiving.bankBin, account: receiving.account, merchantName: merchant.name })
      : undefined;
  return {
    merchantId: merchant.merchantId,
    outcome: 'found',
    qrDisplayed: methodGroups(merchant).has('qr'),
    pricesDisplayed: true,
    ...(code?.ok && { payload: code.value }),
    evidence: [...evidence],
  };
}
