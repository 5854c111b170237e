import { defineConfig } from 'vitest/config';

/** `npx vitest run --config test/browser/outlive/make.config.ts` in a version that is given out: makes its data folder (see test/outlive/README.md). */
export default defineConfig({
  test: {
    include: ['test/browser/outlive/make.ts'],
    globalSetup: ['test/support/build-web.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
