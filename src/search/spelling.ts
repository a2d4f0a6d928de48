import { distance } from 'fastest-levenshtein';
import { STOP_WORDS } from '../text/stop-words.js';
import { type PassageTable, passagesIn, placeOf } from './passage-table.js';
import type { QuestionTerm } from './question.js';

/** An unknown word of a question and the term of the archive that it is taken for: their numbers. */
export type Correction = { at: number; number: number };

/** Shorter words have too many neighbours: "mars" is no misspelling of "marr", nor "bread" of "break". */
const SHORTEST = { name: 5, word: 8 };
/** From this length on so many letters of a name may differ. */
const LONG = 8;
const MOST_APART = 2;
const MOST_WORDS = 3;
/** A word in more passages than this share is common: whoever meant it would have spelt it so. */
const COMMON = 0.05;

/**
 * Words of a question that the archive does not hold, with the one word of it that is spelt nearly so: the same first
 * letter, one letter apart, or two in a long name. Where several are equally near nothing is guessed.
 * @param isName whether the archive writes a term as a name
 */
export function misspelt(
  terms: readonly QuestionTerm[],
  numbers: readonly number[],
  table: PassageTable,
  isName: (number: number) => boolean,
): Correction[] {
  const corrections: Correction[] = [];
  // Who writes capitals writes names with them.
  const capitals = terms.some(({ capital, opens }) => capital && !opens);
  for (const [at, { term, stop, weight, capital }] of terms.entries()) {
    if (corrections.length === MOST_WORDS) break;
    if (numbers[at] !== -1 || stop || weight < 1 || term.length < SHORTEST.name || /[0-9]/.test(term))
      continue;
    const mayBeName = capital || !capitals;
    const number = nearest(term, table, (other) => {
      if (isName(other)) return mayBeName ? (term.length >= LONG ? MOST_APART : 1) : 0;
      return !capital && term.length >= SHORTEST.word ? 1 : 0;
    });
    if (number !== null) corrections.push({ at, number });
  }
  return corrections;
}

/** `mostApart` says how many letters may differ from a term. */
function nearest(term: string, table: PassageTable, mostApart: (number: number) => number): number | null {
  const { vocabulary, passagesWith } = table;
  const most = Math.max(5, COMMON * passagesIn(table));
  const first = term.charAt(0);
  let least = Number.POSITIVE_INFINITY;
  let found: number | null = null;
  for (let number = placeOf(table, first); number < vocabulary.length; number++) {
    const other = vocabulary[number] ?? '';
    if (!other.startsWith(first)) break;
    if (Math.abs(other.length - term.length) > Math.min(least, MOST_APART) || STOP_WORDS.has(other)) continue;
    if ((passagesWith[number] ?? 0) > most) continue;
    const apart = distance(term, other);
    if (apart > Math.min(least, mostApart(number))) continue;
    found = apart === least ? null : number;
    least = apart;
  }
  return found;
}
