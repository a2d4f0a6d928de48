import type { Asked } from './asked.js';
import { askOf, held } from './asked.js';
import type { EngineQuery, WeightedTerm } from './engine.js';
import type { Scored } from './features.js';
import { scoreAll } from './features.js';
import type { PassageTable } from './passage-table.js';
import { numberOf } from './passage-table.js';
import { parseQuestion } from './question.js';
import type { SearchIndex } from './search-index.js';
import type { Features } from './weights.js';
import { FEATURE_NAMES, LONG_QUESTION, WEIGHTS } from './weights.js';

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
  let candidates = await index.engine.propose(engineQuery(asked, index.table, allowed));
  let phraseMissing = false;
  if (phrases.length > 0 && asked.question.terms.length <= LONG_QUESTION) {
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

// An engine's time grows with every passage that holds a term, so frequent terms, which tell little, are left to
// the ranking. The three most telling ones are looked for all the same, unless that would cost far too much.
const MOST_POSTINGS = { share: 0.02, atLeast: 1000, farTooMany: 4 };
const LEAST_TERMS = 3;

/** What an engine is asked for: the question's most telling terms. */
function engineQuery(
  { question, numbers, rarity }: Asked,
  table: PassageTable,
  allowed: ((passage: number) => boolean) | null,
): EngineQuery {
  const order = [...numbers.keys()]
    .filter((at) => held(table, numbers[at]) > 0)
    .sort((one, other) => (rarity[other] ?? 0) - (rarity[one] ?? 0) || one - other);
  const terms: WeightedTerm[] = [];
  const most = Math.max(MOST_POSTINGS.atLeast, MOST_POSTINGS.share * table.start.length);
  let postings = 0;
  for (const at of order) {
    postings += held(table, numbers[at]);
    if (postings > most && terms.length >= LEAST_TERMS) break;
    if (postings > most * MOST_POSTINGS.farTooMany && terms.length > 0) break;
    const { term = '', weight = 1 } = question.terms[at] ?? {};
    terms.push({ term, weight });
  }
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
