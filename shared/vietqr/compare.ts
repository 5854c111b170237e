import type { scanResults } from '../assessments/assessment.ts';
import type { PaymentMethod } from '../merchants/merchant.ts';
import { parseVietQr } from './parse.ts';

/**
 * Compares a code that an assessor scanned with what the merchant registered: bank and account must both be equal, letter by letter.
 * - `same-account`: the first registered account; `other-account`: another one of the same merchant
 * - `different-payee`: somebody else is paid (a pasted-over code is a known fraud), also when the code pays to a card
 * - `unreadable`: no valid payment code in Vietnam
 * - `recorded`: there is no account to compare with, because none is registered, or because the code belongs to another payment
 *   system and the merchant registered a method without an account there
 * @param scanned the text of the code, as the camera read it
 * @param methods the merchant's payment methods, the main one first
 */
export function compareScan(scanned: string, methods: readonly PaymentMethod[]): (typeof scanResults)[number] {
  const registered = methods.filter(({ bankBin, account }) => bankBin !== undefined && account !== undefined);
  if (registered.length === 0) return 'recorded';

  const read = parseVietQr(scanned);
  if (!read.ok) return 'unreadable';
  const { bankBin, account, service } = read.value;
  if (account === undefined) return methods.some(paysElsewhere) ? 'recorded' : 'different-payee';

  const at = service === 'QRIBFTTC' ? -1 : registered.findIndex((each) => each.bankBin === bankBin && each.account === account);
  if (at < 0) return 'different-payee';
  return at === 0 ? 'same-account' : 'other-account';
}

const paysElsewhere = ({ method, account }: PaymentMethod) =>
  account === undefined && ['QR_VNPAY', 'QR_VIETQR_MERCHANT', 'QR_WALLET_PROPRIETARY', 'QR_CROSSBORDER'].includes(method);
