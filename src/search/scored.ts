import type { Asked } from './asked.js';
import type { Features } from './weights.js';

/** What is known of one passage for one question. */
export type Scored = {
  passage: number;
  features: Features;
  /** Index in `table.firstWord` of the sentence that answers best. */
  sentence: number;
  /** How often the passage holds each term of the question. */
  counts: number[];
  /** Whether the passage points back at a name of the question that it does not hold. */
  carried: boolean[];
};

/** Counts terms as held by a passage that says the same without them. */
export function countAsHeld(
  { rarity, total }: Asked,
  { counts, carried, features }: Pick<Scored, 'counts' | 'carried' | 'features'>,
  terms: readonly number[],
): void {
  for (const at of new Set(terms)) {
    if (counts[at]) continue;
    carried[at] = true;
    const share = (rarity[at] ?? 0) / total;
    features.bm25 += share;
    features.sentence += share;
    features.relatedSentence += share;
  }
}
