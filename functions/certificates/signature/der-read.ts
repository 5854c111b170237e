/** An element of DER or BER as it lies in a file: its tag, what is inside, and all its bytes. */
export type Element = { tag: number; inside: Buffer; whole: Buffer };

/** What does not read as DER. Thrown within this folder only: who reads a file from outside answers it as a value. */
export class NotDer extends Error {}

/** The first element of these bytes; what follows it is left alone. Tags over 30 are refused. */
export function read(bytes: Uint8Array): Element {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { tag, start, length } = heading(all, 0);
  const end = length === undefined ? endOfContents(all, start) : start + length;
  return { tag, inside: all.subarray(start, end), whole: all.subarray(0, length === undefined ? end + 2 : end) };
}

/** Tag and length of the element at `at`, and where its contents start; without a length they reach to their own end, as BER may write them. */
function heading(all: Buffer, at: number): { tag: number; start: number; length: number | undefined } {
  const [tag, short] = [all[at], all[at + 1]];
  if (tag === undefined || short === undefined || (tag & 0x1f) === 0x1f) throw new NotDer('tag');
  const more = short < 0x80 ? 0 : short & 0x7f;
  const start = at + 2 + more;
  if (short === 0x80 && (tag & 0x20) !== 0) return { tag, start, length: undefined };
  if (short === 0x80 || more > 4 || all.length < start) throw new NotDer('length');
  const length = more === 0 ? short : all.readUIntBE(at + 2, more);
  if (length > all.length - start) throw new NotDer('end');
  return { tag, start, length };
}

/** Where contents that begin at `from` end: before the two zeros that close them and none of those inside (X.690, 8.1.5). */
function endOfContents(all: Buffer, from: number): number {
  let [at, open] = [from, 1];
  for (let seen = 0; seen < mostInside; seen++) {
    if (all[at] === 0 && all[at + 1] === 0) {
      open--;
      if (open === 0) return at;
      at += 2;
      continue;
    }
    const { start, length } = heading(all, at);
    if (length === undefined) open++;
    at = start + (length ?? 0);
  }
  throw new NotDer('too many');
}

/** More than any honest signature has. */
const mostInside = 1000;

/** The elements inside one, in order. */
export function elements(of: Element): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < of.inside.length; ) {
    const next = read(of.inside.subarray(at));
    found.push(next);
    at += next.whole.length;
    if (found.length > mostInside) throw new NotDer('too many');
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
