import type { ArticleList } from '../articles/article-list.js';
import { joinedFirsts, type Stretch } from '../text/stretches.js';
import type { Engine } from './engine.js';
import { type PassageTable, passagesIn } from './passage-table.js';
import { indexOver, type SearchIndex } from './search-index.js';

/**
 * The index over some of its articles, whose table is joined of the same `stretches`, rising: passages, words, and how rare each word
 * is. Only the engine is shared, which is asked for passages of these articles.
 */
export function partOfIndex(
  index: SearchIndex,
  stretches: readonly Stretch[],
  articles: ArticleList,
  table: PassageTable,
): SearchIndex {
  const { members } = joinedFirsts([index.table.firstPassage], stretches);
  return indexOver(articles, table, partOfEngine(index.engine, passagesIn(index.table), members));
}

/** The engine for the passages in some stretches of all of its own. */
function partOfEngine(engine: Engine, all: number, passages: readonly Stretch[]): Engine {
  const places = new Int32Array(all).fill(-1);
  let count = 0;
  for (const { first, after } of passages)
    for (let passage = first; passage < after; passage++) places[passage] = count++;
  const placeOf = (passage: number) => places[passage] ?? -1;
  return {
    name: engine.name,
    // It is the whole index's, which closes it.
    close: async () => {},
    async propose(query) {
      const { allowed } = query;
      const found = await engine.propose({
        ...query,
        allowed: (passage) => placeOf(passage) >= 0 && (allowed?.(placeOf(passage)) ?? true),
      });
      return found.map(({ passage, score }) => ({ passage: placeOf(passage), score }));
    },
  };
}
