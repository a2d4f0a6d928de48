import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenSearchSettings } from '../search/opensearch/cluster.js';
import { isTimeZone } from '../text/dates.js';
import type { Archive, Progress, ReloadReport } from './archive.js';
import { ENGINES, type EngineName } from './engine-names.js';
import { ArchiveError } from './errors.js';
import { watchGenerations } from './generation.js';
import { isInside } from './is-inside.js';
import type { QueryArguments, QueryName, QueryResult, ThreadData } from './protocol.js';
import { judgeReload } from './reload.js';
import {
  readArticleQuery,
  readArticlesQuery,
  readAsk,
  readPeopleQuery,
  readPersonQuery,
  readPublications,
  readPublicationsQuery,
  readQuoteQuery,
  readTimelineQuery,
  readVerifyQuery,
} from './requests.js';
import { cacheFolder } from './snapshot-cache.js';
import { NotBegun, type SnapshotThread, STOPPED, startThread } from './thread.js';
import type { ArchiveWatch } from './watch.js';

export type ArchiveOptions = {
  /** The folder that holds the article set. */
  articles: string;
  /** A file of corrections of people, read with the articles on every reload; without it there are none. */
  peopleFile?: string | undefined;
  /**
   * A folder where the archive is kept between runs, so that it opens without being built again. What is in it may be deleted
   * at any time. Without it nothing is kept.
   */
  cache?: string | undefined;
  /**
   * What holds the full-text index: `lunr`, in memory (the default); for large archives `sqlite`, in a file in the cache, or
   * `opensearch`, in a cluster.
   */
  engine?: EngineName | undefined;
  /** Where the OpenSearch cluster is, and who asks; only for that engine. */
  opensearch?: OpenSearchSettings | undefined;
  /**
   * How sure the archive must be to answer, from 0 (whatever comes nearest) to 1 (never); 0.55 without it. Below, it says that
   * it has no answer, and shows what comes close.
   */
  answerConfidence?: number | undefined;
  /** The time zone whose day "today" means in a question, such as `Pacific/Auckland`; the machine's own without it. */
  timeZone?: string | undefined;
  /** Milliseconds that one query may run before it is given up and its thread replaced. Default 10,000. */
  queryTimeout?: number;
  /** Told how the first build gets on. */
  onProgress?: (progress: Progress) => void;
  /** Told when a search thread was lost, or its replacement could not be built. It is tried again by itself. */
  onLost?: (error: unknown) => void;
  /**
   * Told where the archive has gone over to what another process built into the same cache, or why it could not. It looks every two
   * seconds, and builds nothing for that.
   */
  onTakeOver?: (report: ReloadReport) => void;
  /** Begins with what the cache holds, where it holds something, without a look at the folder. The next reload brings it up to that. */
  lastFirst?: boolean | undefined;
  /** Told of every query and reload. */
  watch?: ArchiveWatch | undefined;
};

const WORKER = new URL('./worker.js', import.meta.url);
const DEFAULT_QUERY_TIMEOUT = 10_000;
// Where the folder is gone, building again in a tight loop would help nobody.
const REBUILD_AFTER = 5000;

function checkOptions({
  articles,
  cache,
  engine = 'lunr',
  opensearch,
  queryTimeout = DEFAULT_QUERY_TIMEOUT,
  timeZone,
}: ArchiveOptions): void {
  if (typeof articles !== 'string' || articles === '')
    throw new ArchiveError('invalid', 'openArchive needs the folder of the articles: { articles: "path" }.');
  if (cache !== undefined && isInside(cache, articles))
    throw new ArchiveError(
      'invalid',
      `The cache ${cache} lies inside the folder of the articles, ${articles}, and would be read as articles. Name another with CACHE_DIR, or another folder of articles.`,
    );
  if (!ENGINES.includes(engine))
    throw new ArchiveError('invalid', `There is no engine “${engine}”; there are ${ENGINES.join(', ')}.`);
  if (engine !== 'lunr' && cache === undefined)
    throw new ArchiveError(
      'invalid',
      `The engine ${engine} needs a cache, and there is none: give openArchive a folder for it, { cache: "path" }.`,
    );
  if (engine === 'opensearch' && !opensearch?.nodes.length)
    throw new ArchiveError(
      'invalid',
      'The engine opensearch needs the address of a cluster: set OPENSEARCH_URLS, or give openArchive { opensearch: { nodes: ["https://…"] } }.',
    );
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new ArchiveError('invalid', 'timeZone is not the name of a time zone such as Pacific/Auckland.');
  // What setTimeout can hold; more would run out at once.
  if (!(queryTimeout > 0 && queryTimeout < 2 ** 31))
    throw new ArchiveError(
      'invalid',
      'queryTimeout is not a number of milliseconds between 0 and 2147483648.',
    );
}

