import { encode } from 'uqr';
import { exact, fill, num } from './paint.ts';

/**
 * A QR code as one filled shape on a white square that holds its quiet zone of 4 modules (ISO/IEC 18004, 9.1).
 * An upper-case address goes in alphanumeric mode: 29×29 modules for up to 61 characters at level M.
 */
export function qrCode(address: string, x: number, y: number, size: number): string {
  const { data } = encode(address, { ecc: 'M', border: 0, maskPattern });
  const modules = data.length;
  const dark = data.map((row, i) => rectangles(row, modules - i - 1)).join('');
  // One module is one unit, so that every number is whole.
  const scale = size / modules;
  return `q ${exact(scale)} 0 0 ${exact(scale)} ${num(x)} ${num(y)} cm\n${fill('white', `-4 -4 ${modules + 8} ${modules + 8} re`)}${fill('ink', dark)}Q\n`;
}

// Every pattern can be read. Trying all eight on each address takes longer than the rest of the certificate; of a thousand addresses this
// one was the best most often.
const maskPattern = 1;

/** The dark stretches of a row: neighbours are one rectangle, and no hairline shows between them. */
function rectangles(row: readonly boolean[], y: number): string {
  let shapes = '';
  for (let from = row.indexOf(true); from >= 0; ) {
    const to = row.indexOf(false, from);
    const end = to < 0 ? row.length : to;
    shapes += `${from} ${y} ${end - from} 1 re `;
    from = row.indexOf(true, end);
  }
  return shapes;
}
