import { fail, ok, type Result } from '../result.ts';
import { fold } from '../text/fold.ts';
import { crc16 } from './crc.ts';
import { napasGuid } from './payee.ts';
import { writeTlv } from './tlv.ts';

export type Transfer = {
  /** Six digits. */
  bankBin: string;
  /** 1 to 19 digits and letters. */
  account: string;
  merchantName?: string;
  city?: string;
  /** Whole dong; without it the buyer types the amount. */
  amount?: number;
  purpose?: string;
  /** A transfer to an account unless told otherwise; codes to a card are never made. */
  service?: 'QRIBFTTA' | 'QRPUSH' | 'QRCASH';
};

/**
 * Writes the VietQR text for a printed sign: static without an amount, dynamic with one. Name, city and purpose become capitals
 * without marks and are cut to what the field holds, because printed signs must be read by every bank's app.
 * Source: NAPAS VietQR 1.0 §6.
 */
export function buildVietQr(transfer: Transfer): Result<string, { code: 'bank-bin' | 'account' | 'amount' }> {
  const { bankBin, account, amount, service = 'QRIBFTTA' } = transfer;
  if (!/^\d{6}$/.test(bankBin)) return fail({ code: 'bank-bin' });
  if (!/^[0-9A-Za-z]{1,19}$/.test(account)) return fail({ code: 'account' });
  if (amount !== undefined && !(Number.isSafeInteger(amount) && amount > 0 && amount < 10 ** 13)) return fail({ code: 'amount' });

  const beneficiary = writeTlv('00', bankBin) + writeTlv('01', account);
  const purpose = signText(transfer.purpose, 25);
  const body = [
    writeTlv('00', '01'),
    writeTlv('01', amount === undefined ? '11' : '12'),
    writeTlv('38', writeTlv('00', napasGuid) + writeTlv('01', beneficiary) + writeTlv('02', service)),
    writeTlv('53', '704'),
    optional('54', amount === undefined ? '' : String(amount)),
    writeTlv('58', 'VN'),
    optional('59', signText(transfer.merchantName, 25)),
    optional('60', signText(transfer.city, 15)),
    optional('62', optional('08', purpose)),
    '6304',
  ].join('');
  return ok(body + crc16(body));
}

const optional = (tag: string, value: string) => (value === '' ? '' : writeTlv(tag, value));

/** What every app can show: ASCII capitals, single spaces, at most `length` characters. */
function signText(text: string | undefined, length: number): string {
  const plain = fold(text ?? '').toUpperCase();
  return plain
    .replace(/[^ -~]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, length)
    .trim();
}
