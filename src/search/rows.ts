import { growing } from './growing.js';
import type { PassageTable } from './passage-table.js';

/** Where an article's passages stand in a stored index: in the rows `first`, `first + 1`, … */
export type ArticleRows = { key: string; first: number; passages: number };

/** The rows of a table's passages in a stored index, and back. */
export type RowsOfPassages = {
  /** Undefined for rows of articles that the table lacks. */
  passageOf(row: number): number | undefined;
  rowOf(passage: number): number | undefined;
};

/** `articles` are in the order of their rows; `keys` are those of the table's articles, in order. */
export function rowsOfPassages(
  articles: Iterable<ArticleRows>,
  table: PassageTable,
  keys: readonly string[],
): RowsOfPassages {
  const numbers = new Map(keys.map((key, article) => [key, article]));
  const firstRow = new Float64Array(keys.length).fill(Number.NaN);
  const [firsts, afters, passages] = [growing(), growing(), growing()];
  for (const { key, first, passages: count } of articles) {
    const article = numbers.get(key);
    if (article === undefined) continue;
    firstRow[article] = first;
    firsts.push(first);
    afters.push(first + count);
    passages.push(table.firstPassage[article] ?? 0);
  }
  const places = { first: firsts.finish(), after: afters.finish(), passage: passages.finish() };
  return {
    passageOf(row) {
      let low = 0;
      let high = places.first.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((places.first[middle] ?? 0) <= row) low = middle + 1;
        else high = middle;
      }
      const at = low - 1;
      if (row >= (places.after[at] ?? 0)) return undefined;
      return (places.passage[at] ?? 0) + row - (places.first[at] ?? 0);
    },
    rowOf(passage) {
      const article = table.article[passage] ?? 0;
      const row = (firstRow[article] ?? Number.NaN) + passage - (table.firstPassage[article] ?? 0);
      return Number.isNaN(row) ? undefined : row;
    },
  };
}
