import type { EditedMerchant } from '../../shared/merchants/masked-account.ts';
import { type Merchant, outreachStates } from '../../shared/merchants/merchant.ts';
import { merchantTypeNames, outreachNames } from '../../shared/merchants/merchant-names.ts';
import { columnOf } from '../../shared/spreadsheet/layout.ts';
import { isYes, readMark } from '../../shared/spreadsheet/marks.ts';
import { readMethods } from '../../shared/spreadsheet/methods.ts';
import { readOutreach, readType } from '../../shared/spreadsheet/words.ts';
import { tidy } from '../../shared/text/fold.ts';
import { readPhone } from '../../shared/text/phone.ts';
import { readTaxId, restoreLeadingZero } from '../../shared/text/tax-id.ts';
import type { Language } from '../../shared/texts/words.ts';
import { merchantTexts } from './merchant-texts.ts';
import { methodsText } from './method-text.ts';

/** The columns of the merchant grid, in their order. */
export const gridColumns = [
  'place',
  'name',
  'owner',
  'type',
  'category',
  'residentialGroup',
  'taxId',
  'phone',
  'methods',
  'eInvoice',
  'commitment',
  'listed',
  'outreach',
  'note',
] as const;
export type GridColumn = (typeof gridColumns)[number];
type TextColumn = Exclude<GridColumn, 'methods'>;

export type Methods = EditedMerchant['methods'];
/** What was typed about a merchant and is not at the server yet: cells as typed, methods as chosen. */
export type Edit = { isNew?: boolean; cells: Partial<Record<TextColumn, string>>; methods?: Methods };
export type Wrong = 'name' | 'place' | 'taxId' | 'phone' | 'type' | 'mark' | 'outreach' | 'long';
type Read<T> = { ok: true; value: T } | { ok: false; wrong: Wrong };

const longest: Partial<Record<TextColumn, number>> = { name: 160, place: 120, owner: 120, category: 60, residentialGroup: 60, note: 500 };

/** The codes that a choice may have; columns of free text have none. */
export function choicesOf(column: GridColumn): readonly string[] | undefined {
  switch (column) {
    case 'type':
      return ['', 'household', 'enterprise'];
    case 'eInvoice':
    case 'commitment':
    case 'listed':
      return ['', 'x'];
    case 'outreach':
      return outreachStates;
    default:
      return undefined;
  }
}

/** What a cell holds, as it is edited: texts as they are, choices by their code. */
export function storedText(merchant: Merchant | undefined, column: TextColumn): string {
  if (!merchant) return column === 'outreach' ? 'to-visit' : '';
  if (column === 'eInvoice' || column === 'commitment' || column === 'listed') return merchant[column] ? 'x' : '';
  return merchant[column] ?? '';
}

/** What a cell shows; a choice is shown by its name once it can be read. */
export function shownText(column: GridColumn, text: string, methods: Methods, language: Language): string {
  if (column === 'methods') return methodsText({ methods }, language);
  const read = choicesOf(column) ? readCell(column, text) : undefined;
  return read?.ok ? choiceName(column, codeOf(read.value), language) : text;
}

const codeOf = (value: string | boolean | undefined): string => (typeof value === 'string' ? value : value ? 'x' : '');

export function choiceName(column: GridColumn, code: string, language: Language): string {
  if (code === '') return '';
  if (column === 'type') return merchantTypeNames[language][code as 'household'] ?? code;
  if (column === 'outreach') return outreachNames[language][code as 'visited'] ?? code;
  return merchantTexts[language].yes;
}

/** Reads what was typed or pasted into a cell, as an import would. */
export function readCell(column: TextColumn, typed: string): Read<string | boolean | undefined> {
  const text = tidy(typed);
  switch (column) {
    case 'name':
    case 'place':
      return text === '' ? { ok: false, wrong: column } : short(column, text);
    case 'taxId':
      return text === '' ? none : taxId(text);
    case 'phone':
      return text === '' ? none : phone(text);
    case 'type':
      return text === '' ? none : orWrong(text === 'household' || text === 'enterprise' ? text : readType(text), 'type');
    case 'outreach': {
      const code = outreachStates.find((each) => each === text) ?? (text === '' ? 'nothing' : readOutreach(text));
      return orWrong(code === 'nothing' ? 'to-visit' : code, 'outreach');
    }
    case 'eInvoice':
    case 'commitment':
    case 'listed': {
      const mark = readMark(text);
      return mark === 'unclear' ? { ok: false, wrong: 'mark' } : { ok: true, value: isYes(mark) };
    }
    default:
      return text === '' ? none : short(column, text);
  }
}

const none: Read<undefined> = { ok: true, value: undefined };
const orWrong = (value: string | undefined, wrong: Wrong): Read<string> =>
  value === undefined ? { ok: false, wrong } : { ok: true, value };
const short = (column: TextColumn, text: string): Read<string> =>
  text.length > (longest[column] ?? 500) ? { ok: false, wrong: 'long' } : { ok: true, value: text };

function taxId(text: string): Read<string> {
  const read = readTaxId(restoreLeadingZero(text));
  return read.ok ? { ok: true, value: read.taxId } : { ok: false, wrong: 'taxId' };
}

function phone(text: string): Read<string> {
  const read = readPhone(text);
  return read.ok ? { ok: true, value: read.phone } : { ok: false, wrong: 'phone' };
}

/** Payment methods written in one cell: "Chuyển khoản, MoMo". */
export function readMethodsCell(text: string): Methods {
  const column = columnOf('methods', 0, '');
  return readMethods({
    row: 1,
    cells: [text],
    issues: [],
    layout: { mapping: {}, columns: new Map([['methods', [column]]]), headerRows: [] },
  });
}

type Checked = { details: EditedMerchant; wrong: Partial<Record<GridColumn, Wrong>> };
const checked = new WeakMap<Edit, { merchant: Merchant | undefined; as: Checked }>();

/** The merchant as it would be sent, and what is wrong with its cells. An edit is read once: hundreds may wait while one is sent. */
export function detailsOf(merchant: Merchant | undefined, edit: Edit): Checked {
  const known = checked.get(edit);
  if (known && known.merchant === merchant) return known.as;
  const as = check(merchant, edit);
  checked.set(edit, { merchant, as });
  return as;
}

function check(merchant: Merchant | undefined, edit: Edit): Checked {
  const wrong: Partial<Record<GridColumn, Wrong>> = {};
  const read: Record<string, unknown> = {};
  for (const column of gridColumns) {
    if (column === 'methods') continue;
    const cell = readCell(column, edit.cells[column] ?? storedText(merchant, column));
    if (!cell.ok) wrong[column] = cell.wrong;
    else if (cell.value !== undefined) read[column] = cell.value;
  }
  const details = { eInvoice: false, commitment: false, listed: false, ...read, methods: edit.methods ?? merchant?.methods ?? [] };
  return { details: details as EditedMerchant, wrong };
}
