import { execFileSync } from 'node:child_process';

/** Before the tests: the app as people get it, built unless it stands there already. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build-web.mjs'], { stdio: 'inherit' });
}
