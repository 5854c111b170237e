import { encode } from 'uqr';
import { fill, rectangle } from './paint.ts';

/**
 * A QR code as one filled shape on a white square that holds its quiet zone of 4 modules (ISO/IEC 18004, 9.1).
 * An upper-case address goes in alphanumeric mode: 29×29 modules for up to 61 characters at level M.
 */
export function qrCode(address: string, x: number, y: number, size: number): string {
  const { data } = encode(address, { ecc: 'M', border: 0 });
  const side = size / data.length;
  const rows = data.flatMap((row, i) =>
    runsOf(row).map(([from, length]) => rectangle(x + from * side, y + size - (i + 1) * side, length * side, side)),
  );
  return fill('white', rectangle(x - 4 * side, y - 4 * side, size + 8 * side, size + 8 * side)) + fill('ink', rows.join(' '));
}

/** The dark stretches of a row, so that neighbours are one rectangle and no hairline shows between them. */
function runsOf(row: boolean[]): [from: number, length: number][] {
  const starts = row.flatMap((dark, i) => (dark && !row[i - 1] ? [i] : []));
  return starts.map((from) => {
    const end = row.indexOf(false, from);
    return [from, (end < 0 ? row.length : end) - from];
  });
}
