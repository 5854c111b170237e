import type { MerchantDetails } from '../merchants/merchant.ts';
import type { Encoding } from '../text/legacy-encoding.ts';
import type { ColumnMapping, FieldCode } from './fields.ts';

/** The cell could not be read and was left empty, or the row is refused. Texts in both languages stand in `issue-texts.ts`. */
export const errorCodes = [
  'no-name',
  'no-place',
  'place-became-date',
  'number-rounded',
  'phone-unreadable',
  'tax-id-unreadable',
  'tax-id-check-digit',
  'account-unreadable',
  'card-number',
  'mark-unreadable',
  'type-unreadable',
  'outreach-unreadable',
] as const;

/** The cell was read, with a doubt. */
export const warningCodes = [
  'zero-restored',
  'phone-old-area-code',
  'phone-second-number',
  'phone-other-text',
  'bank-unknown',
  'wallet-unknown',
  'method-unknown',
  'too-many-methods',
  'account-from-number',
  'account-without-tick',
  'bank-without-tick',
  'account-despite-no',
  'mark-is-number',
  'mark-not-yet',
  'street-differs',
  'text-cut',
  'formula-text',
] as const;
export type IssueCode = (typeof errorCodes)[number] | (typeof warningCodes)[number];

/**
 * One finding about one cell. `row` counts from 1 as people see it, `column` from 0. An error means that the cell could not be read and
 * was left empty (or its row is refused); a warning that it was read with a doubt. `value` is the cell's text, cut to 80 characters.
 */
export type CellIssue = { row: number; column?: number; field?: FieldCode; code: IssueCode; severity: 'error' | 'warning'; value?: string };

/** A row that becomes a merchant. `details` satisfies the schema `MerchantDetails`. */
export type GoodRow = { row: number; street?: string; details: MerchantDetails; issues: CellIssue[] };

/** A row that fails: it has no name or no place. */
export type RefusedRow = { row: number; street?: string; refused: 'no-name' | 'no-place'; issues: CellIssue[] };

export type RowReading = GoodRow | RefusedRow;

/** Tells a refused row from one that becomes a merchant. */
export const isRefused = (row: RowReading): row is RefusedRow => 'refused' in row;

/**
 * A row of the table that is no merchant of its own, so that nothing disappears silently. `continued` rows give more methods to the
 * merchant above, whose name is merged over them. Blank rows are not listed.
 */
export type SkippedRow = { row: number; why: 'head' | 'section' | 'total' | 'footer' | 'remark' | 'continued'; text: string };

/** Counts over the rows that become merchants, and of what was found wrong. */
export type ListTotals = {
  rows: number;
  good: number;
  refused: number;
  errors: number;
  warnings: number;
  cashless: number;
  qr: number;
  card: number;
  wallet: number;
  mobileMoney: number;
  twoMethods: number;
  eInvoice: number;
  commitment: number;
};

export type ListKind = 'street' | 'market';

/** A street or market of which the list has rows, in the order of the list. */
export type ListedStreet = { name: string; kind: ListKind; rows: number };

/** A sheet that holds no list of merchants: a guide, a summary, nothing. */
type NotAList = { isList: false; sheet: string; because: 'empty' | 'no-head' | 'no-name-column' };

/** `street` and `kind` are those of most rows; `headerRows` count from 1; `unmapped` are columns with a head that no field takes. */
export type FoundList = {
  isList: true;
  sheet: string;
  headerRows: number[];
  mapping: ColumnMapping;
  unmapped: { column: number; head: string }[];
  title?: string;
  street?: string;
  ward?: string;
  kind: ListKind;
  streets: ListedStreet[];
  encoding: Encoding;
  rows: RowReading[];
  skipped: SkippedRow[];
  totals: ListTotals;
};

export type ListReading = FoundList | NotAList;
