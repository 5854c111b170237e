import { createHash } from 'node:crypto';

/** A PDF that ends in a cross-reference stream, and what an addition to it must know: where that stream begins, and the next free number. */
export type Original = {
  bytes: Uint8Array;
  size: number;
  previous?: number;
  /** Where the 64 hexadecimal digits of its two identifiers stand. */
  ids: readonly number[];
};

/** Writes objects behind a PDF; nothing of the original is touched but its identifiers (ISO 32000-1, 7.5.6). */
export type PdfWriter = {
  /** The number of a new object. */
  next(): number;
  /** An object without a stream. Many of them share one compressed stream. */
  object(number: number, body: string): void;
  /** A stream; `entries` are those of its dictionary beside the length. */
  stream(number: number, entries: string, data: Uint8Array): void;
  /** An object in plain bytes, as a signature must stand. */
  plain(number: number, body: string): void;
  /** The whole file, and where each plain object begins in it. */
  finish(trailer: string): Written;
};
export type Written = Original & { offsetOf: (number: number) => number };

export type Deflate = (data: Uint8Array) => Uint8Array;

/** Writes behind `original`. The same calls give the same bytes, the file's identifiers included: they are a hash of what was written. */
export function pdfWriter(original: Original, deflate: Deflate): PdfWriter {
  const parts: Uint8Array[] = [];
  let end = original.bytes.length;
  let size = original.size;
  let packed: [number: number, body: string][] = [];
  const places = new Map<number, ObjectOffset>();

  const add = (number: number, pieces: (string | Uint8Array)[]) => {
    places.set(number, [1, end, 0]);
    for (const piece of [`${number} 0 obj\n`, ...pieces, '\nendobj\n']) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
      parts.push(bytes);
      end += bytes.length;
    }
  };
  const stream = (number: number, entries: string, data: Uint8Array) =>
    add(number, [`<< ${entries} /Length ${data.length} >>\nstream\n`, data, '\nendstream']);
  const flush = () => {
    if (packed.length === 0) return;
    const number = size++;
    let at = 0;
    const starts = packed.map(([each, body], index) => {
      places.set(each, [2, number, index]);
      const start = `${each} ${at}`;
      at += body.length + 1;
      return start;
    });
    const head = `${starts.join(' ')}\n`;
    const data = deflate(Buffer.from(`${head}${packed.map(([, body]) => body).join('\n')}\n`, 'latin1'));
    stream(number, `/Type /ObjStm /N ${packed.length} /First ${head.length} /Filter /FlateDecode`, data);
    packed = [];
  };

  return {
    next: () => size++,
    object(number, body) {
      packed.push([number, body]);
      if (packed.length === mostPacked) flush();
    },
    stream,
    plain: (number, body) => add(number, [body]),
    finish(trailer) {
      flush();
      const id = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32);
      const table = size++;
      const start = end;
      places.set(table, [1, start, 0]);
      const { index, entries } = crossReferences(places);
      const previous = original.previous === undefined ? '' : ` /Prev ${original.previous}`;
      const front = `/Type /XRef /ID [<${id}> <${id}>] /Size ${size}${previous} ${trailer} /W [1 4 2] /Index [${index}]`;
      // A short table is not worth packing.
      if (entries.length < 2000) stream(table, front, entries);
      else stream(table, `${front} /Filter /FlateDecode`, deflate(entries));
      parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
      const bytes = Buffer.concat([original.bytes, ...parts]);
      for (const at of original.ids) bytes.write(id, at, 'latin1');
      const ownIds = bytes.indexOf(`/ID [<${id}`, start, 'latin1') + 6;
      return {
        bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
        size,
        previous: start,
        ids: [...original.ids, ownIds, ownIds + 35],
        offsetOf: (number) => places.get(number)?.[1] ?? Number.NaN,
      };
    },
  };
}

// A reader that wants one object unpacks its whole stream.
const mostPacked = 400;

/** Where an object stands: in the file (1, offset, 0), or in a stream of objects (2, number of the stream, index). */
type ObjectOffset = readonly [kind: 1 | 2, where: number, index: number];

/** The table of ISO 32000-1, 7.5.8: stretches of neighbouring numbers, and seven bytes for each object. */
function crossReferences(places: ReadonlyMap<number, ObjectOffset>): { index: string; entries: Buffer } {
  const numbers = [...places.keys()].sort((a, b) => a - b);
  const entries = Buffer.alloc(numbers.length * 7);
  const stretches: [first: number, length: number][] = [];
  numbers.forEach((number, i) => {
    const [kind, where, index] = places.get(number) as ObjectOffset;
    entries.writeUInt8(kind, i * 7);
    entries.writeUInt32BE(where, i * 7 + 1);
    entries.writeUInt16BE(index, i * 7 + 5);
    const last = stretches.at(-1);
    if (last && last[0] + last[1] === number) last[1]++;
    else stretches.push([number, 1]);
  });
  return { index: stretches.map((stretch) => stretch.join(' ')).join(' '), entries };
}

/** A text string of PDF: UTF-16 with its byte order mark, in hex. */
export const textString = (words: string): string =>
  `<${Buffer.from(`\ufeff${words.normalize('NFC')}`, 'utf16le')
    .swap16()
    .toString('hex')}>`;
