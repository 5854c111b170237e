import { inflateSync } from 'node:zlib';

const mostStreams = 500;
const mostBytesOfOne = 5_000_000;
const mostBytesOfAll = 20_000_000;
/** What a stream that breaks off is counted as: it has cost time, and says nothing. */
const bytesOfBroken = 1_000_000;

/**
 * Whether a PDF carries a certificate's code where a program can read it: in its address of verification (a link, also inside compressed
 * objects) or as plain text. A scan does not, and a text drawn with embedded subsets seldom does. The work is bounded: what would inflate
 * to more than 20 MB is not read to its end.
 */
export function carriesCode(pdf: Uint8Array, code: string): boolean {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const [plain, wide] = [Buffer.from(code, 'latin1'), Buffer.from(code, 'utf16le').swap16()];
  const holds = (bytes: Buffer): boolean => bytes.includes(plain) || bytes.includes(wide);
  if (holds(file)) return true;
  let left = mostBytesOfAll;
  for (let at = file.indexOf('stream'), n = 0; at >= 0 && n < mostStreams && left > 0; at = file.indexOf('stream', at + 6), n++) {
    const bytes = file.subarray(at + (file[at + 6] === 0x0d ? 8 : 7));
    if (!isDeflated(bytes)) continue;
    const inflated = inflate(bytes);
    if (inflated && holds(inflated)) return true;
    left -= inflated?.length ?? bytesOfBroken;
  }
  return false;
}

/** The header of zlib (RFC 1950, 2.2): pictures and fonts of other kinds are passed over. */
const isDeflated = ([first = 0, second = 0]: Uint8Array): boolean => (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;

function inflate(bytes: Buffer): Buffer | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: mostBytesOfOne });
  } catch {
    return undefined;
  }
}
