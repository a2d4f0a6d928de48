import type { PassageTable } from './passage-table.js';
import { wordsOf } from './passage-table.js';
import { STOP } from './word-flags.js';

/** The passages that each term stands in, in flat arrays: those of term `t` from `first[t]` to before `first[t + 1]`. */
export type Postings = {
  first: Uint32Array;
  /** Numbers of passages, rising within a term, and how often the term stands there. */
  passage: Uint32Array;
  count: Uint32Array;
};

/** The postings of every word that carries meaning. */
export function postingsOf(table: PassageTable): Postings {
  const { vocabulary, passagesWith, term, flags } = table;
  const first = new Uint32Array(vocabulary.length + 1);
  for (const [number, holding] of passagesWith.entries()) first[number + 1] = (first[number] ?? 0) + holding;
  const next = first.slice(0, -1);
  const passage = new Uint32Array(first[vocabulary.length] ?? 0);
  const count = new Uint32Array(passage.length);
  for (let number = 0; number < table.start.length; number++) {
    const [from, after] = wordsOf(table, number);
    for (let at = from; at < after; at++) {
      if ((flags[at] ?? 0) & STOP) continue;
      const word = term[at] ?? 0;
      let to = next[word] ?? 0;
      const known = to > (first[word] ?? 0) && passage[to - 1] === number;
      if (known) to--;
      else next[word] = to + 1;
      passage[to] = number;
      count[to] = (count[to] ?? 0) + 1;
    }
  }
  return { first, passage, count };
}
