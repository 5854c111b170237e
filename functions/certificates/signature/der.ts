/** What of DER (ITU-T X.690) signatures and certificates are made of: written with these functions, read by `der-read.ts`. */

/** An element: its tag, the length of what is inside, and what is inside. */
export function element(tag: number, ...inside: readonly Uint8Array[]): Buffer {
  const length = inside.reduce((sum, part) => sum + part.length, 0);
  const big = length < 0x80 ? [] : bytesOf(length);
  return Buffer.concat([Buffer.from(big.length === 0 ? [tag, length] : [tag, 0x80 | big.length, ...big]), ...inside]);
}

export const sequence = (...inside: readonly Uint8Array[]): Buffer => element(0x30, ...inside);

/** A SET OF: DER sorts its elements by their bytes. */
export const setOf = (...inside: readonly Uint8Array[]): Buffer => element(0x31, ...inOrder(inside));

/** As DER sorts what has no order of its own. */
export const inOrder = (parts: readonly Uint8Array[]): Uint8Array[] => [...parts].sort((a, b) => Buffer.compare(a, b));

export const octets = (bytes: Uint8Array): Buffer => element(0x04, bytes);

/** A context-specific, constructed element: `[n]`. */
export const tagged = (n: number, ...inside: readonly Uint8Array[]): Buffer => element(0xa0 | n, ...inside);

/** A positive integer from its big-endian bytes. */
export function integer(bytes: Uint8Array | number): Buffer {
  const all = Buffer.from(typeof bytes === 'number' ? bytesOf(bytes) : bytes);
  const first = all.findIndex((byte) => byte !== 0);
  const trimmed = first < 0 ? Buffer.from([0]) : all.subarray(first);
  return element(0x02, (trimmed[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), trimmed]) : trimmed);
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(arc: number): number[] {
  const digits = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift(0x80 | (left % 128));
  return digits;
}

function bytesOf(n: number): number[] {
  const bytes = [n % 256];
  for (let left = Math.floor(n / 256); left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return bytes;
}
