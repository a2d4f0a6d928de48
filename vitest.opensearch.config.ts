import { defineConfig } from 'vitest/config';

// npm run test:opensearch: against a real cluster, which takes a minute to start.
export default defineConfig({
  test: {
    include: ['tests/opensearch/**/*.test.ts'],
    globalSetup: ['tests/support/build.ts'],
    testTimeout: 240_000,
    hookTimeout: 600_000,
    // While one waits for a lease to run out the others go on.
    sequence: { concurrent: true },
    maxConcurrency: 3,
    // Three nodes beside the tests on two cores: one may be slow for a moment.
    retry: 1,
  },
});
