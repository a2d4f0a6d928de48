import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Article, Problem } from '../articles/article.js';
import { contentHash } from '../articles/identity.js';
import { ArticleSetError, listArticleSet } from '../articles/listing.js';
import { createParsePool } from '../articles/parse-pool.js';
import { rejection, warning } from '../articles/problem.js';
import { readArticleSet } from '../articles/set.js';
import type { Correction } from '../quotes/corrections.js';
import { extractQuotes } from '../quotes/extract.js';
import { buildPeople, type People } from '../quotes/people.js';
import type { Quotation } from '../quotes/quotation.js';
import { buildShingles, type Shingles } from '../quotes/verify/shingles.js';
import { buildSearchIndex, type SearchIndex } from '../search/search-index.js';
import type { Progress } from './archive.js';
import { misfitProblem, readPeopleFile } from './people-file.js';
import { type KnownSet, openSnapshotCache, type SnapshotCache } from './snapshot-cache.js';

/** A fully built archive that never changes. Every query is answered from exactly one. */
export type Snapshot = {
  /** Made from the contents of the articles and the corrections: the same set gives the same id again, also after a restart. */
  id: string;
  /** The state of the folder and of the corrections on disk that it was made from; null where they had only just changed. */
  madeFrom: string | null;
  /** When it was built, as an ISO instant. */
  builtAt: string;
  /** Absolute path of the article set. */
  directory: string;
  articles: readonly Article[];
  byId: ReadonlyMap<string, Article>;
  /** Content hash by article id. */
  hashes: ReadonlyMap<string, string>;
  problems: readonly Problem[];
  /** Quotations by article id, in the order of the text. */
  quotations: ReadonlyMap<string, readonly Quotation[]>;
  people: People;
  /** What the admins say of people; `people` has it already. */
  corrections: readonly Correction[];
  index: SearchIndex;
  /** Where every pair of words of the articles stands, for `/verify`. */
  shingles: Shingles;
};

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

/**
 * Reads a folder of articles, and the file of corrections of people if there is one, and builds all that is asked of them;
 * or takes it from the cache, as far as nothing has changed.
 * @throws {ArticleSetError} where the folder as a whole cannot be read
 */
export async function buildSnapshot(
  options: SnapshotOptions,
  onProgress: (progress: Progress) => void,
): Promise<Snapshot | 'unchanged'> {
  const { directory, peopleFile } = options;
  const cache = options.cache === undefined ? undefined : await openSnapshotCache(options.cache, directory);
  const corrected = peopleFile === undefined ? null : await readPeopleFile(peopleFile);
  let listing: Awaited<ReturnType<typeof listArticleSet>>;
  try {
    listing = await listArticleSet(directory);
  } catch (error) {
    const last = options.lastIfUnreadable && error instanceof ArticleSetError && (await cache?.snapshot());
    if (last) return { ...last, problems: [...last.problems, unreadable(error, last)], madeFrom: null };
    throw error;
  }
  const madeFrom =
    listing.hash && digest([listing.hash, peopleFile ?? null, corrected?.hash, corrected?.problems]);
  if (madeFrom) {
    if (madeFrom === options.current) return 'unchanged';
    const same = await cache?.snapshot(madeFrom);
    if (same) return same;
  }

  const { settings } = listing;
  const before = await cache?.known();
  const pool = createParsePool();
  const { articles, problems, known, unchanged } = await readArticleSet(directory, {
    listing,
    known: isDeepStrictEqual(before?.settings, settings) ? before?.files : undefined,
    parse: pool.parse,
    onProgress: (done, total) => onProgress({ stage: 'reading', done, total }),
  }).finally(() => pool.close());
  const hashes = new Map(articles.map((article) => [article.id, contentHash(article)]));
  const id = snapshotId(hashes, corrected?.hash ?? '');
  // Touched and otherwise the same: what was built of it is still good.
  const last = unchanged ? await cache?.snapshot() : undefined;
  if (last?.id === id) {
    const kept = { ...last, madeFrom };
    const again = before && { settings, files: known, quotations: before.quotations };
    return { ...kept, problems: [...last.problems, ...(await saved(cache, kept, again))] };
  }

  const byHash = new Map<string, readonly Quotation[]>();
  const quotations = new Map<string, readonly Quotation[]>();
  for (const [done, article] of articles.entries()) {
    const hash = hashes.get(article.id) ?? '';
    const found = before?.quotations.get(hash) ?? extractQuotes(article.text);
    byHash.set(hash, found);
    quotations.set(article.id, found);
    onProgress({ stage: 'quotations', done: done + 1, total: articles.length });
  }
  const people = buildPeople(
    articles.map((article) => ({ article, quotations: quotations.get(article.id) ?? [] })),
    corrected?.corrections,
  );
  if (peopleFile !== undefined && corrected) {
    problems.push(
      ...corrected.problems,
      ...people.misfits.map((misfit) => misfitProblem(peopleFile, misfit)),
    );
  }
  const snapshot: Snapshot = {
    id,
    madeFrom,
    builtAt: new Date().toISOString(),
    directory: resolve(directory),
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
    hashes,
    problems,
    quotations,
    people,
    corrections: corrected?.corrections ?? [],
    index: buildSearchIndex(articles, {
      onProgress: ({ done, total }) => onProgress({ stage: 'index', done, total }),
    }),
    shingles: buildShingles(articles.map(({ text }) => text)),
  };
  return {
    ...snapshot,
    problems: [
      ...problems,
      ...(await saved(cache, snapshot, { settings, files: known, quotations: byHash })),
    ],
  };
}

/** Saves a snapshot; that it could not be saved is a problem that costs the next start its time, and nothing else. */
async function saved(
  cache: SnapshotCache | undefined,
  snapshot: Snapshot,
  known: KnownSet | undefined,
): Promise<Problem[]> {
  if (!cache || !known) return [];
  try {
    await cache.save(snapshot, known);
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

function unreadable(error: unknown, { builtAt }: Snapshot): Problem {
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
