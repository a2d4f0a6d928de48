import type { Allowed } from './allowed.js';
import type { Asked } from './asked.js';
import { askOf } from './asked.js';
import { findCandidates } from './candidates.js';
import type { Scored } from './features.js';
import { scoreAll } from './features.js';
import { parseQuestion } from './question.js';
import type { SearchIndex } from './search-index.js';
import type { Features } from './weights.js';
import { FEATURE_NAMES, WEIGHTS } from './weights.js';

export type Ranked = Scored & { score: number };

export type Ranking = {
  index: SearchIndex;
  asked: Asked;
  /** Best first. */
  ranked: Ranked[];
  /** A quoted phrase of the question stands in no passage. */
  phraseMissing: boolean;
};

/** The archive's passages for a question, best first, among those allowed (null: all). */
export async function rank(
  index: SearchIndex,
  question: string,
  allowed: Allowed | null,
  weights: Features = WEIGHTS,
): Promise<Ranking> {
  const asked = askOf(parseQuestion(question), index);
  const { candidates, phraseMissing } = await findCandidates(asked, index, allowed);
  const ranked = scoreAll(asked, index, candidates).map((each) => ({
    ...each,
    score: weighted(each.features, weights),
  }));
  ranked.sort((one, other) => other.score - one.score || one.passage - other.passage);
  return { index, asked, ranked, phraseMissing };
}

/** The weighted sum of the features. */
function weighted(features: Features, weights: Features): number {
  let sum = 0;
  for (const name of FEATURE_NAMES) sum += features[name] * weights[name];
  return sum;
}
