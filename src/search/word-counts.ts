import type { Stretch } from '../text/stretches.js';
import type { PassageTable } from './passage-table.js';
import { CAPITAL, FIRST, STOP } from './word-flags.js';

/** How terms are used, by their numbers. */
export type TermCounts = Pick<PassageTable, 'held' | 'passagesWith' | 'uses' | 'capitals'>;

type Words = Pick<PassageTable, 'vocabulary' | 'firstSentence' | 'firstWord' | 'term' | 'flags'>;

// Words that are read at once.
const MOST_WORDS = 1 << 16;

/** How some stretches of passages use the terms. */
export function countedWords(table: Words, passages: readonly Stretch[]): TermCounts {
  const terms = table.vocabulary.length;
  const held = new Uint32Array(terms);
  const passagesWith = new Uint32Array(terms);
  const uses = new Uint32Array(terms);
  const capitals = new Uint32Array(terms);
  const lastSeen = new Int32Array(terms).fill(-1);
  const add = (counts: Uint32Array, at: number) => {
    counts[at] = (counts[at] ?? 0) + 1;
  };
  for (const { first, after } of passages) {
    let passage = first;
    const endOf = (one: number) => table.firstWord[table.firstSentence[one + 1] ?? 0] ?? 0;
    const last = endOf(after - 1);
    for (let from = table.firstWord[table.firstSentence[first] ?? 0] ?? 0; from < last; from += MOST_WORDS) {
      const to = Math.min(last, from + MOST_WORDS);
      const [term, flags] = [table.term.subarray(from, to), table.flags.subarray(from, to)];
      for (let at = 0; at < term.length; at++) {
        while (from + at >= endOf(passage)) passage++;
        const [number, mark] = [term[at] ?? 0, flags[at] ?? 0];
        add(held, number);
        if (mark & STOP) continue;
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
  }
  return { held, passagesWith, uses, capitals };
}

/** Adds the terms of titles to those held; nothing else counts them. */
export function countTitles({ held }: TermCounts, titleTerm: Uint32Array): void {
  for (const term of titleTerm) held[term] = (held[term] ?? 0) + 1;
}

/** How many words carry meaning in each passage, all words being in memory. */
export function lengthsOf(
  { firstSentence, firstWord, flags }: Omit<Words, 'flags'> & { flags: Uint8Array },
  passages: number,
): Uint32Array {
  const lengths = new Uint32Array(passages);
  for (let passage = 0, at = 0; passage < passages; passage++) {
    const after = firstWord[firstSentence[passage + 1] ?? 0] ?? 0;
    let length = 0;
    for (; at < after; at++) if (!((flags[at] ?? 0) & STOP)) length++;
    lengths[passage] = length;
  }
  return lengths;
}

/** The average length of passages, as BM25 takes it. */
export function averageOf(lengths: Uint32Array): number {
  let sum = 0;
  for (const length of lengths) sum += length;
  return lengths.length === 0 ? 1 : sum / lengths.length;
}
