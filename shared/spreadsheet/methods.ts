import type { PaymentMethod } from '../merchants/merchant.ts';
import { fold } from '../text/fold.ts';
import { readPhone } from '../text/phone.ts';
import { cellText } from './cell-text.ts';
import { headKey } from './head-words.ts';
import { cellIn, columnsOf, type ListColumn, type OpenRow, report } from './layout.ts';
import { type Mark, readMark } from './marks.ts';
import { readPayee } from './payee.ts';
import { readTransfers } from './transfers.ts';
import { operatorIn, walletsIn } from './wallets.ts';

const most = 20;

/** The payment methods of a row. The column decides the method, the cell who offers it: "MoMo, ZaloPay" in a wallet column are two wallets. */
export function readMethods(row: OpenRow): PaymentMethod[] {
  const named = [
    ...readTransfers(row),
    ...columnsOf(row, 'card').flatMap((column) => readCards(row, column)),
    ...columnsOf(row, 'wallet').flatMap((column) => readWallets(row, column)),
    ...columnsOf(row, 'mobileMoney').flatMap((column) => readMobileMoney(row, column)),
  ];
  const found = [...named, ...columnsOf(row, 'methods').flatMap((column) => readInWords(row, column, named.length > 0))];
  const methods = joinMethods(found);
  if (methods.length === most && found.length > most) report(row, undefined, 'too-many-methods');
  return methods;
}

function readCards(row: OpenRow, column: ListColumn): PaymentMethod[] {
  const cell = cellIn(row, column);
  const mark = readMark(cell);
  if (saysNot(row, column, mark)) return [];
  const text = typeof cell === 'string' && cell.length > 2 ? cell : '';
  const method = cardMethod(text === '' ? column.key : `${column.key} ${headKey(text)}`);
  if (text === '') return yesOrDoubt(row, column, mark, [{ method }]);

  const [bank] = readPayee(text).banks;
  const terminal = /^(?=.*\d)[A-Za-z0-9-]{6,60}$/.exec(text.replace(/^(tid|mid)[:\s]*/i, ''))?.[0];
  const known = bank || terminal || /\b(m?pos|soft ?pos|visa|master|napas|jcb|the|tap)\b|^may\b/.test(fold(text));
  return yesOrDoubt(row, column, known ? 'yes' : mark, [
    { method, ...(bank && { provider: bank.name.slice(0, 60).trim() }), ...(terminal && { code: terminal }) },
  ]);
}

function cardMethod(key: string): PaymentMethod['method'] {
  if (/\bsoft ?pos\b|\btap to phone\b/.test(key)) return 'CARD_SOFTPOS';
  return /\bmpos\b/.test(key) && !/\bpos\b/.test(key) ? 'CARD_MPOS' : 'CARD_POS';
}

function readWallets(row: OpenRow, column: ListColumn): PaymentMethod[] {
  const cell = cellIn(row, column);
  const { provider } = column;
  return pieces(cell).flatMap((piece): PaymentMethod[] => {
    const mark = readMark(piece);
    if (saysNot(row, column, mark)) return [];
    const phone = phoneIn(piece);
    const instrument = phone ? { phone } : {};
    if (typeof piece === 'string' && piece.length > 1) {
      const { providers } = walletsIn(piece);
      if (providers.length > 0) return providers.map((each) => ({ method: 'EWALLET', provider: each, ...instrument }));
      if (mark === 'unclear' && !phone && /\p{L}{2}/u.test(piece)) {
        if (/^(vi|vi dien tu|e ?wallet)$/.test(headKey(piece))) return [{ method: 'EWALLET' }];
        report(row, column, 'wallet-unknown');
        return [{ method: 'EWALLET', provider: piece.slice(0, 60).trim() }];
      }
    }
    return yesOrDoubt(row, column, phone ? 'yes' : mark, [{ method: 'EWALLET', ...(provider && { provider }), ...instrument }]);
  });
}

function readMobileMoney(row: OpenRow, column: ListColumn): PaymentMethod[] {
  const cell = cellIn(row, column);
  const mark = readMark(cell);
  if (saysNot(row, column, mark)) return [];
  const phone = phoneIn(cell);
  const inCell = typeof cell === 'string' && cell.length > 2 ? operatorIn(cell) : undefined;
  const provider = inCell ?? column.provider;
  const text = phone || inCell || (mark === 'unclear' && /\b(mobile ?money|tien di dong)\b/.test(headKey(cellText(cell)))) ? 'yes' : mark;
  return yesOrDoubt(row, column, text, [{ method: 'MOBILE_MONEY', ...(provider && { provider }), ...(phone && { phone }) }]);
}

