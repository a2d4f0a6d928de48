import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // These need a cluster: npm run test:opensearch.
    exclude: ['tests/opensearch/**'],
    // Threads, processes and the package's own name run the built program, so it is built first.
    globalSetup: ['tests/support/build.ts'],
    testTimeout: 30_000,
    // Vitest leaves one core idle, and many of these tests wait for a process more than they compute.
    maxWorkers: 2,
  },
});
