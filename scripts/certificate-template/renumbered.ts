/**
 * A TrueType font whose glyphs stand in the order asked for, after the missing glyph and before the parts they are composed of; with
 * the tables that a PDF needs (ISO 32000-1, 9.9) and no others. In every face the same character then has the same number.
 */
export function renumbered(font: Uint8Array, order: readonly number[]): { bytes: Uint8Array; glyphs: number[] } {
  const tables = tablesOf(Buffer.from(font));
  const table = (name: string): Buffer => tables.get(name) ?? missing(name);
  const [head, hhea, maxp, post] = ['head', 'hhea', 'maxp', 'post'].map((name) => Buffer.from(table(name))) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const short = head.readInt16BE(50) === 0;
  const offset = (id: number): number => (short ? 2 * table('loca').readUInt16BE(2 * id) : table('loca').readUInt32BE(4 * id));
  const outline = (id: number): Buffer => Buffer.from(table('glyf').subarray(offset(id), offset(id + 1)));

  const glyphs = [0, ...order];
  const numbers = new Map(glyphs.map((id, i) => [id, i]));
  const outlines: Buffer[] = [];
  // The list grows while it is walked: parts are found in what they are parts of.
  for (const id of glyphs) {
    const data = outline(id);
    for (const at of partsOf(data)) {
      const part = data.readUInt16BE(at);
      if (!numbers.has(part)) numbers.set(part, glyphs.push(part) - 1);
      data.writeUInt16BE(numbers.get(part) ?? 0, at);
    }
    outlines.push(data.length % 2 === 0 ? data : Buffer.concat([data, Buffer.alloc(1)]));
  }

  const loca = Buffer.alloc(2 * glyphs.length + 2);
  outlines.reduce((end, data, i) => {
    loca.writeUInt16BE((end + data.length) / 2, 2 * i + 2);
    return end + data.length;
  }, 0);
  const measured = hhea.readUInt16BE(34);
  const hmtx = glyphs.map((id) => {
    if (id < measured) return table('hmtx').subarray(4 * id, 4 * id + 4);
    const bearing = 4 * measured + 2 * (id - measured);
    return Buffer.concat([table('hmtx').subarray(4 * measured - 4, 4 * measured - 2), table('hmtx').subarray(bearing, bearing + 2)]);
  });
  head.writeInt16BE(0, 50);
  hhea.writeUInt16BE(glyphs.length, 34);
  maxp.writeUInt16BE(glyphs.length, 4);
  return { bytes: sfnt({ glyf: Buffer.concat(outlines), head, hhea, hmtx: Buffer.concat(hmtx), loca, maxp, post }), glyphs };
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, i) => font.subarray(12 + 16 * i, 28 + 16 * i));
  return new Map(
    entries.map((entry) => {
      const at = entry.readUInt32BE(8);
      return [entry.toString('latin1', 0, 4), font.subarray(at, at + entry.readUInt32BE(12))];
    }),
  );
}

/** Where the numbers of its parts stand in a composed glyph (OpenType, "glyf"). */
function partsOf(data: Buffer): number[] {
  if (data.length === 0 || data.readInt16BE(0) >= 0) return [];
  const places: number[] = [];
  for (let at = 10, more = true; more; ) {
    const flags = data.readUInt16BE(at);
    places.push(at + 2);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0);
    more = (flags & 32) !== 0;
  }
  return places;
}

function sfnt(tables: Record<string, Buffer>): Uint8Array {
  const entries = Object.entries(tables);
  const log = Math.floor(Math.log2(entries.length));
  const start = Buffer.alloc(12 + 16 * entries.length);
  start.writeUInt32BE(0x00010000, 0);
  [entries.length, 16 << log, log, 16 * entries.length - (16 << log)].map((n, i) => start.writeUInt16BE(n, 4 + 2 * i));
  tables['head']?.writeUInt32BE(0, 8);
  let end = start.length;
  const filled = entries.map(([name, data], i) => {
    const at = 12 + 16 * i;
    start.write(name, at, 'latin1');
    const body = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    [checksum(body), end, data.length].map((n, k) => start.writeUInt32BE(n, at + 4 + 4 * k));
    end += body.length;
    return body;
  });
  const bytes = Buffer.concat([start, ...filled]);
  const headAt = start.readUInt32BE(12 + 16 * entries.findIndex(([name]) => name === 'head') + 8);
  bytes.writeUInt32BE((0xb1b0afba - checksum(bytes)) >>> 0, headAt + 8);
  return bytes;
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  return sum;
}

function missing(table: string): never {
  throw new Error(`The font has no table ${table}`);
}
