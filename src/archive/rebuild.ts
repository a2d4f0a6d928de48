import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../articles/article.js';
import type { KnownSet } from '../articles/known.js';
import type { Listing } from '../articles/listing.js';
import { createParsePool } from '../articles/parse-pool.js';
import { warning } from '../articles/problem.js';
import { type ArticleSurvey, type SetArticle, surveyArticleSet } from '../articles/survey.js';
import { DamagedError } from '../search/damaged.js';
import type { Progress } from './archive.js';
import { buildParts, type LastParts, placesByHash } from './build-parts.js';
import { type FoundPeopleFile, misfitProblem } from './people-file.js';
import { quotedIn } from './quoted-in.js';
import type { SnapshotParts } from './snapshot.js';
import type { SnapshotCache } from './snapshot-cache.js';

export type Source = {
  /** Absolute path of the article set, and what it holds. */
  directory: string;
  listing: Listing;
  corrected: FoundPeopleFile | undefined;
  /** What stands for both as they are on disk. */
  madeFrom: string | null;
  cache: SnapshotCache | undefined;
  /** Whether the largest parts are read from the cache's file, once they are in it. */
  paged: boolean;
};

/** The snapshot of a set in which something was touched, saved for the next start. */
export async function rebuild(
  { directory, listing, corrected, madeFrom, cache, paged }: Source,
  onProgress: (progress: Progress) => void,
): Promise<SnapshotParts> {
  const { last, places, set } = await readChanged(directory, listing, cache, onProgress);
  const id = snapshotId(set.articles, corrected?.hash ?? '');
  const same = last && last.id === id && haveTheirFiles(last, set.articles) ? last : undefined;
  const { parts, layers } =
    same ?? buildParts(set.articles, last && { layers: last.layers, places }, onProgress);
  const corrections = corrected?.corrections ?? [];
  const quoted = same ?? quotedIn(parts, corrections);
  const problems = [...set.problems, ...problemsOf(corrected, quoted.people.misfits)];
  // What says nothing new is no new snapshot.
  const builtAt =
    same && isDeepStrictEqual(same.problems, problems) ? same.builtAt : new Date().toISOString();
  const { people, roles } = quoted;
  const whole = { id, madeFrom, builtAt, directory, problems, corrections, people, roles };
  // A folder that is empty for a moment, as a lost mount is, must not cost what is kept of the archive.
  if (set.articles.length === 0 && last && last.layers.stretches.length > 0)
    return { ...whole, parts, layers };
  const unsaved = await save(cache, { ...whole, parts, layers }, set.known);
  // From here on it answers from the file.
  const isWhole = layers.base === null;
  const kept = paged && isWhole && unsaved.length === 0 ? await cache?.snapshot(madeFrom ?? '') : undefined;
  if (kept) return { ...kept, madeFrom };
  return { ...whole, parts, layers, problems: [...problems, ...unsaved] };
}

/** Whether the articles, which are the same, are also in the same files. */
function haveTheirFiles({ parts: { references } }: SnapshotParts, articles: readonly SetArticle[]): boolean {
  return articles.every(({ record: { file } }, at) => references[at]?.file === file);
}

/** The set as it is now, read with the help of the last snapshot: files that have not changed are not parsed again. */
async function readChanged(
  directory: string,
  listing: Listing,
  cache: SnapshotCache | undefined,
  onProgress: (progress: Progress) => void,
): Promise<{ last: SnapshotParts | undefined; places: LastParts['places']; set: ArticleSurvey }> {
  const pool = createParsePool();
  try {
    pool.warm();
    const last = await cache?.snapshot();
    const known = last && (await cache?.known());
    const places: LastParts['places'] = last ? placesByHash(last.layers) : new Map();
    const set = await surveyArticleSet(directory, {
      listing,
      before: known && { known, has: ({ hash }) => places.has(hash) },
      parse: pool.parse,
      onProgress: (done, total) => onProgress({ stage: 'reading', done, total }),
    });
    return { last, places, set };
  } finally {
    await pool.close();
  }
}

function problemsOf(
  corrected: FoundPeopleFile | undefined,
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
    // Some of what is written is read only now.
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

// 48 bits tell a few thousand snapshots apart and leave room in a button's 100 characters.
function snapshotId(articles: readonly SetArticle[], corrections: string): string {
  const contents = articles.map(({ record: { id, hash } }) => `${id} ${hash}\n`).sort();
  if (corrections) contents.push(corrections);
  return createHash('sha256').update(contents.join('')).digest('hex').slice(0, 12);
}
