/**
 * The sRGB colour space as an ICC profile of version 4.2, with nothing in it that a printer does not need (ICC.1:2004-10; colorants of
 * IEC 61966-2-1 adapted to D50).
 */
export function sRgbProfile(): Buffer {
  const curve = tag('para', [u16(3), u16(0), ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(fixed)]);
  const tags: [name: string, data: Buffer][] = [
    ['desc', localized('sRGB')],
    ['cprt', localized('CC0')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['chad', tag('sf32', [1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168].map(fixed))],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const distinct = [...new Set(tags.map(([, data]) => data))];
  const first = 128 + 4 + 12 * tags.length;
  const at = (data: Buffer): number => first + Buffer.concat(distinct.slice(0, distinct.indexOf(data))).length;
  const table = tags.flatMap(([name, data]) => [Buffer.from(name), u32(at(data)), u32(data.length)]);
  const body = Buffer.concat([u32(tags.length), ...table, ...distinct]);
  return Buffer.concat([header(128 + body.length), body]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12);
  Buffer.concat([2026, 1, 1].map(u16)).copy(bytes, 24);
  bytes.write('acsp', 36);
  Buffer.concat([0.9642, 1, 0.8249].map(fixed)).copy(bytes, 68);
  return bytes;
}

const u16 = (n: number): Buffer => Buffer.from([n >> 8, n & 255]);
const u32 = (n: number): Buffer => Buffer.from([n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255]);
/** A number with sixteen bits before and behind the point. */
const fixed = (n: number): Buffer => u32(Math.round(n * 65536) >>> 0);

/** A tag's data, filled up to a multiple of four bytes. */
function tag(type: string, parts: Buffer[]): Buffer {
  const data = Buffer.concat([Buffer.from(type), u32(0), ...parts]);
  return Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
}

const xyz = (...values: number[]): Buffer => tag('XYZ ', values.map(fixed));

/** A text in one language. */
const localized = (text: string): Buffer =>
  tag('mluc', [u32(1), u32(12), Buffer.from('enUS'), u32(2 * text.length), u32(28), Buffer.from(text, 'utf16le').swap16()]);
