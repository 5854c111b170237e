/** An element of DER as it lies in a file: its tag, what is inside, and all its bytes. */
export type Element = { tag: number; inside: Buffer; whole: Buffer };

/** What does not read as DER. Thrown within this folder only: who reads a file from outside answers it as a value. */
export class NotDer extends Error {}

/** The first element of these bytes; what follows it is left alone. Indefinite lengths (BER) and tags over 30 are refused. */
export function read(bytes: Uint8Array): Element {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const [tag, short] = all;
  if (tag === undefined || short === undefined || (tag & 0x1f) === 0x1f) throw new NotDer('tag');
  const more = short < 0x80 ? 0 : short & 0x7f;
  if (short === 0x80 || more > 4 || all.length < 2 + more) throw new NotDer('length');
  const length = more === 0 ? short : all.readUIntBE(2, more);
  const start = 2 + more;
  if (length > all.length - start) throw new NotDer('end');
  return { tag, inside: all.subarray(start, start + length), whole: all.subarray(0, start + length) };
}

/** The elements inside one, in order; at most a thousand, more than any honest signature has. */
export function elements(of: Element): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < of.inside.length; ) {
    const next = read(of.inside.subarray(at));
    found.push(next);
    at += next.whole.length;
    if (found.length > 1000) throw new NotDer('too many');
  }
  return found;
}

/** The element if it has this tag. */
export function expectTag(of: Element | undefined, tag: number): Element {
  if (of?.tag !== tag) throw new NotDer(`tag ${tag}`);
  return of;
}

/** The dotted form of an object identifier. */
export function oidOf(of: Element | undefined): string {
  const { inside } = expectTag(of, 0x06);
  if (inside.length > 32) throw new NotDer('identifier');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of inside) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}
