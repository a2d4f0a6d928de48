/** The kinds of answer that have a feature of their own. */
export const KIND_FEATURES = [
  'person',
  'place',
  'time',
  'count',
  'money',
  'measure',
  'percent',
  'statement',
] as const;

/** Names of the features, in order. */
export const FEATURE_NAMES = [
  'bm25',
  'sentence',
  'pairs',
  'carried',
  'related',
  'relatedSentence',
  'focus',
  'title',
  'titleShare',
  'article',
  'date',
  'near',
  ...KIND_FEATURES,
] as const;

/**
 * What is known of one passage for one question, each about from 0 to 1:
 * - `bm25`: BM25 of the question's words, with the archive's own statistics, as a share of the question's weight
 * - `sentence`: share of the question's weight that its best sentence holds
 * - `pairs`: words that stand together in the question and stand together here
 * - `carried`: names of the question that the passage only points back at ("He said…") in the one before
 * - `related`: words of the question that the passage holds only as a relative ("inventor" for "invented")
 * - `relatedSentence`: as `sentence`, relatives counted as the words themselves
 * - `focus`: share of the best sentence's own weight that the question asks for
 * - `title`: share of the question's weight in the article's title, publication and authors
 * - `titleShare`: share of their own weight that the question names
 * - `article`: share of the question's weight that the article's title and proposed passages hold together
 * - `date`: the article was published at a date that the question names
 * - `near`: something of the kind asked for stands beside a word asked about
 * - `person` to `statement`: the passage holds something of the kind asked for, where that kind is asked for
 */
export type Features = Record<(typeof FEATURE_NAMES)[number], number>;

/**
 * Weights of the features in the score of a passage, fitted by `bench/tune.ts` on the development sets trecqa, squad2,
 * squadshifts-newwiki and multihop-facts, each counting by the root of its size, and checked on each set by weights
 * fitted on the others. `carried`, `percent` and `statement` are set by hand: those sets hardly ask for them.
 */
export const WEIGHTS: Features = {
  bm25: 4.71,
  sentence: 4.13,
  pairs: 2.57,
  carried: 3,
  related: 2.72,
  relatedSentence: 4.44,
  focus: 6,
  title: 7.13,
  titleShare: 6.94,
  article: 3.89,
  date: 2.78,
  near: 0.8,
  person: 0.25,
  place: 2.12,
  time: 3.87,
  count: 2.63,
  money: 0.88,
  measure: 2.88,
  percent: 1,
  statement: 1,
};

/** Of words on the topic by somebody whose words are asked for; set by hand, as the sets hardly ask for that. */
export const SAID_WEIGHT = 10;

/** No evidence of anything. */
export const NO_FEATURES: Features = {
  bm25: 0,
  sentence: 0,
  pairs: 0,
  carried: 0,
  related: 0,
  relatedSentence: 0,
  focus: 0,
  title: 0,
  titleShare: 0,
  article: 0,
  date: 0,
  near: 0,
  person: 0,
  place: 0,
  time: 0,
  count: 0,
  money: 0,
  measure: 0,
  percent: 0,
  statement: 0,
};

/** Saturation and length normalisation of BM25, and the weight of words that ask more than they mean. */
export const BM25 = { k1: 1.2, b: 0.5 };
export const ASKING_WEIGHT = 0.7;
/** Added to a text's own weight in `focus` and `titleShare`, so that two words do not make a perfect match. */
export const LEAST_MASS = 40;
/** Past this many terms a question has many parts, and one kind of answer would mislead. */
export const LONG_QUESTION = 14;