/**
 * Opens the archive of a folder of articles: reads, indexes and then answers on a thread of its own.
 * An empty folder is an empty archive. Where the folder cannot be read but the cache has its last snapshot, that answers,
 * and a problem in the status says so.
 * @throws {ArchiveError} `unreadable` where the folder cannot be read; `unreachable` where the engine cannot be asked; `invalid` for options that mean nothing
 */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  checkOptions(options);
  const queryTimeout = options.queryTimeout ?? DEFAULT_QUERY_TIMEOUT;
  const closing = new AbortController();
  const closed = () => new ArchiveError('closed', 'The archive is closed.');
  let current: Promise<SnapshotThread> = start(
    { lastIfUnreadable: true, ...(options.lastFirst && { takeOver: 'none' }) },
    options.onProgress,
  );
  let reloading: Promise<ReloadReport> | undefined;
  let takingOver: Promise<ReloadReport> | undefined;
  const reloadListeners = new Set<(progress: Progress) => void>();
  await current;
  if (options.cache !== undefined)
    void watchGenerations(cacheFolder(options.cache, options.articles), {
      signal: closing.signal,
      async answering() {
        const { generation } = await current;
        return reloading ? undefined : generation;
      },
      takeOver,
    });

  /** `served` gives the promise that `current` is while this thread answers, where that is not its own. */
  function start(
    build: Pick<ThreadData, 'current' | 'lastIfUnreadable' | 'takeOver'>,
    onProgress: (progress: Progress) => void = () => {},
    served?: () => Promise<SnapshotThread>,
  ): Promise<SnapshotThread> {
    const starting: Promise<SnapshotThread> = startThread({
      script: WORKER,
      build: {
        directory: options.articles,
        peopleFile: options.peopleFile,
        cache: options.cache,
        engine: options.engine,
        opensearch: options.opensearch,
        answerConfidence: options.answerConfidence,
        timeZone: options.timeZone,
        ...build,
      },
      queryTimeout,
      signal: closing.signal,
      onProgress,
      onLost(error) {
        if (current !== (served?.() ?? starting)) return;
        options.onLost?.(error);
        const again: Promise<SnapshotThread> = startAgain(() => again);
        current = again;
        again.catch(() => {});
      },
    });
    return starting;
  }

  async function startAgain(served: () => Promise<SnapshotThread>): Promise<SnapshotThread> {
    for (;;) {
      try {
        return await start({ lastIfUnreadable: true }, undefined, served);
      } catch (error) {
        options.onLost?.(error);
        await sleep(REBUILD_AFTER, undefined, { signal: closing.signal });
      }
    }
  }

  /** The thread that answers now; waits for a replacement no longer than for a query. */
  async function thread(): Promise<SnapshotThread> {
    if (closing.signal.aborted) throw closed();
    // Cleared, not aborted: an abort makes an error with its stack, and each query comes by here.
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const why = 'The archive is being rebuilt. Please ask again in a minute.';
      timer = setTimeout(() => reject(new ArchiveError('stopped', why)), queryTimeout);
    });
    try {
      return await Promise.race([current, late]);
    } catch (error) {
      throw closing.signal.aborted ? closed() : error;
    } finally {
      clearTimeout(timer);
    }
  }

  async function queryOnly<Name extends QueryName>(
    only: readonly string[] | null,
    name: Name,
    ...values: QueryArguments<Name>
  ): Promise<QueryResult<Name>> {
    const over = options.watch?.query(name);
    try {
      const result = await answered(only, name, ...values);
      over?.('answered');
      return result;
    } catch (error) {
      over?.('failed');
      throw error;
    }
  }

  async function answered<Name extends QueryName>(
    only: readonly string[] | null,
    name: Name,
    ...values: QueryArguments<Name>
  ): Promise<QueryResult<Name>> {
    let before: SnapshotThread | undefined;
    for (;;) {
      const serving = await thread();
      // A thread that did not begin will not begin the next time: asking it again would go on for ever and let nothing else run.
      if (serving === before) throw new ArchiveError('stopped', STOPPED);
      before = serving;
      try {
        return await serving.queryOnly(only, name, ...values);
      } catch (error) {
        // The thread was swapped or lost before this query's turn: its successor answers.
        if (!(error instanceof NotBegun)) throw error;
      }
    }
  }

  async function reload(): Promise<ReloadReport> {
    await takingOver?.catch(() => {});
    const madeFrom = await queryOnly(null, 'madeFrom');
    const report = await replace({ ...(madeFrom && { current: madeFrom }) });
    options.watch?.reloaded(report);
    return report;
  }

  /** Goes over to what another process built; false where that failed, and may not another time. */
  async function takeOver(): Promise<boolean> {
    takingOver = queryOnly(null, 'status')
      .then(({ snapshot: id, builtAt }) => replace({ takeOver: { id, builtAt } }))
      .finally(() => {
        takingOver = undefined;
      });
    const report = await takingOver;
    if (!report.swapped && report.why === null) return true;
    options.watch?.reloaded(report);
    options.onTakeOver?.(report);
    return report.swapped;
  }

  /** Builds beside what answers, and goes over to it if it is good. */
  async function replace(build: Pick<ThreadData, 'current' | 'takeOver'>): Promise<ReloadReport> {
    const started = performance.now();
    const oldStatus = await queryOnly(null, 'status');
    const candidate = start(build, (progress) => {
      for (const listener of reloadListeners) listener(progress);
    });
    const verdict = await judgeReload({
      current: { query: (...asked) => queryOnly(null, ...asked) },
      oldStatus,
      candidate,
    });
    if (!verdict.swapped) {
      await candidate.then((built) => built.close()).catch(() => {});
    } else {
      const before = current;
      current = candidate;
      before.then((replaced) => replaced.drain()).catch(() => {});
    }
    return { ...verdict, milliseconds: Math.round(performance.now() - started) };
  }

  /** The archive as it answers from some publications; null for all. */
  const answering = (only: readonly string[] | null): Archive => {
    const query = <Name extends QueryName>(name: Name, ...values: QueryArguments<Name>) =>
      queryOnly(only, name, ...values);
    return {
      only(publications) {
        const wanted = readPublications(publications);
        return answering(only ? wanted.filter((publication) => only.includes(publication)) : wanted);
      },
      async ask(question, filters = {}) {
        const answer = await query('ask', ...readAsk(question, filters));
        options.watch?.asked(answer);
        return answer;
      },
      async quotes(request) {
        return query('quotes', readQuoteQuery(request));
      },
      async verify(request) {
        return query('verify', readVerifyQuery(request));
      },
      async people(request = {}) {
        return query('people', readPeopleQuery(request));
      },
      async person(request) {
        return query('person', readPersonQuery(request));
      },
      async timeline(request) {
        return query('timeline', readTimelineQuery(request));
      },
      async articles(request = {}) {
        return query('articles', readArticlesQuery(request));
      },
      async article(request) {
        return query('article', readArticleQuery(request));
      },
      async publications(request = {}) {
        return query('publications', readPublicationsQuery(request));
      },
      fingerprints: () => query('fingerprints'),
      newSince: (fingerprints) => query('newSince', fingerprints),
      status: () => query('status'),
      problems: () => query('problems'),
      async reload(onProgress) {
        if (onProgress) reloadListeners.add(onProgress);
        reloading ??= reload().finally(() => {
          reloading = undefined;
          reloadListeners.clear();
        });
        return reloading;
      },
      async close() {
        if (closing.signal.aborted) return;
        closing.abort();
        await current.then((answering) => answering.close()).catch(() => {});
      },
    };
  };
  return answering(null);
}
