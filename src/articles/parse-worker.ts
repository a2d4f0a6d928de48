import { parentPort } from 'node:worker_threads';
import { readArticle } from './read.js';

// Runs in a worker thread: parses one file after another, so that one which takes the thread down costs itself only.
parentPort?.on('message', ({ bytes, name }: { bytes: Uint8Array; name: string }) =>
  parentPort?.postMessage(readArticle(bytes, { name })),
);
