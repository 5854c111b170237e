// Builds the browser app into `.build/web`, unless it stands there already, made from the very same sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
    if (!/[.](js|css|html|svg|webmanifest|wasm|ttf)$/.test(name)) continue;
    const source = readFileSync(`${folder}/${name}`);
    writeFileSync(`${folder}/${name}.br`, brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    writeFileSync(`${folder}/${name}.gz`, gzipSync(source, { level: 9 }));
  }
  writeFileSync(stamp, wanted);
}
