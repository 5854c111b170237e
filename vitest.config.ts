import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest begins first, so that both workers end at about the same time: every page, then the other journeys, then the rest. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      /browser.every-page/.test(moduleId) ? 0 : /test.(browser|faults|journeys)/.test(moduleId) ? 1 : 2;
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Faults played with a real browser wait for real timers: `npm run soak`.
    exclude: ['test/bench/**', ...(process.env['SOAK'] ? [] : ['test/browser/field-faults.test.ts', 'test/browser/field-killed.test.ts'])],
    sequence: { sequencer: LongestFirst },
    // What goes through the API in a test is held against docs/openapi.json.
    setupFiles: ['test/support/by-contract.ts'],
    globalSetup: ['test/support/build-web.ts', 'test/support/build-lambdas.ts'],
    // Both cores of a small machine: otherwise one file runs at a time.
    maxWorkers: 2,
    // What a page shows comes when it comes: a busy machine is no reason to fail.
    expect: { poll: { timeout: 15_000 } },
    retry: Number(process.env['RETRY'] ?? 0),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
