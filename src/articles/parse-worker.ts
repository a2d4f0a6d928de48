import { parentPort } from 'node:worker_threads';
import type { ParseJob } from './parse-pool.js';
import { readArticle } from './read.js';

// Runs in a worker thread: parses one file after another, so that one which takes the thread down costs itself only.
parentPort?.on('message', ({ bytes, ...file }: ParseJob) =>
  parentPort?.postMessage(readArticle(bytes, file)),
);
