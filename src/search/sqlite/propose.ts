import type Libsql from 'libsql';
import { z } from 'zod';
import { DamagedError } from '../damaged.js';
import type { Candidate, Engine, EngineQuery } from '../engine.js';
import { best } from '../engine.js';
import { growing } from '../growing.js';
import type { PassageTable } from '../passage-table.js';
import { numberOf, termsOf, wordsOf } from '../passage-table.js';
import { bm25 } from '../postings.js';
import { rarity } from '../rarity.js';
import { STOP } from '../word-flags.js';
import { isDamaged } from './is-damaged.js';

const KeptArticles = z.array(z.tuple([z.string(), z.number(), z.number()]));

/** A term with its number and how many passages hold it. */
type Wanted = { term: string; number: number; weight: number; holding: number };

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
  const passageOf = passagesByRow(database, table, keys);
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
    async propose({ terms, required, allowed, limit }: EngineQuery) {
      const wanted = (term: string, weight: number): Wanted => {
        const number = numberOf(table, term);
        return { term, number, weight, holding: table.passagesWith[number] ?? 0 };
      };
      const must = [...new Set(required)].map((term) => wanted(term, 1));
      if (must.some(({ holding }) => holding === 0)) return [];
      const may = terms
        .filter(({ term }) => !required.includes(term))
        .map(({ term, weight }) => wanted(term, weight))
        .filter(({ holding }) => holding > 0)
        .sort((one, other) => one.holding - other.holding || one.number - other.number);
      const scored = [...must, ...may];
      const isAllowed = (passage: number) => allowed === null || allowed(passage);
      if (must.length > 0) {
        const match = must.map(({ term }) => quoted(term)).join(' AND ');
        const found = passagesWith(match, table.start.length).filter(isAllowed);
        return best(exactly(table, scored, found), limit);
      }
      // Those that a filter keeps may all come late.
      const most = allowed ? table.start.length : MOST_ROWS;
      const found = likely(table, may, (match) => passagesWith(match, most).filter(isAllowed));
      return best(exactly(table, scored, found), limit);
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
        sum += weight * bm25(table, passage, 1, rarity(table.start.length, holding));
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

/** Passages with their exact scores. */
function exactly(table: PassageTable, terms: readonly Wanted[], passages: readonly number[]): Candidate[] {
  const placeOf = new Map(terms.map(({ number }, at) => [number, at]));
  const rarities = terms.map(({ holding }) => rarity(table.start.length, holding));
  const uses = new Uint16Array(terms.length);
  return passages.map((passage) => {
    uses.fill(0);
    const flags = table.flags.subarray(...wordsOf(table, passage));
    const numbers = termsOf(table, passage);
    // A plain loop: an iterator takes twice as long over so many.
    for (let at = 0; at < numbers.length; at++) {
      const place = placeOf.get(numbers[at] ?? -1);
      if (place !== undefined && !((flags[at] ?? 0) & STOP)) uses[place] = (uses[place] ?? 0) + 1;
    }
    let score = 0;
    for (const [at, { weight }] of terms.entries())
      if (uses[at]) score += weight * bm25(table, passage, uses[at] ?? 0, rarities[at] ?? 0);
    return { passage, score };
  });
}

/** Finds a passage by its row in the index; rows of articles that the table lacks are passed over. */
function passagesByRow(
  database: Libsql.Database,
  table: PassageTable,
  keys: readonly string[],
): (row: number) => number | undefined {
  const articles = new Map(keys.map((key, article) => [key, article]));
  const [firsts, afters, passages] = [growing(), growing(), growing()];
  // All in one row: libsql takes longer over a row than over what is in it.
  const [kept] = database
    .prepare(
      'SELECT json_group_array(json_array(key, first, passages)) FROM (SELECT * FROM articles ORDER BY first)',
    )
    .pluck()
    .all();
  for (const [key, first, count] of KeptArticles.parse(JSON.parse(String(kept)))) {
    const article = articles.get(key);
    if (article === undefined) continue;
    firsts.push(first);
    afters.push(first + count);
    passages.push(table.firstPassage[article] ?? 0);
  }
  const places = { first: firsts.finish(), after: afters.finish(), passage: passages.finish() };
  return (row) => {
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
  };
}

const quoted = (term: string) => `"${term.replaceAll('"', '')}"`;
