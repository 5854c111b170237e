import type { PaymentMethod } from '../../shared/merchants/merchant.ts';
import { readPhone } from '../../shared/text/phone.ts';
import type { VietQrReading } from '../../shared/vietqr/parse.ts';
import type { Methods } from './grid-columns.ts';

export type EditedMethod = Methods[number];
type Part = 'bankBin' | 'account' | 'provider' | 'phone' | 'code';

/** What identifies each way to pay. */
export const partsOf: Record<PaymentMethod['method'], readonly Part[]> = {
  QR_VIETQR_ACCOUNT: ['bankBin', 'account'],
  QR_VIETQR_MERCHANT: ['bankBin', 'account'],
  BANK_TRANSFER: ['bankBin', 'account'],
  QR_VNPAY: ['code'],
  QR_WALLET_PROPRIETARY: ['provider', 'code'],
  QR_CROSSBORDER: ['provider', 'code'],
  EWALLET: ['provider', 'phone'],
  MOBILE_MONEY: ['provider', 'phone'],
  CARD_POS: ['provider', 'code'],
  CARD_SOFTPOS: ['provider', 'code'],
  CARD_MPOS: ['provider', 'code'],
  ONLINE_GATEWAY: ['provider', 'code'],
  ECOMMERCE: ['provider', 'code'],
  OTHER: ['provider', 'code'],
};

export const isMasked = (account: string | undefined): boolean => account?.startsWith('•') ?? false;

/** A method with one part typed anew. A masked account belongs to its bank and kind: with another it has to be typed again. */
export function withPart(method: EditedMethod, part: Part | 'method', text: string): EditedMethod {
  const value = part === 'account' && !isMasked(text) ? text.replace(/[\s.-]/g, '') : text;
  const { [part as Part]: _, ...rest } = method;
  const next = (value.trim() === '' && part !== 'method' ? rest : { ...method, [part]: value }) as EditedMethod;
  if ((part === 'bankBin' || part === 'method') && isMasked(next.account)) {
    const { account: __, ...without } = next;
    return without;
  }
  return next;
}

/** Which parts cannot be stored as they are. */
export const wrongParts = ({ account, phone }: EditedMethod): Part[] => [
  ...(account !== undefined && !isMasked(account) && !/^[A-Za-z0-9]{1,19}$/.test(account) ? (['account'] as const) : []),
  ...(phone !== undefined && !readPhone(phone).ok ? (['phone'] as const) : []),
];

/** As it is sent: phones in national form, nothing empty around the words. */
export function tidied(method: EditedMethod): EditedMethod {
  const phone = method.phone === undefined ? undefined : readPhone(method.phone);
  const trimmed = Object.entries(method).map(([part, text]) => [part, text?.trim()] as const);
  return { ...(Object.fromEntries(trimmed) as EditedMethod), ...(phone?.ok && { phone: phone.phone }) };
}

/** The method that a payment code stands for; `card` when it pays to a card, which is never registered. */
export function methodOfCode(reading: VietQrReading): PaymentMethod | 'card' | undefined {
  if (!reading.ok) return undefined;
  const { bankBin, account, service, guid } = reading.value;
  if (service === 'QRIBFTTC') return 'card';
  if (bankBin && account) return { method: service === 'QRPUSH' ? 'QR_VIETQR_MERCHANT' : 'QR_VIETQR_ACCOUNT', bankBin, account };
  if (guid === 'A000000775') return { method: 'QR_VNPAY', provider: 'VNPAY' };
  return guid === undefined ? { method: 'OTHER' } : { method: 'QR_WALLET_PROPRIETARY', provider: guid.slice(0, 60) };
}
