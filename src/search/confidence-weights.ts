/** Their names, in order. */
export const SIGN_NAMES = [
  'score',
  'sentence',
  'focus',
  'article',
  'terms',
  'missing',
  'missingShort',
  'kindMissing',
  'nameMissing',
  'negated',
  'opposed',
] as const;

/**
 * What the confidence is computed from, all about the best passage:
 * - `score`: its score in the ranking
 * - `sentence`: share of the question's weight that its best sentence holds, relatives included
 * - `focus`: share of the best sentence's own weight that the question asks for
 * - `article`: share of the question's weight that its article holds
 * - `terms`: logarithm of the number of the question's terms
 * - `missing`: weight of the most telling word that it does not hold; `missingShort` the same in short questions
 * and in short questions (in long ones they mean little):
 * - `kindMissing`: the kind of answer asked for is not there
 * - `nameMissing`: share of the weight of the question's names that it does not hold
 * - `negated`: the question denies ("not", "never") and the sentence does not
 * - `opposed`: the sentence holds the opposite of a word of the question in its place
 */
export type Signs = Record<(typeof SIGN_NAMES)[number], number>;

/** Weights of the signs, and what stands without any; fitted by `bench/tune.ts`, checked by halves. */
export const CONFIDENCE_WEIGHTS: Signs = {
  score: 0.14,
  sentence: 1.97,
  focus: 2.82,
  article: 1.66,
  terms: 0.08,
  missing: 0.47,
  missingShort: -0.33,
  kindMissing: -1.85,
  nameMissing: -0.91,
  negated: -3.27,
  opposed: -2.34,
};
export const CONFIDENCE_BIAS = -5.43;
