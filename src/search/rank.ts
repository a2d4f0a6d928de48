import type { Asked } from './asked.js';
import { askOf } from './asked.js';
import type { EngineQuery } from './engine.js';
import type { Scored } from './features.js';
import { scoreAll } from './features.js';
import { numberOf } from './passage-table.js';
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

const CANDIDATES = 100;

/** The archive's passages for a question, best first. `allowed` says which passages may be used; null for any. */
export async function rank(
  index: SearchIndex,
  question: string,
  allowed: ((passage: number) => boolean) | null,
  weights: Features = WEIGHTS,
): Promise<Ranking> {
  const asked = askOf(parseQuestion(question), index);
  const phrases = asked.question.phrases;
  let candidates = await index.engine.propose(engineQuery(asked, index, allowed));
  let phraseMissing = false;
  if (phrases.length > 0) {
    const required = phrases.flatMap((phrase) =>
      phrase.filter((term) => asked.question.terms.some((each) => each.term === term)),
    );
    const holding = await index.engine.propose({
      terms: [],
      required,
      allowed,
      limit: Number.MAX_SAFE_INTEGER,
    });
    const exact = holding.filter(({ passage }) =>
      phrases.every((phrase) => holdsPhrase(index, passage, phrase)),
    );
    phraseMissing = exact.length === 0;
    if (!phraseMissing) candidates = exact.slice(0, CANDIDATES);
  }
  const ranked = scoreAll(asked, index, candidates).map((each) => ({
    ...each,
    score: total(each.features, weights),
  }));
  ranked.sort((one, other) => other.score - one.score || one.passage - other.passage);
  return { index, asked, ranked, phraseMissing };
}

/** The weighted sum of the features. */
export function total(features: Features, weights: Features): number {
  let sum = 0;
  for (const name of FEATURE_NAMES) sum += features[name] * weights[name];
  return sum;
}

function engineQuery(
  { question, numbers, rarity }: Asked,
  _index: SearchIndex,
  allowed: ((passage: number) => boolean) | null,
): EngineQuery {
  const terms = question.terms.flatMap(({ term, weight }, at) =>
    (numbers[at] ?? -1) >= 0 && (rarity[at] ?? 0) > 0 ? [{ term, weight }] : [],
  );
  return { terms, required: [], allowed, limit: CANDIDATES };
}

function holdsPhrase({ table }: SearchIndex, passage: number, phrase: readonly string[]): boolean {
  const wanted = phrase.map((term) => numberOf(table, term));
  const first = table.firstWord[table.firstSentence[passage] ?? 0] ?? 0;
  const after = table.firstWord[table.firstSentence[passage + 1] ?? 0] ?? table.term.length;
  for (let at = first; at + wanted.length <= after; at++)
    if (wanted.every((term, offset) => table.term[at + offset] === term)) return true;
  return false;
}
