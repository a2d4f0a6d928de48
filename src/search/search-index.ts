import type { Article } from '../articles/article.js';
import { type ArticleList, listOf } from '../articles/article-list.js';
import { buildPassageTable } from './build-passage-table.js';
import type { Engine } from './engine.js';
import { lunrEngine } from './lunr.js';
import type { PassageTable } from './passage-table.js';
import { rarities } from './rarity.js';

/** Everything that a question is answered from. Immutable once built. */
export type SearchIndex = {
  articles: ArticleList;
  table: PassageTable;
  /** How much each term of the vocabulary tells: its inverse passage frequency, as in BM25. */
  rarity: Float32Array;
  engine: Engine;
};

export type BuildOptions = {
  /** Told how many of the articles are done, after each. */
  onProgress?: (progress: { done: number; total: number }) => void;
};

/** Indexes articles, in the order given, with Lunr. */
export function buildSearchIndex(articles: readonly Article[], options: BuildOptions = {}): SearchIndex {
  const table = buildPassageTable(articles, (done) => options.onProgress?.({ done, total: articles.length }));
  return indexOver(listOf(articles), table, lunrEngine(table));
}

/** The index over articles whose passages `table` holds, with an engine over the same table. */
export function indexOver(articles: ArticleList, table: PassageTable, engine: Engine): SearchIndex {
  return { articles, table, rarity: rarities(table), engine };
}