/**
 * One column for all methods, in words: "QR, POS, ví MoMo". Cash is no method here, and a bare tick says nothing where other columns
 * name the methods.
 */
function readInWords(row: OpenRow, column: ListColumn, areNamed: boolean): PaymentMethod[] {
  return pieces(cellIn(row, column)).flatMap((piece): PaymentMethod[] => {
    const mark = readMark(piece);
    if (saysNot(row, column, mark)) return [];
    const text = cellText(piece);
    const key = headKey(text);
    if (/^(tien mat|cash|tm)$/.test(key)) return [];
    const { providers } = walletsIn(text);
    const [bank] = providers.length > 0 ? [] : readPayee(text).banks;
    const named: PaymentMethod[] = [
      ...(/\b(qr|vietqr|quet ma)\b/.test(key) || bank
        ? [{ method: 'QR_VIETQR_ACCOUNT' as const, ...(bank?.bin && { bankBin: bank.bin }) }]
        : []),
      ...(/\b(chuyen khoan|ck|banking|transfer)\b/.test(key) ? [{ method: 'BANK_TRANSFER' as const }] : []),
      ...(/\b(m?pos|softpos|the|quet the|card)\b/.test(key) ? [{ method: cardMethod(key) }] : []),
      ...(/\b(mobile ?money|tien di dong)\b/.test(key) ? [{ method: 'MOBILE_MONEY' as const }] : []),
      ...providers.map((provider): PaymentMethod => ({ method: 'EWALLET', provider })),
      ...(providers.length === 0 && /\b(vi|e ?wallet)\b/.test(key) ? [{ method: 'EWALLET' as const }] : []),
    ];
    if (named.length > 0) return named;
    if (areNamed && mark !== 'unclear') return [];
    report(row, column, 'method-unknown');
    const provider = mark === 'unclear' && /\p{L}{2}/u.test(text) ? text.slice(0, 60).trim() : undefined;
    return [{ method: 'OTHER', ...(provider && { provider }) }];
  });
}

/** A cell that holds a list, in its pieces; other cells are one piece. */
function pieces(cell: ReturnType<typeof cellIn>): ReturnType<typeof cellIn>[] {
  if (typeof cell !== 'string' || cell.length < 4) return [cell];
  const parts = cell.split(/[,;/+&|\n]|\s[-–]\s|\s(?:và|va|and|hoặc)\s/u).map((part) => part.trim());
  return parts.filter((part) => part !== '').slice(0, 2 * most);
}

function phoneIn(cell: ReturnType<typeof cellIn>): string | undefined {
  const digits =
    typeof cell === 'number' && cell > 1e8 ? String(cell) : typeof cell === 'string' ? /\+?\d[\d .]{7,14}\d/.exec(cell)?.[0] : undefined;
  if (!digits) return undefined;
  const reading = readPhone(digits);
  return reading.ok ? reading.phone : undefined;
}

/** Empty or no; a plan is no with a warning. */
function saysNot(row: OpenRow, column: ListColumn, mark: Mark): boolean {
  if (mark === 'not-yet') report(row, column, 'mark-not-yet');
  return mark === 'empty' || mark === 'no' || mark === 'not-yet';
}

function yesOrDoubt(row: OpenRow, column: ListColumn, mark: Mark, methods: PaymentMethod[]): PaymentMethod[] {
  if (mark === 'unclear') report(row, column, 'mark-unreadable');
  if (mark === 'number') report(row, column, 'mark-is-number');
  return mark === 'unclear' ? [] : methods;
}

/** The same method twice counts once, one without a provider gives way to one that names it, and more than twenty are cut. */
export function joinMethods(methods: readonly PaymentMethod[]): PaymentMethod[] {
  if (methods.length < 2) return [...methods];
  const seen = new Set<string>();
  const isBare = (each: PaymentMethod) => Object.keys(each).length === 1;
  return methods
    .filter((each) => {
      const key = JSON.stringify(each);
      const named = isBare(each) && methods.some((other) => other.method === each.method && !isBare(other));
      if (named || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, most);
}
