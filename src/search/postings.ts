import type { PassageTable } from './passage-table.js';
import { wordsOf } from './passage-table.js';
import { rarity } from './rarity.js';
import { STOP } from './word-flags.js';

/** The passages that each term stands in, in flat arrays: those of term `t` from `first[t]` to before `first[t + 1]`. */
export type Postings = {
  first: Uint32Array;
  /** Numbers of passages, rising within a term, and the term's BM25 score there. */
  passage: Uint32Array;
  score: Float32Array;
};

const K1 = 1.2;
const B = 0.75;

/** What a term of a rarity adds where a passage uses it so often: Okapi BM25 with Lunr's constants. */
export function bm25(
  { length, averageLength }: PassageTable,
  passage: number,
  uses: number,
  rarity: number,
): number {
  const norm = K1 * (1 - B + (B * (length[passage] ?? 0)) / averageLength);
  return (rarity * (K1 + 1) * uses) / (uses + norm);
}

/** The postings of every word that carries meaning. */
export function postingsOf(table: PassageTable): Postings {
  const { vocabulary, passagesWith, length } = table;
  const term = table.term.subarray(0, table.term.length);
  const flags = table.flags.subarray(0, table.flags.length);
  const first = new Uint32Array(vocabulary.length + 1);
  for (const [number, holding] of passagesWith.entries()) first[number + 1] = (first[number] ?? 0) + holding;
  const next = first.slice(0, -1);
  const passage = new Uint32Array(first[vocabulary.length] ?? 0);
  // How often the term stands there, until all are counted.
  const score = new Float32Array(passage.length);
  for (let number = 0; number < length.length; number++) {
    const [from, after] = wordsOf(table, number);
    for (let at = from; at < after; at++) {
      if ((flags[at] ?? 0) & STOP) continue;
      const word = term[at] ?? 0;
      const end = next[word] ?? 0;
      const isKnown = end > (first[word] ?? 0) && passage[end - 1] === number;
      const to = isKnown ? end - 1 : end;
      next[word] = to + 1;
      passage[to] = number;
      score[to] = (score[to] ?? 0) + 1;
    }
  }
  for (const [number, holding] of passagesWith.entries()) {
    const telling = rarity(length.length, holding);
    const after = first[number + 1] ?? 0;
    for (let at = first[number] ?? 0; at < after; at++) {
      score[at] = bm25(table, passage[at] ?? 0, score[at] ?? 0, telling);
    }
  }
  return { first, passage, score };
}
