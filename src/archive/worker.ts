import { parentPort, workerData } from 'node:worker_threads';
import { ArticleSetError } from '../articles/set.js';
import type { Call, Report, ThreadData } from './protocol.js';
import { snapshotQueries } from './queries.js';
import { buildSnapshot } from './snapshot.js';

// Runs in a worker thread: builds one snapshot, then answers queries from it, one at a time.
const port = parentPort;
if (!port) throw new Error('src/archive/worker.ts runs only as a worker thread');
const post = (report: Report) => port.postMessage(report);
const { directory, peopleFile }: ThreadData = workerData;

try {
  const snapshot = await buildSnapshot(
    directory,
    (progress) => post({ type: 'progress', progress }),
    peopleFile,
  );
  const queries = snapshotQueries(snapshot);
  port.on('message', async (call: Call) => {
    try {
      const value: unknown = await Reflect.apply(queries[call.name], queries, call.arguments);
      post({ type: 'result', id: call.id, value });
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      post({ type: 'error', id: call.id, message, stack });
    }
  });
  post({ type: 'ready' });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  post({ type: 'failed', message, unreadable: error instanceof ArticleSetError });
}
