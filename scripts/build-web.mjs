// Builds the browser app into `.build/web`, unless it stands there already, made from the very same sources.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// Tests and people get the same app, whatever surrounds the build.
process.env.NODE_ENV = 'production';
const place = '.build/web';
// Built beside and then put in place: whoever serves or tests meanwhile sees the old app or the new one, whole.
const folder = `${place}-${process.pid}`;
const stamp = `${place}/.sources`;
const sources = ['web', 'shared']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .sort();
const hash = createHash('sha256').update(readFileSync('package-lock.json'));
for (const source of sources) hash.update(source).update(readFileSync(source));
const wanted = hash.digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  // Vite alone takes a second to load.
  const { build } = await import('vite');
  await build({ configFile: 'web/vite.config.ts', logLevel: 'error', build: { outDir: `../${folder}` } });
  // Compressed once, here: the server only picks the file.
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/[.](js|css|html|svg|webmanifest|wasm)$/.test(name)) continue;
    const source = readFileSync(`${folder}/${name}`);
    writeFileSync(`${folder}/${name}.br`, name.endsWith('.wasm') ? tight(source) : brotli(source, 9));
    writeFileSync(`${folder}/${name}.gz`, gzipSync(source, { level: 9 }));
  }
  writeFileSync(`${folder}/.sources`, wanted);
  if (existsSync(place)) renameSync(place, `${folder}-before`);
  renameSync(folder, place);
  rmSync(`${folder}-before`, { recursive: true, force: true });
}

function brotli(source, quality) {
  return brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

// The tightest takes seconds for the code reader, which changes with its package only: kept beside it.
function tight(source) {
  const kept = `node_modules/.cache/pho-so-${createHash('sha256').update(source).digest('hex').slice(0, 16)}.br`;
  if (!existsSync(kept)) {
    mkdirSync('node_modules/.cache', { recursive: true });
    writeFileSync(kept, brotli(source, 11));
  }
  return readFileSync(kept);
}
