import type { Article } from '../articles/article.js';
import type { Engine } from './engine.js';
import { lunrBuilder } from './lunr.js';
import type { PassageTable } from './passage-table.js';
import { buildPassageTable } from './passage-table.js';

/** Everything that a question is answered from. Immutable once built. */
export type SearchIndex = {
  articles: readonly Article[];
  table: PassageTable;
  /** Number of each term in `table.vocabulary`. */
  terms: ReadonlyMap<string, number>;
  engine: Engine;
};

export type BuildOptions = {
  /** Told how many of the articles are done, after each. */
  onProgress?: (progress: { done: number; total: number }) => void;
};

/** Indexes articles, in the order given. */
export function buildSearchIndex(articles: readonly Article[], options: BuildOptions = {}): SearchIndex {
  const builder = lunrBuilder();
  const table = buildPassageTable(articles, builder, (done) =>
    options.onProgress?.({ done, total: articles.length }),
  );
  return { articles, table, terms: termNumbers(table), engine: builder.build() };
}

/** Number of each term of the vocabulary. */
export function termNumbers({ vocabulary }: PassageTable): Map<string, number> {
  return new Map(vocabulary.map((term, number) => [term, number]));
}
