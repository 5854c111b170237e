import type { PaymentMethod } from '../merchant.ts';
import { headKey } from './head-words.ts';
import { type Column, cellIn, columnsOf, type OpenRow, report } from './layout.ts';
import { isYes, type Mark, readMark } from './marks.ts';
import { type Payee, readPayee } from './payee.ts';
import { walletsIn } from './wallets.ts';

/**
 * Transfers and QR codes of a row, from its QR or transfer columns, its bank and its account.
 * A tick counts, also while the account is missing. An account beside an empty tick counts with a warning, because a shop with an account
 * on the list can be paid; a bank alone does not, and "no" stays no. A list without such a column counts what has a bank or an account.
 */
export function readTransfers(row: OpenRow): PaymentMethod[] {
  const ticks = columnsOf(row, 'qr').map((column) => readTick(row, column));
  const bankColumn = columnsOf(row, 'bank')[0];
  const accountColumn = columnsOf(row, 'account')[0];
  const bank = readPayeeColumn(row, bankColumn);
  const account = readPayeeColumn(row, accountColumn);

  const payees = [bank.payee, account.payee, ...ticks.map((each) => each.payee)];
  const banks = payees.flatMap((each) => each.banks);
  const accounts = [...new Set([account.payee, bank.payee, ...ticks.map((each) => each.payee)].flatMap((each) => each.accounts))];
  const hasAccount = accounts.length > 0 || payees.some((each) => each.issues.length > 0);

  const ticked = ticks.filter((each) => each.says === 'yes');
  const special = ticked.flatMap((each) => each.special);
  if (ticked.length > special.length) return [...special, ...build(row, bank.payee, banks, accounts, ticked, bankColumn)];
  if (special.length > 0)
    return [...special, ...(banks.length + accounts.length > 0 ? build(row, bank.payee, banks, accounts, [], bankColumn) : [])];

  if (ticks.some((each) => each.says === 'no')) {
    if (hasAccount) report(row, accountColumn ?? bankColumn, 'account-despite-no');
    return [];
  }
  const named = banks.length > 0 || bank.payee.rest !== '';
  if (ticks.length === 0)
    return hasAccount || named || bank.ticked || account.ticked ? build(row, bank.payee, banks, accounts, [], bankColumn) : [];
  if (hasAccount || account.ticked) {
    report(row, accountColumn ?? bankColumn, 'account-without-tick');
    return build(row, bank.payee, banks, accounts, [], bankColumn);
  }
  if (named) report(row, bankColumn ?? accountColumn, 'bank-without-tick');
  return [];
}

type Tick = { column: Column; says: 'yes' | 'no' | 'empty'; payee: Payee; special: PaymentMethod[] };
const nobody: Payee = { banks: [], accounts: [], issues: [], rest: '' };

function readTick(row: OpenRow, column: Column): Tick {
  const cell = cellIn(row, column);
  const mark = readMark(cell);
  const tick: Tick = {
    column,
    says: isYes(mark) ? 'yes' : mark === 'no' || mark === 'not-yet' ? 'no' : 'empty',
    payee: nobody,
    special: [],
  };
  if (mark === 'not-yet') report(row, column, 'mark-not-yet');
  if (tick.says === 'no' || mark === 'empty') return tick;

  const ofHead = specialOf(column.key);
  if (typeof cell === 'string' && cell.length > 3) {
    // Long digits are an account where the list has no column for it, else an amount.
    const payee = mark === 'number' && columnsOf(row, 'account').length > 0 ? nobody : readPayee(cell);
    const named = walletsIn(cell).providers.map((provider) => specialOf(provider) ?? wallet(provider));
    for (const code of payee.issues) report(row, column, code);
    // The code of a wallet, unless the cell gives an account: some wallets have accounts like banks.
    if (named.length > 0 && payee.accounts.length === 0) return { ...tick, says: 'yes', special: named };
    if (payee.banks.length + payee.accounts.length > 0) return { ...tick, says: 'yes', payee };
  }
  if (typeof cell === 'string' && mark === 'unclear' && /\b(qr|ck|chuyen khoan|vietqr|banking)\b/.test(headKey(cell)))
    return { ...tick, says: 'yes' };
  if (mark === 'unclear') report(row, column, 'mark-unreadable');
  if (mark === 'number') report(row, column, 'mark-is-number');
  return ofHead && tick.says === 'yes' ? { ...tick, special: [ofHead] } : tick;
}

const wallet = (provider: string): PaymentMethod => ({ method: 'QR_WALLET_PROPRIETARY', provider });
const specialOf = (text: string): PaymentMethod | undefined =>
  /^vn ?pay|^vnpay_wallet$/i.test(text) ? { method: 'QR_VNPAY', provider: 'VNPAY' } : undefined;

/** A bank or account cell; a bare tick in it says that transfers are accepted. */
function readPayeeColumn(row: OpenRow, column: Column | undefined): { payee: Payee; ticked: boolean } {
  if (!column) return { payee: nobody, ticked: false };
  const cell = cellIn(row, column);
  const mark: Mark = typeof cell === 'string' && cell.length > 6 ? 'unclear' : readMark(cell);
  if (mark !== 'unclear' && mark !== 'number') return { payee: nobody, ticked: mark === 'yes' };
  const payee = readPayee(cell);
  for (const code of payee.issues) report(row, column, code);
  const unread = payee.accounts.length + payee.banks.length + payee.issues.length === 0;
  if (column.field === 'account') {
    if (unread && cell !== null) report(row, column, 'account-unreadable');
    if (typeof cell === 'number' && payee.accounts.length > 0) report(row, column, 'account-from-number');
  }
  return { payee: unread && column.field === 'account' ? { ...payee, issues: ['account-unreadable'] } : payee, ticked: false };
}

function build(
  row: OpenRow,
  bankCell: Payee,
  banks: Payee['banks'],
  accounts: readonly string[],
  ticked: readonly Tick[],
  bankColumn: Column | undefined,
): PaymentMethod[] {
  const unknown = banks.length === 0 && bankCell.rest !== '' ? bankCell.rest.slice(0, 60).trim() : undefined;
  if (unknown) report(row, bankColumn, 'bank-unknown');
  const saysQr = ticked.some(({ column }) => column.head === '' || /\b(qr|vietqr|qrcode|quet ma)\b/.test(column.key));
  const ways = accounts.length > 0 ? accounts : [undefined];
  return ways.map((account, at) => {
    const bank = banks[at] ?? banks[0];
    return {
      method: saysQr || account || bank || unknown ? 'QR_VIETQR_ACCOUNT' : 'BANK_TRANSFER',
      ...(unknown && { provider: unknown }),
      ...(bank?.bin && { bankBin: bank.bin }),
      ...(account && { account }),
    };
  });
}
