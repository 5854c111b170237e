import type { MerchantDetails, PaymentMethod } from '../../shared/merchants/merchant.ts';
import { methodNames } from '../../shared/merchants/merchant-names.ts';
import type { Language } from '../../shared/texts/words.ts';
import { bankByBin, bankLabel } from '../../shared/vietqr/banks.ts';

/** A bank as people call it. */
export function bankText(bin: string | undefined): string {
  const bank = bin === undefined ? undefined : bankByBin(bin);
  return bank ? bankLabel(bank) : (bin ?? '');
}

const providers: Record<string, string> = {
  MOMO: 'MoMo',
  ZALOPAY: 'ZaloPay',
  VIETTEL_MONEY: 'Viettel Money',
  VNPT_MONEY: 'VNPT Money',
  SHOPEEPAY: 'ShopeePay',
  VNPAY_WALLET: 'VNPAY',
  PAYOO: 'Payoo',
  MOBIFONE_PAY: 'MobiFone Pay',
  MOBIFONE_MONEY: 'MobiFone Money',
  FOXPAY: 'Foxpay',
  ONEPAY: 'OnePay',
  SMARTPAY: 'SmartPay',
  MOCA: 'Moca',
  VTC_PAY: 'VTC Pay',
  NGAN_LUONG: 'Ngân Lượng',
};

/** A way to pay in one line: "VietQR (tài khoản) Vietcombank ••••3456". */
export const methodText = (method: PaymentMethod, language: Language): string =>
  [
    methodNames[language][method.method],
    bankText(method.bankBin) || (providers[method.provider ?? ''] ?? method.provider),
    method.account ?? method.phone ?? method.code,
  ]
    .filter(Boolean)
    .join(' ');

export const methodsText = ({ methods }: Pick<MerchantDetails, 'methods'>, language: Language): string =>
  methods.map((each) => methodText(each, language)).join('; ');
