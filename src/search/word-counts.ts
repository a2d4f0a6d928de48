import type { PassageTable } from './passage-table.js';
import { CAPITAL, FIRST, STOP } from './word-flags.js';

/** The words of a table, all in memory. */
type Words = Pick<PassageTable, 'firstSentence' | 'firstWord'> & { term: Uint32Array; flags: Uint8Array };
type Counts = Pick<PassageTable, 'length' | 'averageLength' | 'passagesWith' | 'uses' | 'capitals'>;

/** How many words carry meaning in each passage, and how each term is used. */
export function wordCounts(
  { firstSentence, firstWord, term, flags }: Words,
  passages: number,
  terms: number,
): Counts {
  const length = new Uint32Array(passages);
  const passagesWith = new Uint32Array(terms);
  const uses = new Uint32Array(terms);
  const capitals = new Uint32Array(terms);
  const lastSeen = new Int32Array(terms).fill(-1);
  const add = (counts: Uint32Array, at: number) => {
    counts[at] = (counts[at] ?? 0) + 1;
  };
  let at = 0;
  for (let passage = 0; passage < passages; passage++) {
    const after = firstWord[firstSentence[passage + 1] ?? 0] ?? 0;
    for (; at < after; at++) {
      const mark = flags[at] ?? 0;
      if (mark & STOP) continue;
      const number = term[at] ?? 0;
      add(length, passage);
      if (!(mark & FIRST)) {
        add(uses, number);
        if (mark & CAPITAL) add(capitals, number);
      }
      if (lastSeen[number] !== passage) {
        lastSeen[number] = passage;
        add(passagesWith, number);
      }
    }
  }
  const all = length.reduce((sum, each) => sum + each, 0);
  return { length, averageLength: passages === 0 ? 1 : all / passages, passagesWith, uses, capitals };
}
