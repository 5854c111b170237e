/**
 * Replaces objects of a PDF by adding to its end, the rest is not touched (ISO 32000-1, 7.5.6). The file must end with a
 * cross-reference stream, as pdf-lib writes it together with object streams; the addition ends with one of the same kind.
 */
export function stamp(original: Uint8Array, objects: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const { previous, size, root, info } = ending(original);
  const parts: Uint8Array[] = [original];
  const offsets: [number: number, offset: number][] = [];
  let end = original.length;
  const add = (number: number, body: Uint8Array) => {
    const object = Buffer.concat([Buffer.from(`\n${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    offsets.push([number, end + 1]);
    parts.push(object);
    end += object.length;
  };
  for (const [number, body] of objects) add(number, body);

  // The table is an object of its own, with the number after the last, and lists itself.
  const start = end + 1;
  const entries = Buffer.concat([...offsets, [size, start] as const].map(([, offset]) => entry(offset)));
  const index = [...offsets.map(([number]) => number), size].map((number) => `${number} 1`).join(' ');
  const dictionary = `/Type /XRef /Size ${size + 1} /Root ${root} /Info ${info} /Prev ${previous} /W [1 4 1] /Index [${index}] /Length ${entries.length}`;
  add(size, Buffer.concat([Buffer.from(`<< ${dictionary} >>\nstream\n`), entries, Buffer.from('\nendstream')]));
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** An object in use (type 1) at a byte offset, generation 0. */
function entry(offset: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32BE(offset, 1);
  return bytes;
}

/** What the addition repeats from the last cross-reference stream. The size is read here, because saving adds objects of its own. */
function ending(original: Uint8Array): { previous: number; size: number; root: string; info: string } {
  const text = (from: number, to?: number) => Buffer.from(original.subarray(from, to)).toString('latin1');
  const previous = Number(found(text(-64), /startxref\s+(\d+)/));
  const dictionary = text(previous, previous + 512);
  const reference = (key: string) => found(dictionary, new RegExp(`/${key} (\\d+ \\d+ R)`));
  return { previous, size: Number(found(dictionary, /\/Size (\d+)/)), root: reference('Root'), info: reference('Info') };
}

function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw new Error(`The file does not end in a cross-reference stream: no ${pattern.source}`);
  return match;
}
