import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { FileFailure } from '../../shared/spreadsheet/file-failure.ts';

/** One file inside a ZIP archive, as the central directory lists it; sizes in bytes. */
export type ZipEntry = { name: string; compressed: number; size: number; method: number; encrypted: boolean; offset: number };

/** A workbook of 20,000 rows inflates to a third of it. */
const mostInflated = 64 * 1024 * 1024;
const mostEntries = 2_000;

/** The central directory of a ZIP archive; refused when it has too many files or says that they inflate to more than 64 MB. */
export function listZip(bytes: Buffer): Result<ZipEntry[], FileFailure> {
  const end = bytes.lastIndexOf('PK\x05\x06', bytes.length, 'latin1');
  if (end < 0 || end + 22 > bytes.length) return fail({ code: 'file-unreadable' });
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) return fail({ code: 'file-bomb', mostBytes: mostInflated });

  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.toString('latin1', at, at + 4) !== 'PK\x01\x02') return fail({ code: 'file-unreadable' });
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
      compressed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      offset: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  return declared > mostInflated ? fail({ code: 'file-bomb', mostBytes: mostInflated }) : ok(entries);
}

/**
 * Inflates one file of an archive. It stops where the central directory says that the file ends, so a directory that lies about sizes
 * cannot exhaust the memory.
 */
export async function inflateEntry(bytes: Buffer, entry: ZipEntry): Promise<Result<Buffer, FileFailure>> {
  if (entry.offset + 30 > bytes.length || bytes.toString('latin1', entry.offset, entry.offset + 4) !== 'PK\x03\x04') {
    return fail({ code: 'file-unreadable' });
  }
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const data = bytes.subarray(start, start + entry.compressed);
  if (entry.method === 0) return ok(data);
  if (entry.method !== 8) return fail({ code: 'file-unreadable' });
  try {
    return ok(await inflate(data, { maxOutputLength: Math.max(1, entry.size) }));
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? fail({ code: 'file-bomb', mostBytes: mostInflated }) : fail({ code: 'file-unreadable' });
  }
}

const inflate = promisify(inflateRaw);
