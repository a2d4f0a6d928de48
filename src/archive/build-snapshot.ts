import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Article, Problem } from '../articles/article.js';
import { contentHash } from '../articles/identity.js';
import { ArticleSetError, type Listing, listArticleSet } from '../articles/listing.js';
import { createParsePool } from '../articles/parse-pool.js';
import { rejection, warning } from '../articles/problem.js';
import { type ArticleSet, readArticleSet } from '../articles/set.js';
import { extractQuotes } from '../quotes/extract.js';
import { buildPeople } from '../quotes/people.js';
import type { Quotation } from '../quotes/quotation.js';
import { buildShingles } from '../quotes/verify/shingles.js';
import { buildPassageTable } from '../search/passage-table.js';
import type { Progress } from './archive.js';
import { openStore, storeArticles } from './article-store.js';
import { misfitProblem, type PeopleFile, readPeopleFile } from './people-file.js';
import { type Snapshot, type SnapshotParts, snapshotOf } from './snapshot.js';
import { type KnownSet, openSnapshotCache, type SnapshotCache } from './snapshot-cache.js';

export type SnapshotOptions = {
  /** The folder of the article set. */
  directory: string;
  /** The file of corrections of people, if there is one. */
  peopleFile?: string | undefined;
  /** The folder of the cache; without it everything is built from the files each time. */
  cache?: string | undefined;
  /** What the snapshot that answers now was made from: where that is still so, nothing is built. */
  current?: string | undefined;
  /** Where the folder cannot be read, the last snapshot in the cache is taken, with a problem that says so. */
  lastIfUnreadable?: boolean;
};

type OnProgress = (progress: Progress) => void;
type Corrected = PeopleFile & { path: string };

/**
 * Reads a folder of articles, and the file of corrections of people if there is one, and builds all that is asked of them;
 * or takes it from the cache, as far as nothing has changed.
 * @throws {ArticleSetError} where the folder as a whole cannot be read
 */
export async function buildSnapshot(
  options: SnapshotOptions,
  onProgress: OnProgress,
): Promise<Snapshot | 'unchanged'> {
  const parts = await takeOrBuild(options, onProgress);
  return parts === 'unchanged' ? parts : snapshotOf(parts);
}

async function takeOrBuild(
  { directory, peopleFile: path, current, ...options }: SnapshotOptions,
  onProgress: OnProgress,
): Promise<SnapshotParts | 'unchanged'> {
  const cache = options.cache === undefined ? undefined : await openSnapshotCache(options.cache, directory);
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
  if (madeFrom) {
    if (madeFrom === current) return 'unchanged';
    const same = await cache?.snapshot(madeFrom);
    if (same) return same;
  }

  const known = await cache?.known();
  const last = known && (await cache?.snapshot());
  const set = await readChanged(directory, { listing, known, onProgress });
  const hashes = new Map(set.articles.map((article) => [article.id, contentHash(article)]));
  const id = snapshotId(hashes, corrected?.hash ?? '');
  const parts =
    set.unchanged && last?.id === id
      ? // Touched and otherwise the same: what was built of it is still good.
        { ...last, madeFrom }
      : {
          ...buildParts(set, { hashes, corrected, last, onProgress }),
          ...{ id, madeFrom, builtAt: new Date().toISOString(), directory: resolve(directory), hashes },
        };
  const unsaved = await save(cache, parts, { settings: listing.settings, files: set.known });
  return { ...parts, problems: [...parts.problems, ...unsaved] };
}

/** What stands for the folder and the corrections as they are on disk; null where a file was touched too lately to tell. */
function stateOnDisk({ hash }: Listing, corrected: Corrected | undefined): string | null {
  return hash && digest([hash, corrected?.path ?? null, corrected?.hash, corrected?.problems]);
}

/** The set as it is now; files that are as they were when they were `known` are not parsed again. */
async function readChanged(
  directory: string,
  { listing, known, onProgress }: { listing: Listing; known: KnownSet | undefined; onProgress: OnProgress },
): Promise<ArticleSet> {
  const pool = createParsePool();
  return readArticleSet(directory, {
    listing,
    known: isDeepStrictEqual(known?.settings, listing.settings) ? known?.files : undefined,
    parse: pool.parse,
    onProgress: (done, total) => onProgress({ stage: 'reading', done, total }),
  }).finally(() => pool.close());
}

type Built = Pick<SnapshotParts, 'problems' | 'quotations' | 'shingles' | 'stored' | 'people' | 'table'>;

/** All that is made of the articles of a set; what the last snapshot has of the same articles is taken from it. */
function buildParts(
  { articles, problems }: ArticleSet,
  {
    hashes,
    corrected,
    last,
    onProgress,
  }: {
    hashes: ReadonlyMap<string, string>;
    corrected: Corrected | undefined;
    last: SnapshotParts | undefined;
    onProgress: OnProgress;
  },
): Built {
  const total = articles.length;
  const quotations = quotationsOf(articles, hashes, last, onProgress);
  const { personOf, ...people } = buildPeople(
    articles.map((article) => ({ article, quotations: quotations.get(article.id) ?? [] })),
    corrected?.corrections,
  );
  return {
    problems: [...problems, ...problemsOf(corrected, people.misfits)],
    quotations: [...quotations.values()].reduce((sum, found) => sum + found.length, 0),
    stored: storeArticles(articles, quotations, personOf),
    people,
    table: buildPassageTable(articles, (done) => onProgress({ stage: 'index', done, total })),
    shingles: buildShingles(articles.map(({ text }) => text)),
  };
}

/** The quotations of every article, by its id. */
function quotationsOf(
  articles: readonly Article[],
  hashes: ReadonlyMap<string, string>,
  last: SnapshotParts | undefined,
  onProgress: OnProgress,
): Map<string, readonly Quotation[]> {
  const before = last && openStore(last.stored);
  const idBefore = new Map([...(last?.hashes ?? [])].map(([id, hash]) => [hash, id]));
  const quotations = new Map<string, readonly Quotation[]>();
  for (const [done, { id, text }] of articles.entries()) {
    const same = idBefore.get(hashes.get(id) ?? '');
    quotations.set(id, before && same !== undefined ? before.quotationsOf(same) : extractQuotes(text));
    onProgress({ stage: 'quotations', done: done + 1, total: articles.length });
  }
  return quotations;
}

function problemsOf(
  corrected: Corrected | undefined,
  misfits: SnapshotParts['people']['misfits'],
): Problem[] {
  if (!corrected) return [];
  return [...corrected.problems, ...misfits.map((misfit) => misfitProblem(corrected.path, misfit))];
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
