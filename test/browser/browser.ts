import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Chromium without a head, from the npm package that carries it; CHROME_PATH takes another. */
export async function aBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await chrome(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-software-rasterizer',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      ...more,
    ],
  });
}

async function chrome(): Promise<string> {
  const own = process.env['CHROME_PATH'];
  if (own) return own;
  // The package unpacks its libraries only where it believes to be inside a Lambda.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  const libraries = join(path, '..', 'al2023', 'lib');
  if (existsSync(libraries)) process.env['LD_LIBRARY_PATH'] = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return path;
}
