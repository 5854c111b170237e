import './scripts/environment.mjs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { Retried } from './test/support/retried.ts';

/** What takes longest begins first, so that both workers end at about the same time: every page, then the other journeys, then the rest. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      /browser.every-page/.test(moduleId) ? 0 : /test.(browser|faults|journeys)/.test(moduleId) ? 1 : 2;
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Tests of what is built: the handlers as Lambda gets them, the app as people get it. All others need no build and start at once. */
const ofTheApp = ['test/faults/**/*.test.ts', 'test/journeys/**/*.test.ts', 'test/web/budgets.test.ts'];
const ofTheDoors = ['test/functions/lambda/**/*.test.ts', 'test/infra/aws/**/*.test.ts'];
const ofTheBrowser = ['test/browser/**/*.test.ts'];
// Faults played with a real browser wait for real timers: `npm run soak`.
const long = process.env['SOAK'] ? [] : ['test/browser/field-faults.test.ts', 'test/browser/field-killed.test.ts'];
const web = 'test/support/build-web.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // What goes through the API in a test is held against docs/openapi.json.
    setupFiles: ['test/support/by-contract.ts'],
    // Both cores of a small machine: otherwise one file runs at a time.
    maxWorkers: 2,
    // What a page shows comes when it comes: a busy machine is no reason to fail.
    expect: { poll: { timeout: 15_000 } },
    retry: Number(process.env['RETRY'] ?? 0),
    reporters: ['default', new Retried()],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/bench/**', ...ofTheApp, ...ofTheDoors, ...ofTheBrowser] },
      },
      {
        extends: true,
        test: { name: 'built', include: [...ofTheApp, ...ofTheDoors], globalSetup: [web, 'test/support/build-lambdas.ts'] },
      },
      {
        extends: true,
        test: { name: 'browser', include: ofTheBrowser, exclude: long, globalSetup: [web, 'test/support/unpack-browser.ts'] },
      },
    ],
  },
});
