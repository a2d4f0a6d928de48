import { growing } from './growing.js';
import { articleOf, type PassageTable } from './passage-table.js';

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
  // Rows can be above 2³², so they are kept as plain numbers while they are counted.
  const rows: number[] = [];
  const [counts, passages] = [growing(), growing()];
  for (const { key, first, passages: count } of articles) {
    const article = numbers.get(key);
    if (article === undefined) continue;
    firstRow[article] = first;
    rows.push(first);
    counts.push(count);
    passages.push(table.firstPassage[article] ?? 0);
  }
  const places = {
    first: Float64Array.from(rows),
    count: counts.finish(),
    passage: passages.finish(),
  };
  return {
    passageOf(row) {
      let low = 0;
      let high = places.first.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((places.first[middle] ?? 0) <= row) low = middle + 1;
        else high = middle;
      }
      const within = row - (places.first[low - 1] ?? row);
      if (within >= (places.count[low - 1] ?? 0)) return undefined;
      return (places.passage[low - 1] ?? 0) + within;
    },
    rowOf(passage) {
      const article = articleOf(table, passage);
      const row = (firstRow[article] ?? Number.NaN) + passage - (table.firstPassage[article] ?? 0);
      return Number.isNaN(row) ? undefined : row;
    },
  };
}
