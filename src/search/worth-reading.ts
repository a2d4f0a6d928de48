import type { Postings } from './postings.js';

/** What to look for: terms by their numbers, the telling ones first. */
export type Wanted = {
  terms: readonly { number: number; weight: number }[];
  /** Terms that a passage must hold, every one. */
  required: readonly number[];
  allowed: ((passage: number) => boolean) | null;
  /** How many of the best are wanted; equals of the last one come on top. */
  most: number;
};

// From here on a term, which is a more frequent one, only adds to what the passages found have.
const ENOUGH = 5000;

/**
 * Marks, for each of `passages`, the ones that an engine should read: its time grows with every passage that holds a term,
 * and a pass over flat arrays finds far sooner which of them can be among the best.
 */
export function worthReading(
  { first, passage, score }: Postings,
  { terms, required, allowed, most }: Wanted,
  passages: number,
): Uint8Array {
  const holds = new Uint16Array(required.length === 0 ? 0 : passages);
  for (const [at, number] of required.entries()) {
    // Those that lacked an earlier one stay behind.
    for (let to = first[number] ?? 0; to < (first[number + 1] ?? 0); to++) {
      const here = passage[to] ?? 0;
      if (holds[here] === at) holds[here] = at + 1;
    }
  }
  const passes = (here: number) =>
    (required.length === 0 || holds[here] === required.length) && (!allowed || allowed(here));
  const sums = new Float32Array(passages);
  const found: number[] = [];
  for (const { number, weight } of [...terms, ...required.map((number) => ({ number, weight: 1 }))]) {
    const isFrequent = found.length >= ENOUGH;
    const after = first[number + 1] ?? 0;
    for (let at = first[number] ?? 0; at < after; at++) {
      const here = passage[at] ?? 0;
      const sum = sums[here] ?? 0;
      if (sum === 0) {
        if (isFrequent || !passes(here)) continue;
        found.push(here);
      }
      sums[here] = sum + weight * (score[at] ?? 0);
    }
  }
  const marks = new Uint8Array(passages);
  const ordered = Float32Array.from(found, (here) => sums[here] ?? 0).sort();
  const least = ordered[Math.max(0, ordered.length - most)] ?? 0;
  for (const here of found) if ((sums[here] ?? 0) >= least) marks[here] = 1;
  return marks;
}
