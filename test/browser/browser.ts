import { type Browser, chromium } from 'playwright-core';
import { type Unpacked, unpacked } from './unpacked.ts';

/** Chromium without a head, from the npm package that carries it; CHROME_PATH takes another. */
export async function aBrowser(more: readonly string[] = []): Promise<Browser> {
  const own = process.env['CHROME_PATH'];
  const { program, environment }: Unpacked = own ? { program: own, environment: {} } : unpacked();
  return chromium.launch({
    executablePath: program,
    env: { ...process.env, ...environment },
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
