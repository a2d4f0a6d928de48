import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { ArticleSetError } from '../articles/listing.js';
import { DamagedError, IndexGoneError } from '../search/damaged.js';
import { OutOfReachError } from '../search/out-of-reach.js';
import type { Progress } from './archive.js';
import { buildSnapshot } from './build-snapshot.js';
import { generationOf } from './generation.js';
import { keepingLast } from './keeping-last.js';
import { type Lease, openLease } from './lease.js';
import type { Call, Queries, Report, ThreadData } from './protocol.js';
import type { SnapshotParts } from './snapshot.js';
import { cacheFolder, snapshotCache } from './snapshot-cache.js';
import { otherInCache } from './take-over.js';

// Runs in a worker thread: builds one snapshot, then answers queries from it, one at a time.
// Where something that is kept on disk is not what was written, it is removed and made anew.
const port = parentPort;
if (!port) throw new Error('src/archive/worker.ts runs only as a worker thread');
const receiver = port;
const post = (report: Report) => receiver.postMessage(report);
const data: ThreadData = workerData;

// Every article makes progress, and whoever looks on looks a few times a second.
const PROGRESS_EVERY = 100;
// Each takes some 150 bytes a passage; see `keepingLast`.
const MOST_SELECTIONS = 8;
let lastProgress = 0;
function tell(progress: Progress): void {
  const now = performance.now();
  if (progress.done < progress.total && now - lastProgress < PROGRESS_EVERY) return;
  lastProgress = now;
  lease?.renew();
  post({ type: 'progress', progress });
}

let lease: Lease | undefined;
/** Waits until no other process builds into the same cache; true where it had to. */
async function holdLease(folder: string): Promise<boolean> {
  lease ??= await openLease(join(folder, 'lease.db'));
  return lease.hold(() => tell({ stage: 'reading', done: 0, total: 0 }));
}

function releaseLease(): void {
  lease?.release();
  lease = undefined;
}

/** What the snapshot is in the cache; undefined without a cache. */
let generation: string | undefined;

/** Takes the snapshot in the cache as it is, or else reads the folder and builds. */
async function readOrBuild(): Promise<SnapshotParts | 'unchanged'> {
  const { cache, directory, takeOver, engine } = data;
  if (cache === undefined) return buildSnapshot(data, tell);
  const folder = cacheFolder(cache, directory);
  // Who wants the index out of memory wants the rest of a large archive out of it too, and has several processes on one cache.
  const paged = engine !== undefined && engine !== 'lunr';
  generation = await generationOf(folder);
  if (takeOver) {
    // Whoever has built it may still be writing its index.
    if (paged && (await holdLease(folder))) generation = await generationOf(folder);
    const other = await otherInCache({ ...data, cache, paged }, takeOver);
    if (other) return other;
    if (takeOver !== 'none') return 'unchanged';
  }
  let isBuilding = false;
  const parts = await buildSnapshot({ ...data, paged }, tell, async () => {
    const waited = paged && (await holdLease(folder));
    isBuilding = !waited;
    if (waited) generation = await generationOf(folder);
    return waited;
  });
  if (isBuilding) generation = await generationOf(folder);
  return parts;
}

/** Gives what is asked of all publications, or of some alone. */
async function build(): Promise<((only: Call['only']) => Queries) | 'unchanged'> {
  const parts = await readOrBuild();
  if (parts === 'unchanged') return parts;
  // Loaded only here: a reload without changes has ended before.
  const [{ openEngine }, { snapshotOf }, { snapshotQueries }, { onlyPublications }] = await Promise.all([
    import('./engines.js'),
    import('./snapshot.js'),
    import('./queries.js'),
    import('./only-publications.js'),
  ]);
  const snapshot = snapshotOf(parts, await openEngine(data, parts, tell));
  const all = snapshotQueries(snapshot, data);
  const some = keepingLast(MOST_SELECTIONS, (publications: readonly string[]) =>
    snapshotQueries(onlyPublications(snapshot, publications), data),
  );
  return (only) => (only ? some(only) : all);
}

/** Whether an engine's servers are to blame. */
function reachOf(error: unknown): 'unreachable' | 'failed' {
  return error instanceof OutOfReachError ? 'unreachable' : 'failed';
}

/** Whether an error says that something kept has to be made anew; what is damaged on disk is removed. */
async function forgetDamaged(error: unknown): Promise<boolean> {
  // There is nothing to remove: whoever opens the index finds it gone.
  if (error instanceof IndexGoneError) return true;
  if (!(error instanceof DamagedError) || data.cache === undefined) return false;
  await snapshotCache(data.cache, data.directory).forget();
  return true;
}

function answerFrom(queriesFor: (only: Call['only']) => Queries): void {
  receiver.on('message', async ({ id, name, arguments: values, only }: Call) => {
    try {
      const queries = queriesFor(only);
      const value: unknown = await Reflect.apply(queries[name], queries, values);
      post({ type: 'result', id, value });
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      if (await forgetDamaged(error)) post({ type: 'damaged', message });
      else post({ type: 'error', id, message, stack, code: reachOf(error) });
    }
  });
}

try {
  const queries = await build().catch(async (error: unknown) => {
    if (await forgetDamaged(error)) return build();
    throw error;
  });
  // A question would have to wait for it, and be given up where the disk is slow.
  releaseLease();
  if (queries !== 'unchanged') answerFrom(queries);
  post(queries === 'unchanged' ? { type: queries } : { type: 'ready', generation });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  post({
    type: 'failed',
    message,
    code: error instanceof ArticleSetError ? 'unreadable' : reachOf(error),
  });
} finally {
  releaseLease();
}
