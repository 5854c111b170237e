import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A browser on this disk, and what its process must have around it. */
export type Unpacked = { program: string; environment: Record<string, string> };

/**
 * The browser of the npm package, unpacked into the project's own folder, for its owner only: in the shared temporary folder somebody else
 * could have put one there. Unpacked beside and then put in place, so whoever asks meanwhile never starts a file that is still being
 * written (`ETXTBSY`).
 */
export function unpacked(): Unpacked {
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8')) as { version: string };
  const place = resolve(`.build/chromium-${version}`);
  if (!existsSync(place)) unpackInto(place);
  const libraries = [join(place, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return { program: join(place, 'chromium'), environment: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(place, 'fonts') } };
}

function unpackInto(place: string): void {
  mkdirSync('.build', { recursive: true });
  const folder = mkdtempSync(`${place}-`);
  // The package knows one place, the temporary folder, and unpacks its libraries only where it believes to be inside a Lambda.
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  const unpack = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  try {
    execFileSync(process.execPath, ['--input-type=module', '-e', unpack], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    // It looks for its fonts in the shared temporary folder.
    const fonts = `<fontconfig><dir>${place}/fonts</dir><cachedir>${place}/fonts-cache</cachedir></fontconfig>`;
    writeFileSync(join(folder, 'fonts/fonts.conf'), `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n${fonts}\n`);
    renameSync(folder, place);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    // Somebody else of this project was first.
    if (!existsSync(place)) throw error;
  }
}
