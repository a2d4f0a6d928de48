import type { Article } from '../articles/article.js';
import type { Engine } from './engine.js';
import { lunrBuilder } from './lunr.js';
import type { PassageTable } from './passage-table.js';
import { buildPassageTable } from './passage-table.js';

/** Everything that a question is answered from. Immutable once built. */
export type SearchIndex = {
  articles: readonly Article[];
  table: PassageTable;
  /** How much each term of the vocabulary tells: its inverse passage frequency, as in BM25. */
  rarity: Float32Array;
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
  return { articles, table, rarity: rarities(table), engine: builder.build() };
}

/** Inverse passage frequency of each term: ln(1 + (N − n + 0.5) / (n + 0.5)), never negative. */
export function rarities({ passagesWith, start }: PassageTable): Float32Array {
  return Float32Array.from(passagesWith, (holding) => rarity(start.length, holding));
}

/** Inverse passage frequency of a term that `holding` of `passages` hold. */
export function rarity(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}
