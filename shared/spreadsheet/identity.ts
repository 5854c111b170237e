import { readPhone } from '../text/phone.ts';
import { readTaxId, restoreLeadingZero } from '../text/tax-id.ts';
import { cellText, identifier, saysNothing } from './cell-text.ts';
import { cellIn, columnsOf, type OpenRow, report } from './layout.ts';

/**
 * The tax code or personal number of a row; a zero that a number cell lost comes back where the check digit proves it. A code with a
 * wrong check digit is left empty: it belongs to nobody or to somebody else, and duplicates are told by it.
 */
export function readTaxCell(row: OpenRow): string | undefined {
  const column = columnsOf(row, 'taxId')[0];
  const read = identifier(cellIn(row, column));
  if ('rounded' in read) {
    report(row, column, 'number-rounded');
    return undefined;
  }
  if (saysNothing(read.text)) return undefined;
  // Tax code and personal number in one cell: the first that can be read.
  for (const written of [read.text, ...read.text.split(/[;,\n]|\s?[/|]\s?|\s-\s/)]) {
    const restored = restoreLeadingZero(written);
    const reading = readTaxId(restored);
    if (!reading.ok) continue;
    if (restored !== written) report(row, column, 'zero-restored');
    return reading.taxId;
  }
  const whole = readTaxId(read.text);
  report(row, column, !whole.ok && whole.code === 'checksum' ? 'tax-id-check-digit' : 'tax-id-unreadable');
  return undefined;
}

/** The phone number of a row; of several the first. */
export function readPhoneCell(row: OpenRow): string | undefined {
  const column = columnsOf(row, 'phone')[0];
  const cell = cellIn(row, column);
  if (cell === null || saysNothing(cellText(cell))) return undefined;
  const reading = readPhone(typeof cell === 'number' ? cell : cellText(cell).replace(/\n/g, ' / '));
  if (!reading.ok) {
    if (reading.code !== 'empty') report(row, column, reading.code === 'rounded-number' ? 'number-rounded' : 'phone-unreadable');
    return undefined;
  }
  for (const warning of reading.warnings) report(row, column, phoneWarnings[warning]);
  return reading.phone;
}

const phoneWarnings = {
  'zero-restored': 'zero-restored',
  'old-area-code': 'phone-old-area-code',
  'second-number': 'phone-second-number',
  'other-text': 'phone-other-text',
} as const;
