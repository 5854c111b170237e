import type { VietQrFinding } from './finding-texts.ts';

/**
 * Checks the amount (54) and the tip or fee (55 indicator, 56 fixed, 57 per cent) of a code: digits with at most one point, 13 characters;
 * an amount is more than nothing, a fee may be 0. An amount belongs to a dynamic code. Source: EMVCo Merchant-Presented Mode, IDs 54 to 57.
 * @param root the fields of the payload by tag
 */
export function amountFindings(root: ReadonlyMap<string, string>): VietQrFinding[] {
  const [amount, tip, fee, percent] = [root.get('54'), root.get('55'), root.get('56'), root.get('57')];
  const findings = [...decimal('54', amount), ...decimal('56', fee)];
  if (amount !== undefined && Number(amount) === 0) findings.push({ code: 'amount-format', tag: '54', detail: amount });
  if (amount !== undefined && /\.0*[1-9]/.test(amount)) findings.push({ code: 'amount-fraction', tag: '54' });
  if (root.get('01') === '11' && amount !== undefined) findings.push({ code: 'static-with-amount', tag: '54' });
  if (root.get('01') === '12' && amount === undefined) findings.push({ code: 'dynamic-without-amount', tag: '54' });

  if (tip !== undefined && !/^0[123]$/.test(tip)) findings.push({ code: 'tip-indicator', tag: '55', detail: tip });
  if ((fee !== undefined) !== (tip === '02')) findings.push({ code: 'tip-value', tag: '56' });
  if ((percent !== undefined) !== (tip === '03')) findings.push({ code: 'tip-value', tag: '57' });
  if (percent !== undefined && !(/^\d{1,2}(\.\d{1,2})?$/.test(percent) && Number(percent) > 0))
    findings.push({ code: 'tip-percent', tag: '57' });
  return findings;
}

function decimal(tag: string, amount: string | undefined): VietQrFinding[] {
  if (amount === undefined) return [];
  if (amount.length > 13) return [{ code: 'amount-length', tag }];
  return /^\d+(\.\d*)?$/.test(amount) ? [] : [{ code: 'amount-format', tag, detail: amount }];
}
