import type { CertificateCode, Day, Instant, Sha256 } from '../ids.ts';

/** What the list says of one certificate. */
export type ListEntry = {
  code: CertificateCode;
  listedStatus: 'valid' | 'superseded' | 'revoked';
  /** The n of its number, up to 65,535. */
  count: number;
  issuedOn: Day;
  /** Files that were handed out as it: SHA-256 in hex; out of a read list only its first 32 digits. */
  hashes: string[];
  on?: Day;
  supersededBy?: CertificateCode;
};
export type CertificateList = { asOf: Instant; entries: ListEntry[] };

/**
 * The list that devices keep, in as few bytes as it takes. Big-endian: "PSL1", seconds of the instant (4 bytes), number of entries (4), then
 * the entries by code:
 * - 60 bits of the code with 4 of flags (0–1 standing, 2 no file, 3 one more file of the entry before), n of the number (2), day of issue (2)
 * - the first 16 bytes of the file's SHA-256, unless there is none. 128 bits: to find other bytes that pass for any of 2^17 files takes 2^111
 *   tries, and two genuine files meet by chance once in 2^95.
 * - superseded or revoked: the day of that (2); superseded: the code that follows (8)
 * Days count from 1 January 2000. 28 bytes for a valid certificate: 93 KB for 3,321 wards.
 */
export function writeList({ asOf, entries }: CertificateList): Uint8Array<ArrayBuffer> {
  const lines = entries.toSorted((a, b) => (a.code < b.code ? -1 : 1)).flatMap(linesOf);
  const size = lines.reduce((sum, line) => sum + line.length, 12);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, Math.floor(Date.parse(asOf) / 1000));
  view.setUint32(8, lines.length);
  let at = 12;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length;
  }
  return bytes;
}

/** The list out of its bytes; undefined when they are none. Whether to believe it is for the signature to say. */
export function readList(bytes: Uint8Array): CertificateList | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0) !== magic) return undefined;
  const entries: ListEntry[] = [];
  let at = 12;
  try {
    for (let n = view.getUint32(8); n > 0; n--) {
      const flags = view.getUint8(at + 7) & 15;
      const listedStatus = statuses[flags & 3] ?? 'valid';
      const entry: ListEntry = {
        code: codeAt(view, at),
        listedStatus,
        count: view.getUint16(at + 8),
        issuedOn: dayOf(view.getUint16(at + 10)),
        hashes: [],
      };
      at += 12;
      if (!(flags & noFile)) entry.hashes.push(hexOf(bytes.subarray(at, at + 16)));
      if (!(flags & noFile)) at += 16;
      if (listedStatus !== 'valid') entry.on = dayOf(view.getUint16(at));
      if (listedStatus !== 'valid') at += 2;
      if (listedStatus === 'superseded') entry.supersededBy = codeAt(view, at);
      if (listedStatus === 'superseded') at += 8;
      if (flags & another) entries.at(-1)?.hashes.push(...entry.hashes);
      else entries.push(entry);
    }
  } catch {
    return undefined;
  }
  return at === bytes.length ? { asOf: new Date(view.getUint32(4) * 1000).toISOString(), entries } : undefined;
}

/** The entry of a code. */
export const listedCode = ({ entries }: CertificateList, code: CertificateCode): ListEntry | undefined =>
  entries.find((entry) => entry.code === code);

/** The entry of a file, by its SHA-256. */
export const listedFile = ({ entries }: CertificateList, sha256: Sha256): ListEntry | undefined =>
  entries.find(({ hashes }) => hashes.includes(sha256.slice(0, 32)));

const magic = 0x50_53_4c_31;
const statuses = ['valid', 'superseded', 'revoked'] as const;
const [noFile, another] = [4, 8];

/** An entry once for each of its files, or once without any. */
function linesOf({ hashes, ...entry }: ListEntry): Uint8Array[] {
  const [first, ...more] = hashes;
  return [lineOf(entry, first, 0), ...more.map((hash) => lineOf(entry, hash, another))];
}

function lineOf(
  { code, listedStatus: standing, count, issuedOn, on, supersededBy }: Omit<ListEntry, 'hashes'>,
  hash: string | undefined,
  flag: number,
) {
  const bytes = new Uint8Array(12 + (hash ? 16 : 0) + (standing === 'valid' ? 0 : standing === 'revoked' ? 2 : 10));
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, (numberOf(code) << 4n) | BigInt(statuses.indexOf(standing) | flag | (hash ? 0 : noFile)));
  view.setUint16(8, count);
  view.setUint16(10, daysOf(issuedOn));
  for (let n = 0; hash && n < 16; n++) bytes[12 + n] = Number.parseInt(hash.slice(2 * n, 2 * n + 2), 16);
  const end = hash ? 28 : 12;
  if (standing !== 'valid') view.setUint16(end, daysOf(on ?? issuedOn));
  if (standing === 'superseded') view.setBigUint64(end + 2, numberOf(supersededBy ?? code) << 4n);
  return bytes;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const numberOf = (code: string): bigint => Array.from(code).reduce((sum, letter) => sum * 32n + BigInt(alphabet.indexOf(letter)), 0n);

function codeAt(view: DataView, at: number): CertificateCode {
  let left = view.getBigUint64(at) >> 4n;
  let code = '';
  for (let n = 0; n < 12; n++) {
    code = `${alphabet[Number(left % 32n)]}${code}`;
    left /= 32n;
  }
  return code as CertificateCode;
}

const aDay = 86_400_000;
const firstDay = Date.UTC(2000, 0, 1);
const daysOf = (day: Day): number => Math.round((Date.parse(day) - firstDay) / aDay);
const dayOf = (days: number): Day => new Date(firstDay + days * aDay).toISOString().slice(0, 10);
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
