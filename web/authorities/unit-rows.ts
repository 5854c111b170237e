import { bareName } from '../../shared/authorities/authority.ts';
import { fold } from '../../shared/text/fold.ts';

export type UnitRow = { code: string; name: string; validFrom: string; validUntil?: string };

/** Units out of pasted rows: code, name, from, until. A heading row is passed over; a row that cannot be read is named by its number. */
export function unitRows(text: string): { rows: UnitRow[]; wrong: number[] } {
  const [rows, wrong]: [UnitRow[], number[]] = [[], []];
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return;
    const [code = '', name = '', from = '', until = ''] = line.split(/\t|;/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const [validFrom, validUntil] = [dayOf(from), dayOf(until)];
    if (/^\d{2,5}$/.test(code) && name && validFrom && (validUntil || !until))
      rows.push({ code, name: name.normalize('NFC'), validFrom, ...(validUntil && { validUntil }) });
    else if (at > 0 || /\d/.test(code)) wrong.push(at + 1);
  });
  return { rows, wrong };
}

/** "1/7/2025" or "2025-07-01" as a day; undefined for anything else, also for a day that no calendar has. */
function dayOf(text: string): string | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : text;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

/** "Phường Minh Khai" from 2025 → "minh-khai-2025": names come back, so the year of its beginning belongs to the id. */
export const unitId = (name: string, validFrom: string): string =>
  [
    fold(bareName(name))
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, ''),
    validFrom.slice(0, 4),
  ]
    .filter(Boolean)
    .join('-');
