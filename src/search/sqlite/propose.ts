import type Libsql from 'libsql';
import { DamagedError } from '../damaged.js';
import type { Engine, EngineQuery } from '../engine.js';
import { best } from '../engine.js';
import { exactScores, type Wanted, wantedOf } from '../exact-scores.js';
import { type PassageTable, passagesIn } from '../passage-table.js';
import { bm25 } from '../postings.js';
import { rarity } from '../rarity.js';
import { type ArticleRows, rowsOfPassages } from '../rows.js';
import { isDamaged } from './is-damaged.js';

// So many passages are enough to choose from; a more frequent term only adds to what those have.
const ENOUGH = 5000;
// Reading more rows of a term than this costs more than all the rest of an answer.
const MOST_ROWS = 20_000;
// So many are scored exactly.
const MOST_SCORED = 500;

/**
 * FTS5 says which passages hold a term. It reads only the telling terms, since its time grows with every row; the score, BM25 as Lunr's, is
 * made of the table, so that both engines propose the same.
 */
export function sqliteEngine(
  database: Libsql.Database,
  table: PassageTable,
  keys: readonly string[],
): Engine {
  // From here on this connection reads the generation that is current now.
  database.exec('BEGIN');
  const { passageOf } = rowsOfPassages(articlesIn(database), table, keys);
  const rows = database
    .prepare(
      'SELECT json_group_array(rowid) FROM (SELECT rowid FROM passages WHERE passages MATCH ? LIMIT ?)',
    )
    .pluck();
  const rowsWith = (match: string, most: number): unknown => {
    try {
      return rows.all(match, most)[0];
    } catch (error) {
      throw isDamaged(error) ? new DamagedError(`${database.name} is damaged`) : error;
    }
  };
  const passagesWith = (match: string, most: number): number[] => {
    const found: unknown = JSON.parse(String(rowsWith(match, most)));
    return Array.isArray(found) ? found.flatMap((row) => passageOf(Number(row)) ?? []) : [];
  };
  return {
    name: 'sqlite',
    async propose(query: EngineQuery) {
      const { allowed, limit } = query;
      const wanted = wantedOf(table, query);
      if (!wanted) return [];
      const { must, may } = wanted;
      const scored = [...must, ...may];
      const isAllowed = (passage: number) => allowed === null || allowed(passage);
      if (must.length > 0) {
        const match = must.map(({ term }) => quoted(term)).join(' AND ');
        const found = passagesWith(match, passagesIn(table)).filter(isAllowed);
        return best(exactScores(table, scored, found), limit);
      }
      // Those that a filter keeps may all come late.
      const most = allowed ? passagesIn(table) : MOST_ROWS;
      const found = likely(table, may, (match) => passagesWith(match, most).filter(isAllowed));
      return best(exactScores(table, scored, found), limit);
    },
    async close() {
      database.close();
    },
  };
}

/** The passages most likely to score high: those with the telling terms, by what these give where each stands once. */
function likely(
  table: PassageTable,
  terms: readonly Wanted[],
  passagesWith: (match: string) => number[],
): number[] {
  const sums = new Map<number, number>();
  const count = (found: readonly number[], given: readonly Wanted[]) => {
    for (const passage of found) {
      let sum = sums.get(passage) ?? 0;
      for (const { holding, weight } of given)
        sum += weight * bm25(table, passage, 1, rarity(passagesIn(table), holding));
      sums.set(passage, sum);
    }
  };
  for (const each of terms) {
    if (sums.size >= ENOUGH || (sums.size > 0 && each.holding > MOST_ROWS)) break;
    if (each.holding > MOST_ROWS) break;
    count(passagesWith(quoted(each.term)), [each]);
  }
  if (sums.size === 0 && terms.length > 0) {
    // All are frequent: passages with several of them come first, and then any.
    for (let most = terms.length; most > 0 && sums.size < MOST_SCORED; most--) {
      const together = terms.slice(0, most);
      count(passagesWith(together.map(({ term }) => quoted(term)).join(' AND ')), together);
    }
  }
  // Numbers alone sort far quicker than pairs, and most pairs then need no place.
  const rising = Float64Array.from(sums.values()).sort();
  const least = rising.at(-MOST_SCORED) ?? 0;
  const enough: [number, number][] = [];
  for (const [passage, sum] of sums) if (sum >= least) enough.push([passage, sum]);
  return enough
    .sort(([one, a], [other, b]) => b - a || one - other)
    .slice(0, MOST_SCORED)
    .map(([passage]) => passage);
}

/** The articles of the index, in the order of their rows. */
function articlesIn(database: Libsql.Database): ArticleRows[] {
  const lines = linesOf(
    database,
    "SELECT first || ' ' || passages || ' ' || key AS line FROM articles ORDER BY first",
  );
  return lines.map((line) => {
    const [first, passages, ...key] = line.split(' ');
    return { key: key.join(' '), first: Number(first), passages: Number(passages) };
  });
}

/** What a query gives as `line`, all in one text: libsql takes longer over a row than over what is in it. */
export function linesOf(database: Libsql.Database, query: string): string[] {
  const [all] = database.prepare(`SELECT group_concat(line, char(10)) FROM (${query})`).pluck().all();
  return typeof all === 'string' ? all.split('\n') : [];
}

const quoted = (term: string) => `"${term.replaceAll('"', '')}"`;
