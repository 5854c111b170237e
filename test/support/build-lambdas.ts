import { execFileSync } from 'node:child_process';

/** Before the tests: the handlers as Lambda gets them. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build-lambdas.mjs'], { stdio: 'inherit' });
}
