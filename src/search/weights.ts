/** One number per feature of a passage; what each means stands in `features.ts`. */
export type Features = {
  bm25: number;
  coverage: number;
  sentence: number;
  pairs: number;
  names: number;
  kind: number;
  title: number;
  article: number;
  neighbours: number;
  opening: number;
  definition: number;
};

/** Weights of the features in the score of a passage. */
export const WEIGHTS: Features = {
  bm25: 1,
  coverage: 0.3,
  sentence: 0.3,
  pairs: 0.3,
  names: 0.2,
  kind: 0.1,
  title: 0.1,
  article: 0.1,
  neighbours: 0.05,
  opening: 0.02,
  definition: 0.05,
};
