import type { spotQuestions } from '../criteria/checklist.ts';
import { methodGroups } from '../merchants/merchant.ts';
import type { SampledMerchant } from '../nominations/nomination.ts';
import { compareScan } from '../vietqr/compare.ts';
import type { SpotCheck, scanResults } from './assessment.ts';

export type ScanResult = (typeof scanResults)[number];

/** What the scan of one drawn shop says against the account that the registry holds; undefined when nothing was scanned. */
export const scanResult = (check: SpotCheck, merchant: SampledMerchant): ScanResult | undefined =>
  check.outcome === 'found' && check.payload !== undefined ? compareScan(check.payload, merchant.methods) : undefined;

/**
 * Counts the drawn merchants that satisfy a question. Closed and missing shops leave the denominator; a shop that refuses stays in it.
 * For the QR question only merchants with a QR method count, and a code that has no registered account to compare with leaves it too:
 * it is recorded, but proves nothing either way.
 */
export function countSpotChecks(
  question: (typeof spotQuestions)[number],
  sample: readonly SampledMerchant[],
  checks: readonly SpotCheck[],
): { numerator: number; denominator: number } {
  const byMerchant = new Map(checks.map((check) => [check.merchantId, check]));
  const answers = sample.map((merchant) => {
    const check = byMerchant.get(merchant.merchantId);
    return check && (question === 'prices-displayed' ? showsPrices(check) : paysTheMerchant(check, merchant));
  });
  return { numerator: answers.filter((each) => each === true).length, denominator: answers.filter((each) => each !== undefined).length };
}

function showsPrices(check: SpotCheck): boolean | undefined {
  if (check.outcome === 'found') return check.pricesDisplayed;
  return check.outcome === 'refused' ? false : undefined;
}

function paysTheMerchant(check: SpotCheck, merchant: SampledMerchant): boolean | undefined {
  if (!methodGroups(merchant).has('qr')) return undefined;
  if (check.outcome !== 'found') return check.outcome === 'refused' ? false : undefined;
  if (!check.qrDisplayed) return false;
  const result = scanResult(check, merchant);
  if (result === 'recorded') return undefined;
  // Displayed but not scanned, without an account to compare with: nothing was measured.
  if (result === undefined && !merchant.methods.some((each) => each.account)) return undefined;
  return result === 'same-account' || result === 'other-account';
}
