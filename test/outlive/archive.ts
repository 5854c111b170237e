import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** A folder as one small file: the names and sizes on the first line, then the contents one after the other, compressed together. */
export function packed(folder: string): Buffer {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = paths.map((path) => ({ path: relative(folder, path), bytes: readFileSync(path) }));
  const head = JSON.stringify(files.map(({ path, bytes }) => ({ path, size: bytes.length })));
  // The widest window: five certificates behind one template are little more than one.
  return compressed(Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ bytes }) => bytes)]));
}

/** Lays such a folder out again in `to`. */
export function unpacked(archive: Uint8Array, to: string): void {
  const all = brotliDecompressSync(archive);
  const end = all.indexOf(10);
  const files: { path: string; size: number }[] = JSON.parse(all.subarray(0, end).toString());
  let at = end + 1;
  for (const { path, size } of files) {
    mkdirSync(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(to, path), all.subarray(at, at + size), { mode: 0o600 });
    at += size;
  }
}

export const compressed = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
