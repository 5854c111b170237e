/** One signature of a PDF as it lies in the file: what it covers, and where its value stands. */
export type SignedRange = {
  /** The signature's value in DER, with the zeros that fill its place. */
  cms: Buffer;
  /** The covered bytes: before the value, and from after it to `end`. */
  before: Buffer;
  after: Buffer;
  /** Offset in bytes behind the last covered one: the end of the revision that was signed. */
  end: number;
  /** When the file says it was signed (/M), in UTC. */
  signedAt?: string;
};

const mostSignatures = 16;
const mostValueBytes = 1_000_000;

/**
 * The signatures of a PDF in the order of what they cover, the widest last; `unreadable` when one is no honest ByteRange: it must begin at
 * 0 and leave out exactly one hexadecimal string, so that nothing can hide in what is not covered (ISO 32000-2, 12.8.1).
 */
export function signedRanges(pdf: Uint8Array): SignedRange[] | 'unreadable' {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const found: SignedRange[] = [];
  for (let at = file.indexOf('/ByteRange'); at >= 0; at = file.indexOf('/ByteRange', at + 1)) {
    if (found.length >= mostSignatures) return 'unreadable';
    const range = rangeAt(file, at);
    if (!range) return 'unreadable';
    found.push(range);
  }
  return found.sort((a, b) => a.end - b.end);
}

function rangeAt(file: Buffer, at: number): SignedRange | undefined {
  const numbers = /^\/ByteRange\s{0,20}\[\s{0,20}0\s{1,20}(\d{1,10})\s{1,20}(\d{1,10})\s{1,20}(\d{1,10})\s{0,100}\]/.exec(
    file.toString('latin1', at, at + 256),
  );
  if (!numbers) return undefined;
  const [gap = 0, next = 0, rest = 0] = numbers.slice(1).map(Number);
  const end = next + rest;
  if (gap < 1 || next < gap + 4 || end > file.length || next - gap > 2 * mostValueBytes) return undefined;
  const hex = file.toString('latin1', gap + 1, next - 1);
  if (file[gap] !== 0x3c || file[next - 1] !== 0x3e || hex.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(hex)) return undefined;
  const signedAt = momentOf(dictionaryAround(file, at, gap, next, end));
  return {
    cms: Buffer.from(hex, 'hex'),
    before: file.subarray(0, gap),
    after: file.subarray(next, end),
    end,
    ...(signedAt && { signedAt }),
  };
}

/** The text of the signature dictionary on both sides of its value: as far as its own object reaches, a few KB at most. */
function dictionaryAround(file: Buffer, at: number, gap: number, next: number, end: number): string {
  const from = Math.max(0, Math.min(at, gap) - 4096);
  const before = file.toString('latin1', from, gap);
  const after = file.toString('latin1', next, Math.min(end, next + 4096));
  return before.slice(before.lastIndexOf(' obj') + 1) + (after.split('endobj')[0] ?? '');
}

/** A PDF date (ISO 32000-1, 7.9.4) as an instant in UTC, for example D:20231105090000+07'00'. */
function momentOf(dictionary: string): string | undefined {
  const [, year, month, day, hour, minute, second, sign, offHours, offMinutes] =
    /\/M\s{0,20}\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-])(\d\d)'?(\d\d)?'?|Z)?/.exec(dictionary) ?? [];
  if (year === undefined) return undefined;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const offset = (Number(offHours ?? 0) * 60 + Number(offMinutes ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(local - offset).toISOString();
}
