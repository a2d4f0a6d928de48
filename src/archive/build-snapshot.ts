import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Problem } from '../articles/article.js';
import type { KnownSet } from '../articles/known.js';
import { ArticleSetError, type Listing, listArticleSet } from '../articles/listing.js';
import { rejection, warning } from '../articles/problem.js';
import { DamagedError } from '../search/damaged.js';
import type { Progress } from './archive.js';
import { type FoundPeopleFile, readPeopleFile } from './people-file.js';
import type { SnapshotParts } from './snapshot.js';
import { type SnapshotCache, snapshotCache } from './snapshot-cache.js';

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
  const source = { directory: resolve(directory), madeFrom, corrected, cache, listing };
  return rebuilt({ ...source, paged: options.paged ?? false }, onProgress);
}

type Source = {
  directory: string;
  madeFrom: string | null;
  corrected: FoundPeopleFile | undefined;
  cache: SnapshotCache | undefined;
  paged: boolean;
  listing: Listing;
};

/** The snapshot of a set in which something was touched, saved for the next start. */
async function rebuilt(
  { directory, madeFrom, corrected, cache, paged, listing }: Source,
  onProgress: (progress: Progress) => void,
): Promise<SnapshotParts> {
  // All that reads files is loaded only where there is something to read: mostly there is not.
  const { buildParts, readChanged, wholeArticles } = await import('./build-parts.js');
  const last = await cache?.snapshot();
  // What is known holds no texts: without the snapshot that has them every file is parsed.
  const known = last && (await cache?.known(last));
  const set = await readChanged(listing, { directory, known, last, onProgress });
  const hashes = new Map(set.articles.map(({ record: { id, hash } }) => [id, hash]));
  const id = snapshotId(hashes, corrected?.hash ?? '');
  const builtAt = new Date().toISOString();
  const parts =
    set.unchanged && last?.id === id
      ? // Touched and otherwise the same: what was built of it is still good.
        { ...last, madeFrom }
      : {
          ...{ id, madeFrom, builtAt, directory },
          ...buildParts(
            { articles: wholeArticles(set.articles, last), problems: set.problems },
            { hashes, corrected, last, onProgress },
          ),
        };
  const unsaved = await save(cache, parts, set.known);
  // From here on it answers from the file.
  const kept = paged && unsaved.length === 0 ? await cache?.snapshot(parts.madeFrom ?? '') : undefined;
  if (kept) return { ...kept, madeFrom };
  return { ...parts, problems: [...parts.problems, ...unsaved] };
}

/** What stands for the folder and the corrections as they are on disk; null where a file was touched too lately to tell. */
function stateOnDisk({ hash }: Listing, corrected: FoundPeopleFile | undefined): string | null {
  return hash && digest([hash, corrected?.path ?? null, corrected?.hash, corrected?.problems]);
}

/** Saves a snapshot; that it could not be saved is a problem that costs the next start its time, and nothing else. */
async function save(
  cache: SnapshotCache | undefined,
  parts: SnapshotParts,
  known: KnownSet,
): Promise<Problem[]> {
  try {
    await cache?.save(parts, known);
    return [];
  } catch (error) {
    // Of what is known some is read only now.
    if (error instanceof DamagedError) throw error;
    return [
      warning('CACHE_DIR', {
        what: 'the archive could not be kept for the next start',
        why: error instanceof Error ? error.message : String(error),
        remedy: 'see that the folder of the cache may be written and its disk is not full',
      }),
    ];
  }
}

function unreadable(error: unknown, { builtAt }: SnapshotParts): Problem {
  return rejection('.', {
    what: 'the articles could not be read',
    why: `${error instanceof Error ? error.message : error}`,
    remedy: `mend this, then reload; until then the archive answers as it was built at ${builtAt}`,
  });
}

// 48 bits tell a few thousand snapshots apart and leave room in a button's 100 characters.
function snapshotId(hashes: ReadonlyMap<string, string>, corrections: string): string {
  const contents = [...hashes].map(([id, hash]) => `${id} ${hash}\n`).sort();
  if (corrections) contents.push(corrections);
  return createHash('sha256').update(contents.join('')).digest('hex').slice(0, 12);
}

const digest = (parts: unknown) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
