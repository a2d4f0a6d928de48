import type { Ranking } from './rank.js';

/** What the confidence is computed from: each from 0 to 1. */
export type Signs = {
  coverage: number;
  sentence: number;
  names: number;
  kind: number;
  rarest: number;
  known: number;
};

/** From 0 to 1: how sure it is that the best passage answers. */
export function confidence(ranking: Ranking): number {
  const signs = signsOf(ranking);
  if (!signs) return 0;
  const z =
    -3 + 4 * signs.coverage + 1.5 * signs.sentence + 1 * signs.names + 0.5 * signs.kind + 0.5 * signs.rarest;
  return (1 / (1 + Math.exp(-z))) * (ranking.phraseMissing ? 0.3 : 1) * signs.known;
}

/** The signs of the best passage, or null where there is none. */
export function signsOf({ asked, ranked }: Ranking): Signs | null {
  const first = ranked[0];
  if (!first) return null;
  let rarest = 0;
  for (const [at, value] of asked.rarity.entries()) if (value > (asked.rarity[rarest] ?? 0)) rarest = at;
  const missingName = asked.question.names.some((name) =>
    name.some((term) => (asked.numbers[term] ?? -1) < 0),
  );
  return {
    coverage: first.features.coverage,
    sentence: first.features.sentence,
    names: asked.question.names.length === 0 ? 1 : first.features.names,
    kind: first.features.kind,
    rarest: (first.counts[rarest] ?? 0) > 0 ? 1 : 0,
    known: missingName ? 0.2 : 1,
  };
}
