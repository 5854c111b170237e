import { unpacked } from '../browser/unpacked.ts';

/** Before the tests, once: the browser, unless CHROME_PATH names another. */
export function setup(): void {
  if (!process.env['CHROME_PATH']) unpacked();
}
