// Builds the browser app into `.build/web`, unless it stands there already, made from the very same sources.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

const folder = '.build/web';
const stamp = `${folder}/.sources`;
const sources = ['web', 'shared']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .sort();
const hash = createHash('sha256').update(readFileSync('package-lock.json'));
for (const source of sources) hash.update(source).update(readFileSync(source));
const wanted = hash.digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  await build({ configFile: 'web/vite.config.ts', logLevel: 'warn' });
  // Compressed once, here: the server only picks the file.
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/[.](js|css|html|svg|webmanifest|wasm)$/.test(name)) continue;
    const source = readFileSync(`${folder}/${name}`);
    writeFileSync(`${folder}/${name}.br`, name.endsWith('.wasm') ? tight(source) : brotli(source, 9));
    writeFileSync(`${folder}/${name}.gz`, gzipSync(source, { level: 9 }));
  }
  writeFileSync(stamp, wanted);
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
