import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // These need a cluster: npm run test:opensearch.
    exclude: ['tests/opensearch/**'],
    // Threads, processes and the package's own name run the built program, so it is built first.
    globalSetup: ['tests/support/build.ts'],
    testTimeout: 30_000,
    // Many of these tests wait for a process as long as they compute: of three on two cores mostly two have work.
    maxWorkers: 3,
  },
});
