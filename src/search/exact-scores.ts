import type { Candidate, EngineQuery, WeightedTerm } from './engine.js';
import { numberOf, type PassageTable, passagesIn, termsOf, wordsOf } from './passage-table.js';
import { bm25 } from './postings.js';
import { rarity } from './rarity.js';
import { STOP } from './word-flags.js';

/** A term that stands in the table, with its number and how many passages hold it. */
export type Wanted = WeightedTerm & { number: number; holding: number };

/** The terms that passages must and may hold, the rarest first; null where no passage can hold all that it must. */
export function wantedOf(
  table: PassageTable,
  { terms, required }: EngineQuery,
): { must: Wanted[]; may: Wanted[] } | null {
  const wanted = (term: string, weight: number): Wanted => {
    const number = numberOf(table, term);
    return { term, number, weight, holding: table.passagesWith[number] ?? 0 };
  };
  const must = [...new Set(required)].map((term) => wanted(term, 1));
  if (must.some(({ holding }) => holding === 0)) return null;
  const may = terms
    .filter(({ term }) => !required.includes(term))
    .map(({ term, weight }) => wanted(term, weight))
    .filter(({ holding }) => holding > 0)
    .sort((one, other) => one.holding - other.holding || one.number - other.number);
  return { must, may };
}

/** Passages with their scores, BM25 as Lunr's. */
export function exactScores(
  table: PassageTable,
  terms: readonly Wanted[],
  passages: readonly number[],
): Candidate[] {
  const placeOf = new Map(terms.map(({ number }, at) => [number, at]));
  const rarities = terms.map(({ holding }) => rarity(passagesIn(table), holding));
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
