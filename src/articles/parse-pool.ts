import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReadResult } from './article.js';
import { MAX_PARSE_MEMORY, MAX_PARSE_TIME } from './limits.js';
import { rejection } from './problem.js';
import type { SetSettings } from './set-settings.js';

/** One file, as `readArticle` takes it. */
export type ParseJob = { bytes: Uint8Array; name: string; settings?: SetSettings };

/** Threads that parse files. One that a file kills or stalls is replaced, and that file alone is lost. */
export type ParsePool = {
  /** As `readArticle`, on another thread. Takes the bytes away. Never rejects. */
  parse(job: ParseJob): Promise<ReadResult>;
  /** Starts a thread before there is a file for it, which takes some time on another core. */
  warm(): void;
  /** Ends the threads; what is still being parsed then never ends. */
  close(): Promise<void>;
};

export type ParsePoolOptions = {
  /** The program of the threads. */
  script?: URL;
  /** Milliseconds that one file may take. */
  timeLimit?: number;
  /** MiB of memory that a thread may take. */
  memoryLimit?: number;
};

type Job = ParseJob & { done(result: ReadResult): void };
type Thread = { worker: Worker; isFree(): boolean; run(job: Job): void };

// More would only wait for the disk and for whoever collects the articles.
const MOST_THREADS = 4;
// A thread takes longer to load than most files to read: another one is worth it where so many wait for each, or for so long.
const WAITING_FOR_EACH = 8;
const LONGEST_WAIT_MS = 1000;

/** A pool that starts no thread before it has a file for it. */
export function createParsePool({
  script = new URL('./parse-worker.js', import.meta.url),
  timeLimit = MAX_PARSE_TIME,
  memoryLimit = MAX_PARSE_MEMORY,
}: ParsePoolOptions = {}): ParsePool {
  const most = Math.min(MOST_THREADS, availableParallelism());
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let another: NodeJS.Timeout | undefined;

  function next(): void {
    if (waiting.length === 0) return;
    const free = [...threads].find((thread) => thread.isFree());
    if (free) give(free);
    else if (threads.size < most && waiting.length > WAITING_FOR_EACH * threads.size) give(start());
    else if (threads.size < most)
      another ??= setTimeout(() => {
        another = undefined;
        if (waiting.length > 0 && threads.size < most) give(start());
        next();
      }, LONGEST_WAIT_MS);
  }

  function give(thread: Thread): void {
    const job = waiting.shift();
    if (job) thread.run(job);
  }

  function start(): Thread {
    const worker = new Worker(script, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    });
    let running: Job | undefined;
    let timer: NodeJS.Timeout | undefined;
    const thread: Thread = {
      worker,
      isFree: () => running === undefined,
      run(job) {
        running = job;
        timer = setTimeout(() => lose(`it took longer than ${timeLimit / 1000} seconds`), timeLimit);
        // A view of a larger buffer is copied: only what stands alone, but for the byte that shows growth, can move.
        const { buffer, length } = job.bytes;
        const moved = buffer instanceof ArrayBuffer && buffer.byteLength <= length + 1 ? [buffer] : [];
        const { done: _, ...file } = job;
        worker.postMessage(file satisfies ParseJob, moved);
      },
    };
    function finish(result: ReadResult): void {
      clearTimeout(timer);
      const done = running?.done;
      running = undefined;
      done?.(result);
      next();
    }
    function lose(why: string): void {
      if (!threads.delete(thread)) return;
      void worker.terminate();
      const words = { what: 'reading it was given up', why, remedy: 'split it into smaller files' };
      finish({ articles: [], problems: running ? [rejection(running.name, words)] : [] });
    }
    worker.on('message', finish);
    worker.on('error', (error) => lose(reasonOf(error, memoryLimit)));
    worker.on('exit', () => lose('the thread that read it ended'));
    threads.add(thread);
    return thread;
  }

  return {
    parse: (file) =>
      new Promise((done) => {
        waiting.push({ ...file, done });
        next();
      }),
    warm() {
      if (threads.size === 0) start();
    },
    async close() {
      clearTimeout(another);
      const ending = [...threads];
      threads.clear();
      await Promise.all(ending.map(({ worker }) => worker.terminate()));
    },
  };
}

function reasonOf(error: unknown, memoryLimit: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return `it took more than ${memoryLimit} MiB of memory`;
  return error instanceof Error ? error.message : String(error);
}
