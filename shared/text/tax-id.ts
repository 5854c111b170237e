import { tidy } from './fold.ts';

type TaxIdFailure = 'format' | 'checksum' | 'branch';
export type TaxIdReading = { ok: true; kind: 'mst10' | 'mst13' | 'personal-id'; taxId: string } | { ok: false; code: TaxIdFailure };

/**
 * Reads a tax code: ten digits with their check digit, a branch (ten digits, hyphen, three digits from 001), or since July 2025 the
 * twelve-digit personal number of a household's owner. Spaces and dots are ignored, the branch may come without its hyphen.
 * Failures: `checksum` (one digit is wrong), `branch` (000 is no branch), `format` (anything else, also a personal number whose
 * province, century or length cannot be). Sources: Circular 105/2020/TT-BTC, Circular 86/2024/TT-BTC, Decree 137/2015/NĐ-CP art. 13.
 */
export function readTaxId(input: string): TaxIdReading {
  const text = compact(input);
  if (personalNumber.test(text)) return { ok: true, kind: 'personal-id', taxId: text };

  const [, base, branch] = /^(\d{10})(?:-?(\d{3}))?$/.exec(text) ?? [];
  if (base === undefined) return { ok: false, code: 'format' };
  if (!hasCheckDigit(base)) return { ok: false, code: 'checksum' };
  if (branch === undefined) return { ok: true, kind: 'mst10', taxId: base };
  return branch === '000' ? { ok: false, code: 'branch' } : { ok: true, kind: 'mst13', taxId: `${base}-${branch}` };
}

/**
 * Puts back the leading zero that a number cell dropped from a tax code, where the check digit proves it; any other text comes back
 * as it is. A personal number has no check digit: one in four random numbers of eleven digits would fit, so nothing proves its zero.
 */
export function restoreLeadingZero(input: string): string {
  const text = compact(input);
  const lostZero = /^(\d{9})(-?\d{3})?$/.exec(text);
  if (!lostZero || readTaxId(text).ok) return input;
  const restored = readTaxId(`0${text}`);
  return restored.ok ? restored.taxId : input;
}

/** Digits and hyphen only: an Excel text mark, a label, spaces and dots between digits are no part of the code. */
function compact(input: string): string {
  return tidy(input.normalize('NFKC'))
    .replace(/^'/, '')
    .replace(/^(\d{9,13})\.0$/, '$1')
    .replace(/^(mst|mã số thuế|cccd|số định danh)\s*[:.]?\s*/i, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/[\s.]/g, '');
}

/** Weights 31, 29, 23, 19, 17, 13, 7, 5, 3; the check digit is 10 minus the remainder by 11, and a remainder of 0 has none. */
function hasCheckDigit(taxCode: string): boolean {
  const sum = [31, 29, 23, 19, 17, 13, 7, 5, 3].reduce((total, weight, at) => total + weight * Number(taxCode[at]), 0);
  return 10 - (sum % 11) === Number(taxCode[9]);
}

// Province where the birth was registered (the 63 codes up to 2025), century and sex (0 to 3: born 1900 to 2099), year, serial.
const personalNumber =
  /^0(0[12468]|1[0124579]|2[024567]|3[01345678]|4[0245689]|5[12468]|6[024678]|7[024579]|8[0234679]|9[123456])[0-3]\d{8}$/;
