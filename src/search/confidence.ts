import { oppositesOf } from '../text/opposites.js';
import { isNegation } from '../text/stop-words.js';
import type { Asked } from './asked.js';
import type { Signs } from './confidence-weights.js';
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS, SIGN_NAMES } from './confidence-weights.js';
import { isKindFeature } from './features.js';
import type { PassageTable } from './passage-table.js';
import type { Ranked, Ranking } from './rank.js';
import { LONG_QUESTION } from './weights.js';

const GUESSED = 0.8;

/** From 0 to 1: how sure it is that the best passage answers. */
export function confidence(ranking: Ranking): number {
  const signs = signsOf(ranking);
  if (!signs || ranking.phraseMissing || nameUnknown(ranking.asked)) return 0;
  let sum = CONFIDENCE_BIAS;
  for (const sign of SIGN_NAMES) sum += CONFIDENCE_WEIGHTS[sign] * signs[sign];
  // A word that was guessed is right more often than not, and no more.
  return GUESSED ** ranking.asked.corrections.length / (1 + Math.exp(-sum));
}

/** The signs of the best passage, or null where there is none. */
export function signsOf({ index, asked, ranked }: Ranking): Signs | null {
  const [first] = ranked;
  if (!first) return null;
  const { question } = asked;
  const { features } = first;
  const short = question.terms.length <= LONG_QUESTION ? 1 : 0;
  const missing = greatestMissing(asked, first);
  const words = sentenceTerms(index.table, first.sentence);
  return {
    score: first.score,
    sentence: features.relatedSentence + features.carried,
    focus: features.focus,
    article: features.article,
    terms: Math.log(1 + question.terms.length),
    missing,
    missingShort: short * missing,
    kindMissing: short * (isKindFeature(question.kind) ? 1 - features[question.kind] : 0),
    nameMissing: short * nameMissing(asked, first),
    negated: short * (question.words.some(isNegation) && !words.some(isNegation) ? 1 : 0),
    opposed: short * opposed(asked, words),
  };
}

function greatestMissing({ rarity }: Asked, { counts, carried }: Ranked): number {
  let greatest = 0;
  for (const [at, value] of rarity.entries())
    if (!counts[at] && !carried[at]) greatest = Math.max(greatest, value);
  return greatest;
}

function nameMissing({ names, rarity }: Asked, { counts, carried }: Ranked): number {
  let all = 0;
  let missing = 0;
  for (const [at, value] of rarity.entries()) {
    if (!names[at]) continue;
    all += value;
    if (!counts[at] && !carried[at]) missing += value;
  }
  return all === 0 ? 0 : missing / all;
}

// A name that stands nowhere in the archive cannot be what a passage is about.
function nameUnknown({ question, names, numbers, meant }: Asked): boolean {
  return (
    question.terms.length <= LONG_QUESTION &&
    numbers.some((number, at) => number < 0 && names[at] && !meant[at] && !question.terms[at]?.dated)
  );
}

function opposed({ question }: Asked, words: readonly string[]): number {
  const here = new Set(words);
  const asked = new Set(question.words);
  for (const word of asked)
    if (!here.has(word) && oppositesOf(word).some((other) => here.has(other) && !asked.has(other))) return 1;
  return 0;
}

function sentenceTerms(table: PassageTable, sentence: number): string[] {
  const [first = 0, after = 0] = [table.firstWord[sentence], table.firstWord[sentence + 1]];
  return Array.from(table.term.subarray(first, after), (term) => table.vocabulary[term] ?? '');
}
