import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Article, Problem } from '../articles/article.js';
import { contentHash } from '../articles/identity.js';
import { readArticleSet } from '../articles/set.js';
import { extractQuotes } from '../quotes/extract.js';
import { buildPeople, type People } from '../quotes/people.js';
import type { Quotation } from '../quotes/quotation.js';
import { buildSearchIndex, type SearchIndex } from '../search/search-index.js';
import type { Progress } from './archive.js';
import { misfitProblem, readPeopleFile } from './people-file.js';

/** A fully built archive that never changes. Every query is answered from exactly one. */
export type Snapshot = {
  /** Made from the contents of the articles and the corrections: the same set gives the same id again, also after a restart. */
  id: string;
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
  index: SearchIndex;
};

/**
 * Reads a folder of articles, and the file of corrections of people if there is one, and builds all that is asked of them.
 * @throws {ArticleSetError} where the folder as a whole cannot be read
 */
export async function buildSnapshot(
  directory: string,
  onProgress: (progress: Progress) => void,
  peopleFile?: string,
): Promise<Snapshot> {
  const { articles, problems } = await readArticleSet(directory, {
    onProgress: (done, total) => onProgress({ stage: 'reading', done, total }),
  });
  const quotations = new Map<string, Quotation[]>();
  for (const [done, article] of articles.entries()) {
    quotations.set(article.id, extractQuotes(article.text));
    onProgress({ stage: 'quotations', done: done + 1, total: articles.length });
  }
  const corrected = peopleFile === undefined ? null : await readPeopleFile(peopleFile);
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
  const index = buildSearchIndex(articles, {
    onProgress: ({ done, total }) => onProgress({ stage: 'index', done, total }),
  });
  const hashes = new Map(articles.map((article) => [article.id, contentHash(article)]));
  return {
    id: snapshotId(hashes, corrected?.hash ?? ''),
    builtAt: new Date().toISOString(),
    directory: resolve(directory),
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
    hashes,
    problems,
    quotations,
    people,
    index,
  };
}

// 48 bits tell a few thousand snapshots apart and leave room in a button's 100 characters.
function snapshotId(hashes: ReadonlyMap<string, string>, corrections: string): string {
  const contents = [...hashes].map(([id, hash]) => `${id} ${hash}\n`).sort();
  if (corrections) contents.push(corrections);
  return createHash('sha256').update(contents.join('')).digest('hex').slice(0, 12);
}
