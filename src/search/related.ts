import { synonyms } from '../text/synonyms.js';
import type { PassageTable } from './passage-table.js';
import { numberOf, placeOf } from './passage-table.js';
import type { QuestionTerm } from './question.js';

// So many words with one beginning are no longer a family.
const MOST_OF_ONE_BEGINNING = 200;

/**
 * Terms of the archive that come near a term of the question without being it: one beginning ("invent",
 * "inventor") or the same meaning ("movie", "film"). Gives the index of the question's term for each.
 */
export function relatedTerms(
  terms: readonly QuestionTerm[],
  table: PassageTable,
  asked: ReadonlyMap<number, number>,
): Map<number, number> {
  const related = new Map<number, number>();
  const add = (number: number, at: number) => {
    if (number >= 0 && !asked.has(number) && !related.has(number)) related.set(number, at);
  };
  for (const [at, { term }] of terms.entries()) {
    for (const other of synonyms(term)) add(numberOf(table, other), at);
    if (term.length < 4 || /[0-9]/.test(term)) continue;
    const beginning = term.slice(0, Math.max(4, Math.min(6, term.length - 2)));
    const from = placeOf(table, beginning);
    for (let number = from; number < from + MOST_OF_ONE_BEGINNING; number++) {
      if (!table.vocabulary[number]?.startsWith(beginning)) break;
      add(number, at);
    }
  }
  return related;
}
