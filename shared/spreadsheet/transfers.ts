import type { PaymentMethod } from '../merchants/merchant.ts';
import { headKey } from './head-words.ts';
import { cellIn, columnsOf, type ListColumn, type OpenRow, report } from './layout.ts';
import { isYes, readMark } from './marks.ts';
import { type Payee, readPayee } from './payee.ts';
import { walletsIn } from './wallets.ts';

/**
 * Transfers and QR codes of a row, from its QR or transfer columns, its bank and its account.
 * A tick counts, also while the account is missing. An account beside an empty tick counts with a warning, because a shop with an account
 * on the list can be paid; a bank alone does not, and "no" stays no. A list without such a column counts what has a bank or an account.
 */
export function readTransfers(row: OpenRow): PaymentMethod[] {
  const ticks = columnsOf(row, 'qr').map((column) => readTick(row, column));
  const account = readPayeeColumn(row, 'account');
  const bank = readPayeeColumn(row, 'bank');
  const payees = [account, bank, ...ticks].map((each) => each.payee);
  const to: Destination = {
    banks: [bank, account, ...ticks].flatMap((each) => each.payee.banks),
    accounts: [...new Set(payees.flatMap((each) => each.accounts))],
    unknownBank: bank.payee.rest,
  };
  // An account that could not be read is one all the same.
  const hasAccount = to.accounts.length > 0 || payees.some((each) => each.issues.length > 0);
  const hasBank = to.banks.length > 0 || to.unknownBank !== '';
  const column = columnsOf(row, 'account')[0] ?? columnsOf(row, 'bank')[0];

  const ticked = ticks.filter((each) => each.says === 'yes');
  if (ticked.length > 0) {
    const ofOthers = ticked.flatMap((each) => each.special);
    const ofBank = hasAccount || hasBank || ticked.some((each) => each.special.length === 0);
    return [
      ...ofOthers,
      ...(ofBank
        ? transfersTo(
            row,
            to,
            ticked.some((each) => saysQr(each.column)),
          )
        : []),
    ];
  }
  if (ticks.some((each) => each.says === 'no')) {
    if (hasAccount) report(row, column, 'account-despite-no');
    return [];
  }
  if (ticks.length === 0) return hasAccount || hasBank || account.ticked || bank.ticked ? transfersTo(row, to, false) : [];
  if (!hasAccount && !account.ticked) {
    if (hasBank) report(row, column, 'bank-without-tick');
    return [];
  }
  report(row, column, 'account-without-tick');
  return transfersTo(row, to, false);
}

type Destination = { banks: Payee['banks']; accounts: readonly string[]; unknownBank: string };
type Tick = { column: ListColumn; says: 'yes' | 'no' | 'empty'; payee: Payee; special: PaymentMethod[] };
const nobody: Payee = { banks: [], accounts: [], issues: [], rest: '' };

/** A QR or transfer cell: a tick, or in its place a bank, an account, the wallet whose code it is. */
function readTick(row: OpenRow, column: ListColumn): Tick {
  const cell = cellIn(row, column);
  const mark = readMark(cell);
  const says = isYes(mark) ? 'yes' : mark === 'no' || mark === 'not-yet' ? 'no' : 'empty';
  const tick: Tick = { column, says, payee: nobody, special: [] };
  if (mark === 'not-yet') report(row, column, 'mark-not-yet');
  if (says === 'no' || mark === 'empty') return tick;

  if (typeof cell === 'string' && cell.length > 1) {
    // Long digits are an account where the list has no column for it, else an amount.
    const payee = mark === 'number' && columnsOf(row, 'account').length > 0 ? nobody : readPayee(cell);
    const ofWallets = walletsIn(cell).providers.map(codeOf);
    for (const code of payee.issues) report(row, column, code);
    // The code of a wallet, unless the cell gives an account: some wallets have accounts like banks.
    if (ofWallets.length > 0 && payee.accounts.length === 0) return { ...tick, says: 'yes', special: ofWallets };
    if (payee.banks.length + payee.accounts.length > 0) return { ...tick, says: 'yes', payee };
    if (mark === 'unclear' && transferWords.test(headKey(cell))) return { ...tick, says: 'yes' };
  }
  if (mark === 'unclear') report(row, column, 'mark-unreadable');
  if (mark === 'number') report(row, column, 'mark-is-number');
  // A column for VNPAY-QR alone.
  return says === 'yes' && column.provider ? { ...tick, special: [codeOf(column.provider)] } : tick;
}

const transferWords = /\b(qr|ck|chuyen khoan|vietqr|banking)\b/;
const saysQr = (column: ListColumn) => column.head === '' || /\b(qr|vietqr|qrcode|quet ma)\b/.test(column.key);
const codeOf = (provider: string): PaymentMethod =>
  provider === 'VNPAY_WALLET' ? { method: 'QR_VNPAY', provider: 'VNPAY' } : { method: 'QR_WALLET_PROPRIETARY', provider };

/** A bank or account cell; a bare tick in it says that transfers are accepted. */
function readPayeeColumn(row: OpenRow, field: 'bank' | 'account'): { payee: Payee; ticked: boolean } {
  const column = columnsOf(row, field)[0];
  const cell = cellIn(row, column);
  const payee = readPayee(cell);
  for (const code of payee.issues) report(row, column, code);
  if (payee.banks.length + payee.accounts.length + payee.issues.length > 0) {
    if (field === 'account' && typeof cell === 'number' && payee.accounts.length > 0) report(row, column, 'account-from-number');
    return { payee, ticked: false };
  }
  const mark = readMark(cell);
  if (mark !== 'unclear' && mark !== 'number') return { payee: nobody, ticked: mark === 'yes' };
  if (field === 'bank') return { payee, ticked: false };
  report(row, column, 'account-unreadable');
  return { payee: { ...nobody, issues: ['account-unreadable'] }, ticked: false };
}

/** One method for each account, or one without. */
function transfersTo(row: OpenRow, { banks, accounts, unknownBank }: Destination, isQr: boolean): PaymentMethod[] {
  const unknown = banks.length === 0 ? unknownBank.slice(0, 60).trim() : '';
  if (unknown !== '') report(row, columnsOf(row, 'bank')[0], 'bank-unknown');
  const ways = accounts.length > 0 ? accounts : [undefined];
  return ways.map((account, at) => {
    const bank = banks[at] ?? banks[0];
    return {
      method: isQr || account || bank || unknown ? 'QR_VIETQR_ACCOUNT' : 'BANK_TRANSFER',
      ...(unknown && { provider: unknown }),
      ...(bank && { bankBin: bank.bin }),
      ...(account && { account }),
    };
  });
}
