import type { MerchantDetails } from '../merchants/merchant.ts';
import { nameKey } from '../text/fold.ts';
import { cellLine, cellText, saysNothing } from './cell-text.ts';
import type { FieldCode } from './fields.ts';
import { readPhoneCell, readTaxCell } from './identity.ts';
import { cellIn, cellOf, columnsOf, type OpenRow, report } from './layout.ts';
import { isYes, readMark } from './marks.ts';
import { readMethods } from './methods.ts';
import { becameDate, splitPlace } from './place.ts';
import type { RowReading } from './reading.ts';
import { type NamedStreet, streetName } from './street-name.ts';
import { readOutreach, readType } from './words.ts';

/** What a row inherits: the street of its section and of rows above, and what heading and sheet name say. */
export type Surroundings = { street: NamedStreet | undefined; heading: NamedStreet | undefined; residentialGroup: string | undefined };

/** Reads one row of the table. Its street is that of column or section, else of its address, else of the heading. */
export function readRow(row: OpenRow, around: Surroundings): { reading: RowReading; street: NamedStreet | undefined } {
  const name = readText(row, 'name', 160);
  const { place, street: ofAddress } = readPlace(row);
  const street = around.street ?? ofAddress ?? around.heading;
  if (ofAddress && street && nameKey(ofAddress.name) !== nameKey(street.name)) report(row, columnsOf(row, 'place')[0], 'street-differs');
  const where = { row: row.row, ...(street && { street: street.name }) };

  if (name === undefined || place === undefined) {
    const refused = name === undefined ? 'no-name' : 'no-place';
    report(row, columnsOf(row, name === undefined ? 'name' : 'place')[0], refused);
    return { reading: { ...where, refused, issues: row.issues }, street };
  }

  const owner = readText(row, 'owner', 120);
  const type = readChoice(row, 'type', readType, 'type-unreadable');
  const residentialGroup = readText(row, 'residentialGroup', 60) ?? around.residentialGroup;
  const category = readText(row, 'category', 60);
  const taxId = readTaxCell(row);
  const phone = readPhoneCell(row);
  const note = readNotes(row);
  const details: MerchantDetails = {
    name,
    ...(owner && { owner }),
    ...(type && { type }),
    place,
    ...(residentialGroup && { residentialGroup }),
    ...(category && { category }),
    ...(taxId && { taxId }),
    ...(phone && { phone }),
    methods: readMethods(row),
    eInvoice: readTick(row, 'eInvoice'),
    commitment: readTick(row, 'commitment'),
    outreach: readChoice(row, 'outreach', readVisits, 'outreach-unreadable') ?? 'to-visit',
    listed: readTick(row, 'listed'),
    ...(note && { note }),
  };
  return { reading: { ...where, details, issues: row.issues }, street };
}

/** A text of at most `most` characters; longer ones are cut and told. Dots and dashes in place of a text are none. */
function readText(row: OpenRow, field: FieldCode, most: number): string | undefined {
  const column = columnsOf(row, field)[0];
  const text = cellLine(cellIn(row, column));
  if (saysNothing(text)) return undefined;
  if (looksLikeFormula.test(text)) report(row, column, 'formula-text');
  if (text.length > most) report(row, column, 'text-cut');
  return cut(text, most) || undefined;
}

// A spreadsheet would run these; here they are text, and exports escape them.
const looksLikeFormula = /^[=@]\S|^[+-]\s?[A-Za-z(]/;

/** Cuts without leaving half of a character outside the basic plane. */
const cut = (text: string, most: number) =>
  text.length <= most
    ? text
    : text
        .slice(0, most)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim();

function readPlace(row: OpenRow): { place: string | undefined; street: NamedStreet | undefined } {
  const column = columnsOf(row, 'place')[0];
  const cell = cellIn(row, column);
  if (becameDate(cell)) {
    report(row, column, 'place-became-date');
    return { place: undefined, street: undefined };
  }
  const text = readText(row, 'place', 240);
  if (text === undefined) return { place: undefined, street: undefined };
  const { place, street } = splitPlace(text);
  if (place.length > 120) report(row, column, 'text-cut');
  return { place: cut(place, 120), street };
}

/** The street that a row's own column names. */
export function ownStreet(row: OpenRow): NamedStreet | undefined {
  const text = cellLine(cellOf(row, 'street'));
  return saysNothing(text) ? undefined : streetName(text);
}

/** A tick is yes when any of its columns says so. */
function readTick(row: OpenRow, field: 'eInvoice' | 'commitment' | 'listed'): boolean {
  const text = columnsOf(row, field).map((column) => {
    const cell = cellIn(row, column);
    const mark = readMark(cell);
    // In an invoice column the name of the invoice service says yes.
    if (mark === 'unclear' && field === 'eInvoice' && invoiceServices.test(cellText(cell))) return true;
    if (mark === 'unclear') report(row, column, 'mark-unreadable');
    if (mark === 'not-yet') report(row, column, 'mark-not-yet');
    if (mark === 'number' && !isDay(cell)) report(row, column, 'mark-is-number');
    return isYes(mark);
  });
  return text.includes(true);
}

const invoiceServices =
  /viettel|vnpt|misa|bkav|fpt|easy ?invoice|m-?invoice|soft ?dreams|cyber ?bill|efy|hilo|s-?invoice|máy tính tiền|mtt/i;
// The serial number of a day between 2009 and 2036.
const isDay = (cell: unknown) => typeof cell === 'number' && cell >= 40_000 && cell < 50_000;

function readChoice<T>(
  row: OpenRow,
  field: FieldCode,
  read: (text: string) => T | 'nothing' | undefined,
  otherwise: 'type-unreadable' | 'outreach-unreadable',
): T | undefined {
  const column = columnsOf(row, field)[0];
  const text = cellLine(cellIn(row, column));
  if (saysNothing(text) && field !== 'outreach') return undefined;
  if (text === '') return undefined;
  const choice = read(text);
  if (choice === undefined) report(row, column, otherwise);
  return choice === 'nothing' ? undefined : choice;
}

function readVisits(text: string): MerchantDetails['outreach'] | 'nothing' | undefined {
  return saysNothing(text) ? 'to-visit' : readOutreach(text);
}

function readNotes(row: OpenRow): string | undefined {
  const columns = columnsOf(row, 'note');
  const texts = columns.map((column) => cellLine(cellIn(row, column))).filter((text) => !saysNothing(text));
  const note = texts.join('; ');
  if (looksLikeFormula.test(note)) report(row, columns[0], 'formula-text');
  if (note.length > 500) report(row, columns[0], 'text-cut');
  return cut(note, 500) || undefined;
}
