import { isDeepStrictEqual } from 'node:util';
import type { Article, Problem } from '../articles/article.js';
import type { Listing } from '../articles/listing.js';
import { createParsePool } from '../articles/parse-pool.js';
import { type ArticleSet, readArticleSet } from '../articles/set.js';
import { extractQuotes } from '../quotes/extract.js';
import { buildPeople } from '../quotes/people.js';
import type { Quotation } from '../quotes/quotation.js';
import { buildWholeShingles } from '../quotes/verify/build-shingles.js';
import { buildPassageTable } from '../search/build-passage-table.js';
import type { Progress } from './archive.js';
import { openStore, storeArticles } from './article-store.js';
import { type FoundPeopleFile, misfitProblem } from './people-file.js';
import { seenRoles } from './role-holders.js';
import type { SnapshotParts } from './snapshot.js';
import type { KnownSet } from './snapshot-cache.js';

type OnProgress = (progress: Progress) => void;

/** The set as it is now; files that are as they were when they were `known` are not parsed again. */
export async function readChanged(
  listing: Listing,
  {
    directory,
    known,
    onProgress,
  }: { directory: string; known: KnownSet | undefined; onProgress: OnProgress },
): Promise<ArticleSet> {
  const pool = createParsePool();
  return readArticleSet(directory, {
    listing,
    known: isDeepStrictEqual(known?.settings, listing.settings) ? known?.files : undefined,
    parse: pool.parse,
    onProgress: (done, total) => onProgress({ stage: 'reading', done, total }),
  }).finally(() => pool.close());
}

type Built = Omit<SnapshotParts, 'id' | 'madeFrom' | 'builtAt' | 'directory'>;

/** All that is made of the articles of a set; what the last snapshot has of the same articles is taken from it. */
export function buildParts(
  { articles, problems }: ArticleSet,
  {
    hashes,
    corrected,
    last,
    onProgress,
  }: {
    hashes: ReadonlyMap<string, string>;
    corrected: FoundPeopleFile | undefined;
    last: SnapshotParts | undefined;
    onProgress: OnProgress;
  },
): Built {
  const total = articles.length;
  const places = placesBefore(articles, hashes, last);
  const sameAs = (number: number) => places[number];
  const quotations = quotationsOf(articles, places, last, onProgress);
  const { personOf, ...people } = buildPeople(
    articles.map((article) => ({ article, quotations: quotations.get(article.id) ?? [] })),
    corrected?.corrections,
  );
  return {
    hashes,
    corrections: corrected?.corrections ?? [],
    problems: [...problems, ...problemsOf(corrected, people.misfits)],
    quotations: [...quotations.values()].reduce((sum, found) => sum + found.length, 0),
    stored: storeArticles(articles, quotations, personOf),
    people,
    roles: seenRoles(articles, quotations, personOf),
    table: buildPassageTable(
      articles,
      (done) => onProgress({ stage: 'index', done, total }),
      last && { table: last.table, sameAs },
    ),
    shingles: buildWholeShingles(articles.map(({ text }) => text)),
  };
}

/** For each article the number that the same one, to all that readers see, has in the last snapshot; no number twice. */
function placesBefore(
  articles: readonly Article[],
  hashes: ReadonlyMap<string, string>,
  last: SnapshotParts | undefined,
): (number | undefined)[] {
  const places = new Map([...(last?.hashes.values() ?? [])].map((hash, place) => [hash, place]));
  return articles.map(({ id }) => {
    const hash = hashes.get(id) ?? '';
    const place = places.get(hash);
    places.delete(hash);
    return place;
  });
}

/** The quotations of every article, by its id. */
function quotationsOf(
  articles: readonly Article[],
  places: readonly (number | undefined)[],
  last: SnapshotParts | undefined,
  onProgress: OnProgress,
): Map<string, readonly Quotation[]> {
  const before = last && openStore(last.stored);
  const quotations = new Map<string, readonly Quotation[]>();
  for (const [at, { id, text }] of articles.entries()) {
    const same = before?.references[places[at] ?? -1];
    quotations.set(id, before && same ? before.quotationsOf(same.id) : extractQuotes(text));
    onProgress({ stage: 'quotations', done: at + 1, total: articles.length });
  }
  return quotations;
}

function problemsOf(
  corrected: FoundPeopleFile | undefined,
  misfits: SnapshotParts['people']['misfits'],
): Problem[] {
  if (!corrected) return [];
  return [...corrected.problems, ...misfits.map((misfit) => misfitProblem(corrected.path, misfit))];
}
