import type { Article } from '../articles/article.js';
import { lunrEngineFrom } from './lunr.js';
import type { PassageTable } from './passage-table.js';
import type { SearchIndex } from './search-index.js';
import { rarities } from './search-index.js';

/** An index without its articles, as plain data: typed arrays, strings and what the engine keeps. */
export type SavedIndex = { table: PassageTable; engine: object };

/** The data of an index, or null where its engine keeps itself. */
export function saveSearchIndex({ table, engine }: SearchIndex): SavedIndex | null {
  const kept = engine.toJSON();
  return kept && { table, engine: kept };
}

/** The index that `saveSearchIndex` gave the data of, over the same articles in the same order. */
export function loadSearchIndex(articles: readonly Article[], { table, engine }: SavedIndex): SearchIndex {
  return { articles, table, rarity: rarities(table), engine: lunrEngineFrom(engine) };
}
