import { landline, renewAreaCode } from './area-codes.ts';
import { tidy } from './fold.ts';

type PhoneType = 'mobile' | 'landline' | 'legacy-landline';
/** What was done to a number that was not written plainly. */
type PhoneWarning = 'zero-restored' | 'old-area-code' | 'second-number' | 'other-text';
type PhoneFailure = 'empty' | 'rounded-number' | 'retired-prefix' | 'hotline' | 'foreign' | 'not-a-phone';
export type PhoneReading = { ok: true; phone: string; type: PhoneType; warnings: PhoneWarning[] } | { ok: false; code: PhoneFailure };

/**
 * Reads a Vietnamese phone number as people and spreadsheets write it and gives its national form, 10 or 11 digits from 0.
 * - The zero that a number cell lost is put back where the rest is then a number in use.
 * - A landline under an area code from before 2017 gets the new code. The eleven-digit mobile prefixes retired in 2018 and the
 *   service numbers 1800 and 1900 are refused: the first reach nobody, the second are no line of the merchant's own.
 * - Of two numbers the first that can be read is kept. A number that the spreadsheet rounded (9.04E+08) is never guessed.
 * Sources: numbering plan of Circular 22/2014/TT-BTTTT, area codes of Decision 2036/QĐ-BTTTT (2016), mobile codes in use in 2025.
 */
export function readPhone(input: string | number): PhoneReading {
  const text = tidy(String(input).normalize('NFKC'))
    .replace(/^'/, '')
    .replace(/[–—‑‐]/g, '-');
  if (text === '') return { ok: false, code: 'empty' };
  if (text.length > 120) return { ok: false, code: 'not-a-phone' };
  if (/\d[.,]?\d*e[+-]?\d/i.test(text)) return { ok: false, code: 'rounded-number' };

  const whole = readOne(text.replace(/^(\d{9,12})\.0+$/, '$1'));
  if (whole.ok) return whole;

  const pieces = text
    .split(/[/,;|&\n-]|\s(?:hoặc|và|or)\s/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const found = firstOf(pieces) ?? firstOf(text.replace(/-/g, ' ').split(' '));
  return found ?? whole;
}

/** The first piece, or run of pieces, that is a number; what is left is told in a warning, but loose digits make all unreadable. */
function firstOf(pieces: readonly string[]): PhoneReading | undefined {
  for (let from = 0; from < pieces.length; from++) {
    for (let to = pieces.length; to > from; to--) {
      const reading = readOne(pieces.slice(from, to).join(' '));
      if (!reading.ok) continue;
      const rest = [...pieces.slice(0, from), ...pieces.slice(to)].join(' ');
      if (rest === '' || isLabel(rest)) return reading;
      const second = firstOf(pieces.slice(to));
      if (second?.ok) return { ...reading, warnings: [...reading.warnings, 'second-number'] };
      return /^[\d\s.]+$/.test(rest) ? undefined : { ...reading, warnings: [...reading.warnings, 'other-text'] };
    }
  }
  return undefined;
}

const isLabel = (text: string) => /^\(?(s?đt|sdt|dt|điện thoại|dien thoai|di động|tel|phone|mobile|hotline|zalo)\)?[.:]*$/i.test(text);

function readOne(text: string): PhoneReading {
  const bare = text.replace(/[\s.()-]/g, '');
  if (/^(\+|00)(?!84)\d{8,15}$/.test(bare)) return { ok: false, code: 'foreign' };
  if (!/^\+?\d+$/.test(bare)) return { ok: false, code: 'not-a-phone' };
  if (/^1[89]00\d{4,6}$/.test(bare)) return { ok: false, code: 'hotline' };

  const abroad = /^(?:\+|00)?840?(\d{9,10})$/.exec(bare);
  if (abroad) return classify(`0${abroad[1]}`, []);
  if (bare.startsWith('0')) return classify(bare, []);
  // Nine digits, or ten of a landline, are what is left when a number cell drops the zero.
  return bare.length === 9 || bare.length === 10 ? classify(`0${bare}`, ['zero-restored']) : { ok: false, code: 'not-a-phone' };
}

function classify(phone: string, warnings: PhoneWarning[]): PhoneReading {
  if (mobile.test(phone)) return { ok: true, phone, type: 'mobile', warnings };
  if (landline.test(phone)) return { ok: true, phone, type: 'landline', warnings };
  const renewed = renewAreaCode(phone);
  if (renewed) return { ok: true, phone: renewed, type: 'legacy-landline', warnings: [...warnings, 'old-area-code'] };
  return { ok: false, code: /^0(12\d|16[2-9]|18[68]|199)\d{7}$/.test(phone) ? 'retired-prefix' : 'not-a-phone' };
}

// Viettel, VinaPhone, MobiFone, Vietnamobile, Gmobile, Wintel and iTel; codes without a network are not numbers.
const mobile = /^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$/;
