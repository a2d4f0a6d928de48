import type { ArticleRef } from '../articles/article.js';
import type { Archive, Progress } from './archive.js';
import type { SnapshotOptions } from './build-snapshot.js';
import type { EngineOptions } from './engines.js';
import type { AnswerOptions } from './queries.js';

/** What changed between two sets of articles. */
export type Changes = { added: ArticleRef[]; changed: ArticleRef[]; removed: ArticleRef[] };

/** What can be asked of a snapshot, wherever it lives. */
export type Queries = Pick<
  Archive,
  | 'ask'
  | 'quotes'
  | 'verify'
  | 'people'
  | 'person'
  | 'timeline'
  | 'articles'
  | 'article'
  | 'fingerprints'
  | 'newSince'
  | 'publications'
  | 'status'
> & {
  /** Its articles with their contents' hashes, packed: the thread that passes them on has better to do than to read them. */
  versions(): Promise<Uint8Array>;
  /** What is different here from the snapshot that gave `versions`. */
  changesSince(versions: Uint8Array): Promise<Changes>;
  /** What on disk the snapshot was made from, as `SnapshotOptions.current` takes it. */
  madeFrom(): Promise<string | null>;
};
export type QueryName = keyof Queries;
export type QueryArguments<Name extends QueryName> = Parameters<Queries[Name]>;
export type QueryResult<Name extends QueryName> = Awaited<ReturnType<Queries[Name]>>;

/** Given to a thread at its start. */
export type ThreadData = SnapshotOptions & AnswerOptions & EngineOptions;

/** To the thread: one query at a time. */
export type Call = {
  id: number;
  name: QueryName;
  arguments: unknown[];
  /** The publications that it is asked of; null for all. */
  only: readonly string[] | null;
};

/** From the thread. */
export type Report =
  | { type: 'progress'; progress: Progress }
  | { type: 'ready' }
  /** What answers now is what the thread would have built. */
  | { type: 'unchanged' }
  /** The snapshot could not be built: the article set is `unreadable`, the engine `unreachable`, or there is a defect. */
  | { type: 'failed'; message: string; code: 'unreadable' | 'unreachable' | 'failed' }
  /** What is kept was damaged, and is removed, or is gone: the thread that takes over makes it anew, and answers. */
  | { type: 'damaged'; message: string }
  | { type: 'result'; id: number; value: unknown }
  | { type: 'error'; id: number; message: string; stack: string | undefined; code: 'unreachable' | 'failed' };
