import { parentPort, workerData } from 'node:worker_threads';
import { ArticleSetError } from '../articles/listing.js';
import type { Progress } from './archive.js';
import { buildSnapshot } from './build-snapshot.js';
import { keepingLast } from './keeping-last.js';
import { DamagedPageError } from './paged-file.js';
import type { Call, Report, ThreadData } from './protocol.js';
import { snapshotCache } from './snapshot-cache.js';

// Runs in a worker thread: builds one snapshot, then answers queries from it, one at a time.
const port = parentPort;
if (!port) throw new Error('src/archive/worker.ts runs only as a worker thread');
const post = (report: Report) => port.postMessage(report);
const data: ThreadData = workerData;

// Every article makes progress, and whoever looks on looks a few times a second.
const PROGRESS_EVERY = 100;
// Each holds its articles and their words once more; see `keepingLast`.
const MOST_SELECTIONS = 4;
let lastProgress = 0;
function tell(progress: Progress): void {
  const now = performance.now();
  if (progress.done < progress.total && now - lastProgress < PROGRESS_EVERY) return;
  lastProgress = now;
  post({ type: 'progress', progress });
}

try {
  // Who wants the index out of memory wants the rest of a large archive out of it too.
  const parts = await buildSnapshot({ ...data, paged: data.engine === 'sqlite' }, tell);
  if (parts === 'unchanged') {
    post({ type: 'unchanged' });
  } else {
    // Loaded only here: a reload without changes has ended before.
    const [{ openEngine }, { snapshotOf }, { snapshotQueries }, { onlyPublications }] = await Promise.all([
      import('./engines.js'),
      import('./snapshot.js'),
      import('./queries.js'),
      import('./only-publications.js'),
    ]);
    const snapshot = snapshotOf(parts, await openEngine(data, parts));
    const all = snapshotQueries(snapshot, data);
    const some = keepingLast(MOST_SELECTIONS, (publications: readonly string[]) =>
      snapshotQueries(onlyPublications(snapshot, publications), data),
    );
    port.on('message', async (call: Call) => {
      try {
        const queries = call.only ? some(call.only) : all;
        const value: unknown = await Reflect.apply(queries[call.name], queries, call.arguments);
        post({ type: 'result', id: call.id, value });
      } catch (error) {
        const { message, stack } = error instanceof Error ? error : new Error(String(error));
        post({ type: 'error', id: call.id, message, stack });
        // What is kept is not what was written: the thread that takes over builds it anew.
        if (error instanceof DamagedPageError && data.cache !== undefined) {
          await snapshotCache(data.cache, data.directory).forget();
          process.exit(1);
        }
      }
    });
    post({ type: 'ready' });
  }
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  post({ type: 'failed', message, unreadable: error instanceof ArticleSetError });
}
