import { distance } from 'fastest-levenshtein';
import type { PassageTable } from './passage-table.js';
import { placeOf } from './passage-table.js';
import type { QuestionTerm } from './question.js';

/** An unknown word of a question and the term of the archive that it is taken for: their numbers. */
export type Correction = { at: number; number: number };

// Short words have too many neighbours: "mars" is no misspelling of "marr".
const SHORTEST = 5;
const LONG = 8;
const MOST_WORDS = 3;
/** A word in more passages than this share is common: whoever meant it would have spelt it so. */
const COMMON = 0.05;

/**
 * Words of a question that the archive does not hold, with the one word of it that is spelt nearly so: the same first
 * letter, one letter apart, or two in a long word. Where several are equally near nothing is guessed.
 */
export function misspelt(
  terms: readonly QuestionTerm[],
  numbers: readonly number[],
  table: PassageTable,
): Correction[] {
  const corrections: Correction[] = [];
  for (const [at, { term, stop, weight }] of terms.entries()) {
    if (corrections.length === MOST_WORDS) break;
    if (numbers[at] !== -1 || stop || weight < 1 || term.length < SHORTEST || /[0-9]/.test(term)) continue;
    const number = nearest(term, table);
    if (number !== null) corrections.push({ at, number });
  }
  return corrections;
}

function nearest(term: string, { vocabulary, passagesWith, ...table }: PassageTable): number | null {
  const most = Math.max(5, COMMON * table.start.length);
  const first = term.charAt(0);
  let least = (term.length >= LONG ? 2 : 1) + 1;
  let found: number | null = null;
  for (
    let number = placeOf({ vocabulary, passagesWith, ...table }, first);
    number < vocabulary.length;
    number++
  ) {
    const other = vocabulary[number] ?? '';
    if (!other.startsWith(first)) break;
    if (Math.abs(other.length - term.length) >= least || (passagesWith[number] ?? 0) > most) continue;
    const apart = distance(term, other);
    if (apart > least) continue;
    if (apart === least) found = null;
    else {
      least = apart;
      found = number;
    }
  }
  return found;
}
