import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Faults played with a real browser wait for real timers: `npm run soak`.
    exclude: ['test/bench/**', ...(process.env['SOAK'] ? [] : ['test/browser/field-faults.test.ts'])],
    globalSetup: ['test/support/build-web.ts', 'test/support/build-lambdas.ts'],
    // Both cores of a small machine: otherwise one file runs at a time.
    maxWorkers: 2,
    // What a page shows comes when it comes: a busy machine is no reason to fail.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
