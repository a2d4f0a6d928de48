import { numberOf, type PassageTable, passagesIn } from './passage-table.js';
import type { Question } from './question.js';
import { rarity as rarityOf } from './rarity.js';
import { relatedTerms } from './related.js';
import type { SearchIndex } from './search-index.js';
import { type RoleHolder, termsStandingFor } from './speakers.js';
import { type Correction, misspelt } from './spelling.js';
import { LONG_QUESTION } from './weights.js';

/** A question against one archive. */
export type Asked = {
  question: Question;
  /** For each term of the question: its number in the archive, -1 where unknown, and how much it tells. */
  numbers: number[];
  /** Terms that are unknown as they are written, and taken for others that `numbers` has. */
  corrections: Correction[];
  rarity: number[];
  /** Whether it is part of a name, by its capital here or by the archive's. */
  names: boolean[];
  /** Whether it belongs to a role that was taken for somebody, whom passages may name without it. */
  meant: boolean[];
  /** Index of the question's term for a term number of the archive; and for one that comes near it. */
  index: ReadonlyMap<number, number>;
  related: ReadonlyMap<number, number>;
  /** Sum of `rarity`, and of the lesser of each two neighbours. Never 0. */
  total: number;
  pairs: number;
};

/** Prepares a question for an archive. */
export function askOf(
  question: Question,
  { table }: Pick<SearchIndex, 'table'>,
  holders: readonly RoleHolder[] = [],
): Asked {
  const standing = new Set(holders.flatMap((holder) => termsStandingFor(question, holder)));
  const meant = question.terms.map((_, at) => standing.has(at));
  const numbers = question.terms.map(({ term }) => numberOf(table, term));
  // A long question names much on the way that an archive need not hold.
  const corrections =
    question.terms.length <= LONG_QUESTION
      ? misspelt(question.terms, numbers, table, (number) => isName(table, number)).filter(
          ({ at }) => !meant[at],
        )
      : [];
  for (const { at, number } of corrections) numbers[at] = number;
  const rarity = question.terms.map(({ weight }, at) =>
    // A word that only asks ("what happened in …") says nothing where the archive never uses it.
    weight < 1 && numbers[at] === -1 ? 0 : weight * rarityOf(passagesIn(table), held(table, numbers[at])),
  );
  const index = new Map<number, number>();
  for (const [at, number] of numbers.entries()) if (number >= 0) index.set(number, at);
  let total = 0;
  let pairs = 0;
  for (const [at, value] of rarity.entries()) {
    total += value;
    if (at > 0) pairs += Math.min(value, rarity[at - 1] ?? 0);
  }
  const names = question.terms.map(({ capital, opens }, at) =>
    capital && !opens ? true : isName(table, numbers[at] ?? -1),
  );
  const related = relatedTerms(question.terms, table, index);
  return {
    question,
    numbers,
    corrections,
    rarity,
    names,
    meant,
    index,
    related,
    total: total || 1,
    pairs: pairs || 1,
  };
}

/** How many passages hold a term. */
export function held(table: PassageTable, number: number | undefined): number {
  return table.passagesWith[number ?? -1] ?? 0;
}

/** Whether a term, by its number, is a name: the archive writes it with a capital inside sentences, nearly always. */
export function isName({ capitals, uses }: Pick<PassageTable, 'capitals' | 'uses'>, number: number): boolean {
  return (capitals[number] ?? 0) > 0.8 * (uses[number] ?? 0);
}
