import type { ArticleRef } from '../articles/article.js';
import type { Archive, Progress } from './archive.js';
import type { SnapshotOptions } from './build-snapshot.js';
import type { EngineOptions } from './engines.js';
import type { AnswerOptions } from './queries.js';
import type { Answering } from './take-over.js';

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
  | 'problems'
> & {
  /** The articles that are not, as they are here, among those with these fingerprints. */
  notIn(fingerprints: Uint8Array): Promise<ArticleRef[]>;
  /** What on disk the snapshot was made from, as `SnapshotOptions.current` takes it. */
  madeFrom(): Promise<string | null>;
};
export type QueryName = keyof Queries;
export type QueryArguments<Name extends QueryName> = Parameters<Queries[Name]>;
export type QueryResult<Name extends QueryName> = Awaited<ReturnType<Queries[Name]>>;

/** Given to a thread at its start. */
export type ThreadData = SnapshotOptions &
  AnswerOptions &
  EngineOptions & {
    /** The snapshot in the cache is taken as it is, where it is another than this one. Nothing is built while another answers. */
    takeOver?: Answering;
  };

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
  /** `generation` is what its snapshot is in the cache (`generationOf`); undefined without a cache. */
  | { type: 'ready'; generation: string | undefined }
  /** What answers now is what the thread would have built. */
  | { type: 'unchanged' }
  /** The snapshot could not be built: the article set is `unreadable`, the engine `unreachable`, or there is a defect. */
  | { type: 'failed'; message: string; code: 'unreadable' | 'unreachable' | 'failed' }
  /** What is kept was damaged, and is removed, or is gone: the thread that takes over makes it anew, and answers. */
  | { type: 'damaged'; message: string }
  | { type: 'result'; id: number; value: unknown }
  | { type: 'error'; id: number; message: string; stack: string | undefined; code: 'unreachable' | 'failed' };
