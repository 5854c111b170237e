import { bankByName } from '../vietqr/banks.ts';
import { identifier, saysNothing } from './cell-text.ts';
import type { IssueCode } from './reading.ts';
import { remember } from './remember.ts';
import type { WorksheetCell } from './worksheet.ts';

/** Where transfers go, as one cell says it: known banks, accounts, what could not be read, and the words that are left. */
export type Payee = { banks: { bin: string; name: string }[]; accounts: string[]; issues: IssueCode[]; rest: string };

/** Reads a cell with a bank, an account, or both ("VCB 0123456789", "0123 456 789 – Vietcombank CN Hải Phòng"), also several of them. */
export function readPayee(cell: WorksheetCell | undefined): Payee {
  const payee: Payee = { banks: [], accounts: [], issues: [], rest: '' };
  const read = identifier(cell);
  if ('rounded' in read) return { ...payee, issues: ['number-rounded'] };
  if (saysNothing(read.text) || typeof cell === 'boolean') return payee;

  // Labels would be taken for the letters of an account: "STK0123456789".
  let rest = read.text.normalize('NFKC').replace(labels, ' ');
  for (const [run] of rest.matchAll(accountRuns)) {
    for (const piece of accountsIn(run)) {
      const letters = /^[A-Za-z]+/.exec(piece)?.[0] ?? '';
      const glued = letters !== '' && /^\d{6,19}$/.test(piece.slice(letters.length)) ? bankOf(letters) : undefined;
      const account = glued ? piece.slice(letters.length) : piece;
      if (glued) payee.banks.push({ bin: glued.bin, name: letters });
      if (isCardNumber(account)) payee.issues.push('card-number');
      else if (/^[A-Za-z0-9]{5,19}$/.test(account)) payee.accounts.push(account);
      else continue;
      rest = rest.replace(run, '\n');
    }
  }
  const words = rest.split(/\n|[;|]|,\s|\s[-–—/]\s|[()]|:\s/).map((part) => part.replace(/^[\s.,:/–—-]+|[\s.,:/–—-]+$/g, ''));
  for (const part of words.filter((each) => /\p{L}{2}/u.test(each))) {
    const bank = bankIn(part);
    if (bank) payee.banks.push(bank);
    else payee.rest = payee.rest === '' ? part : `${payee.rest}, ${part}`;
  }
  return payee;
}

function bankIn(part: string): { bin: string; name: string } | undefined {
  const whole = bankOf(part);
  if (whole) return { bin: whole.bin, name: part };
  // "ACB Hồng Bàng": a branch that does not call itself one.
  const first = part.split(' ')[0] ?? '';
  const bank = first.length >= 3 && first !== part ? bankOf(first) : undefined;
  return bank && { bin: bank.bin, name: part };
}

const bankOf = remember(bankByName);

const labels = /\b(số tài khoản|so tai khoan|tài khoản|tai khoan|số tk|so tk|stk|acc(ount)?|tk)(\s*(số|so|no))?\s*[:.]?\s*/giu;
const accountRuns = /(?<![\p{L}\d])[A-Za-z]{0,10}\d[A-Za-z0-9]*(?:[ .-]\d[A-Za-z0-9]*)*/gu;

/** One account written in groups, or several beside each other when together they are too long for one. */
function accountsIn(run: string): string[] {
  const joined = run.replace(/[ .-]/g, '');
  return joined.length <= 19 ? [joined] : run.split(/[ .-]/).filter((piece) => piece.length >= 6);
}

/** A card is never stored: a card's first digits and its check digit (ISO/IEC 7812, Luhn). */
function isCardNumber(digits: string): boolean {
  if (!/^(9704\d{12}|9704\d{15}|(4\d|5[1-5]|2[2-7]|35)\d{14})$/.test(digits)) return false;
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, at) => {
      const twice = at % 2 === 1 ? Number(digit) * 2 : Number(digit);
      return total + (twice > 9 ? twice - 9 : twice);
    }, 0);
  return sum % 10 === 0;
}
