import type { MerchantDetails, PaymentMethod } from '../../shared/merchant.ts';
import { methodNames } from '../../shared/texts/merchant-names.ts';
import type { Language } from '../../shared/texts/words.ts';
import { bankByBin, bankLabel } from '../../shared/vietqr/banks.ts';

/** A bank as people call it. */
export function bankText(bin: string | undefined): string {
  const bank = bin === undefined ? undefined : bankByBin(bin);
  return bank ? bankLabel(bank) : (bin ?? '');
}

/** A way to pay in one line: "VietQR (tài khoản) Vietcombank ••••3456". */
export const methodText = (method: PaymentMethod, language: Language): string =>
  [
    methodNames[language][method.method],
    bankText(method.bankBin) || (method.provider ?? '').replaceAll('_', ' '),
    method.account ?? method.phone ?? method.code,
  ]
    .filter(Boolean)
    .join(' ');

export const methodsText = ({ methods }: Pick<MerchantDetails, 'methods'>, language: Language): string =>
  methods.map((each) => methodText(each, language)).join('; ');
