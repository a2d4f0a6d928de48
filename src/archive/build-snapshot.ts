import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Problem } from '../articles/article.js';
import { ArticleSetError, type Listing, listArticleSet } from '../articles/listing.js';
import { rejection } from '../articles/problem.js';
import type { Progress } from './archive.js';
import { type FoundPeopleFile, readPeopleFile } from './people-file.js';
import type { SnapshotParts } from './snapshot.js';
import { snapshotCache } from './snapshot-cache.js';

export type SnapshotOptions = {
  /** The folder of the article set. */
  directory: string;
  /** The file of corrections of people, if there is one. */
  peopleFile?: string | undefined;
  /** The folder of the cache; without it everything is built from the files each time. */
  cache?: string | undefined;
  /** Whether the largest parts stay in the cache's file, and are read as they are asked for. */
  paged?: boolean | undefined;
  /** What the snapshot that answers now was made from: where that is still so, nothing is built. */
  current?: string | undefined;
  /** Where the folder cannot be read, the last snapshot in the cache is taken, with a problem that says so. */
  lastIfUnreadable?: boolean;
};

/**
 * Reads a folder of articles, and the file of corrections of people if there is one, and builds all that is asked of them;
 * or takes it from the cache, as far as nothing has changed. `holdLease` is called before something is built, and resolves when no
 * other process builds: with true where one did.
 * @throws {ArticleSetError} where the folder as a whole cannot be read
 */
export async function buildSnapshot(
  snapshotOptions: SnapshotOptions,
  onProgress: (progress: Progress) => void,
  holdLease: () => Promise<boolean> = async () => false,
): Promise<SnapshotParts | 'unchanged'> {
  const { directory, peopleFile: path, current, ...options } = snapshotOptions;
  const cache = options.cache === undefined ? undefined : snapshotCache(options.cache, directory, options);
  const corrected = path === undefined ? undefined : { path, ...(await readPeopleFile(path)) };
  let listing: Listing;
  try {
    listing = await listArticleSet(directory);
  } catch (error) {
    const last = options.lastIfUnreadable && error instanceof ArticleSetError && (await cache?.snapshot());
    if (last) return { ...last, problems: [...last.problems, unreadable(error, last)], madeFrom: null };
    throw error;
  }
  const madeFrom = stateOnDisk(listing, corrected);
  if (madeFrom && madeFrom === current) return 'unchanged';
  const same = madeFrom && (await cache?.snapshot(madeFrom));
  if (same) return same;
  // Whoever built meanwhile has mostly built what is wanted.
  if (await holdLease()) return buildSnapshot(snapshotOptions, onProgress);
  // All that reads files is loaded only where there is something to read: mostly there is not.
  const { rebuild } = await import('./rebuild.js');
  const paged = options.paged ?? false;
  return rebuild({ directory: resolve(directory), madeFrom, corrected, cache, paged, listing }, onProgress);
}

/** What stands for the folder and the corrections as they are on disk; null where a file was touched too lately to tell. */
function stateOnDisk({ hash }: Listing, corrected: FoundPeopleFile | undefined): string | null {
  return hash && digest([hash, corrected?.path ?? null, corrected?.hash, corrected?.problems]);
}

function unreadable(error: unknown, { builtAt }: SnapshotParts): Problem {
  return rejection('.', {
    what: 'the articles could not be read',
    why: `${error instanceof Error ? error.message : error}`,
    remedy: `mend this, then reload; until then the archive answers as it was built at ${builtAt}`,
  });
}

const digest = (parts: unknown) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
