import { Worker } from 'node:worker_threads';
import type { Progress } from './archive.js';
import { ArchiveError } from './errors.js';
import type { Call, QueryArguments, QueryName, QueryResult, Report, ThreadData } from './protocol.js';

// More than this many people waiting at once are better told so than left to wait.
const LONGEST_QUEUE = 1000;

// A disk that no longer answers; reading, indexing and saving each report more often than this.
const LONGEST_SILENCE = 5 * 60_000;

/** What whoever asks is told where a thread was lost. */
export const STOPPED = 'The search stopped and is starting again. Please ask again.';

/** The thread ended before this query was begun, or could begin to answer it, so that it can be asked of another. */
export class NotBegun extends Error {}

/** The thread has built nothing, since what it would have built is there already. */
export class Unchanged extends ArchiveError {}

/** A worker thread that holds one snapshot and answers from it, one query at a time. */
export type SnapshotThread = {
  /** What its snapshot is in the cache; undefined without a cache. */
  generation: string | undefined;
  /** Whether it has died or was given up: it answers nothing any more. */
  isLost(): boolean;
  /**
   * @throws {ArchiveError} `timeout`, `stopped`, `busy`, `unreachable`, or `failed`
   * @throws {NotBegun}
   */
  query<Name extends QueryName>(name: Name, ...values: QueryArguments<Name>): Promise<QueryResult<Name>>;
  /** The same, answered as if the snapshot held only the articles of these publications; null for all. */
  queryOnly<Name extends QueryName>(
    only: readonly string[] | null,
    name: Name,
    ...values: QueryArguments<Name>
  ): Promise<QueryResult<Name>>;
  /** Resolves when all that was asked is answered and the thread has ended. */
  drain(): Promise<void>;
  /** Ends the thread at once; what is being answered is refused as `closed`. */
  close(): Promise<void>;
};

export type ThreadOptions = {
  /** The program of the thread, `worker.js`. */
  script: URL;
  build: ThreadData;
  /** Milliseconds that one query may run; the thread of one that runs longer is given up. */
  queryTimeout: number;
  /** Ends the thread when it is aborted, also while it still builds. */
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  /** Called once if the thread dies or is given up after it was ready. */
  onLost: (error: ArchiveError) => void;
};

type Running = { id: number; resolve(value: unknown): void; reject(error: Error): void };

const closed = () => new ArchiveError('closed', 'The archive is closed.');

/**
 * Starts a thread and builds its snapshot.
 * @throws {ArchiveError} `unreadable` where the article set cannot be read, `unreachable` where the engine cannot be asked, `failed` or `stopped` otherwise
 * @throws {Unchanged} where `build.current` is what it would have built
 */
export async function startThread(options: ThreadOptions): Promise<SnapshotThread> {
  if (options.signal.aborted) throw closed();
  const worker = new Worker(options.script, { workerData: options.build, execArgv: [] });
  let ready = false;
  let running: Running | undefined;
  let draining = false;
  let ended: ArchiveError | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let lastId = 0;
  let generation: string | undefined;

  /** `refusal` is what the query under way is refused with. */
  function end(error: ArchiveError, refusal: Error = error) {
    if (ended) return;
    ended = error;
    options.signal.removeEventListener('abort', close);
    running?.reject(refusal);
    void worker.terminate();
    if (ready && error.code !== 'closed') options.onLost(error);
  }

  function run(only: Call['only'], name: QueryName, values: unknown[]): Promise<unknown> {
    if (ended) throw new NotBegun();
    const call: Call = { id: ++lastId, name, arguments: values, only };
    const result = new Promise<unknown>((resolve, reject) => {
      running = { id: call.id, resolve, reject };
      worker.postMessage(call);
    });
    const timer = setTimeout(
      () => end(new ArchiveError('timeout', 'The search took too long and was stopped.')),
      options.queryTimeout,
    );
    return result.finally(() => {
      running = undefined;
      clearTimeout(timer);
    });
  }

  function queryOnly<Name extends QueryName>(
    only: Call['only'],
    name: Name,
    ...values: QueryArguments<Name>
  ) {
    if (draining) return Promise.reject(new NotBegun());
    if (waiting >= LONGEST_QUEUE) {
      return Promise.reject(
        new ArchiveError('busy', 'Too many people are asking at once. Please ask again in a minute.'),
      );
    }
    waiting++;
    const result = tail
      .then(() => run(only, name, values))
      .finally(() => {
        waiting--;
      });
    tail = result.catch(() => undefined);
    // What comes back is a structured clone of what the query of that name returned on the other side.
    return result as Promise<QueryResult<Name>>;
  }

  async function close() {
    end(closed());
    await worker.terminate();
  }

  function receive(report: Report) {
    if (report.type === 'progress') {
      silence.refresh();
      options.onProgress(report.progress);
    } else if (report.type === 'ready') {
      generation = report.generation;
      running?.resolve(undefined);
    } else if (report.type === 'unchanged') end(new Unchanged('failed', 'Nothing has changed.'));
    else if (report.type === 'failed') {
      end(new ArchiveError(report.code, report.message));
    } else if (report.type === 'damaged') {
      end(new ArchiveError('stopped', `${report.message}. The archive is built again.`), new NotBegun());
    } else if (report.id !== running?.id) return;
    else if (report.type === 'result') running.resolve(report.value);
    else {
      const cause = Object.assign(new Error(report.message), { stack: report.stack });
      running.reject(
        report.code === 'unreachable'
          ? new ArchiveError('unreachable', 'The archive is out of reach. Please ask again in a minute.', {
              cause,
            })
          : new ArchiveError('failed', 'The search failed on this question.', { cause }),
      );
    }
  }

  options.signal.addEventListener('abort', close);
  const stopped = (cause?: unknown) => {
    if (ready) return new ArchiveError('stopped', STOPPED, { cause });
    const why = cause instanceof Error ? cause.message : 'its thread ended';
    return new ArchiveError('failed', `The archive could not be built: ${why}.`, { cause });
  };
  const silence = setTimeout(
    () =>
      end(new ArchiveError('failed', 'The archive could not be built: reading the articles came to a halt.')),
    LONGEST_SILENCE,
  );
  await new Promise<unknown>((resolve, reject) => {
    running = { id: 0, resolve, reject };
    worker.on('message', receive);
    worker.on('messageerror', (cause) => end(stopped(cause)));
    worker.on('error', (cause) => end(stopped(cause)));
    worker.on('exit', () => end(stopped()));
  }).finally(() => clearTimeout(silence));
  running = undefined;
  ready = true;
  return {
    generation,
    isLost: () => ended !== undefined,
    query: (name, ...values) => queryOnly(null, name, ...values),
    queryOnly,
    async drain() {
      draining = true;
      await tail;
      await close();
    },
    close,
  };
}
