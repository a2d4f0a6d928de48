import { defineConfig } from 'vitest/config';

// Tests of folders, threads and processes, and what needs to be told of each test's end.
const WITH_PROCESSES = ['tests/{archive,bot,support,terminal}/**/*.test.ts', 'tests/discord/alerts.test.ts'];

const testTimeout = 30_000;

export default defineConfig({
  test: {
    // Threads, processes and the package's own name run the built program, so it is built first.
    globalSetup: ['tests/support/build.ts'],
    // Many of these tests wait for a process as long as they compute: of three on two cores mostly two have work.
    maxWorkers: 3,
    projects: [
      { test: { name: 'processes', include: WITH_PROCESSES, testTimeout, sequence: { groupOrder: 0 } } },
      {
        test: {
          name: 'modules',
          include: ['tests/**/*.test.ts'],
          // Those on OpenSearch need a cluster: npm run test:opensearch.
          exclude: [...WITH_PROCESSES, 'tests/opensearch/**'],
          testTimeout,
          // Nearly all of these are functions of data, and loading the modules anew for each file took half of their time.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
