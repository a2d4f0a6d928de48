import type { Reading } from './reading.js';
import { isDenial } from './reversing.js';

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that begin another clause; what they deny is another matter. */
const BOUNDARIES = set(`
  and but or because since as when whenever while if unless until although though where wherever after before so than
  who whom whose which what how why whether
  et mais ou car donc quand lorsque si puisque comme qui dont
`);
/** These begin the clause that the words before them may deny: "I do not believe that". */
const COMPLEMENTS = /^(?:that|que|qu'.*)$/;
/** Most words between a denial and the clause it denies. */
const LONGEST_VERB = 2;
// A quotation inside is somebody's own clause too.
const CLAUSE_POINT = /[,;:.!?…()[\]—–“”"«»„‘]|\s-\s/;

/**
 * True where a cut at an end of a claim takes away what denies the claim's own clause there ("and I was | not",
 * "nobody | in this town swims"). What another clause denies does not count.
 * @param claimed index of the last word that the claim has, or of the first
 * @param cut where the sentence ends, or begins: an offset into the text
 */
export function isClauseDenied(reading: Reading, claimed: number, place: 'before' | 'after', cut: number) {
  return place === 'after' ? deniedAfter(reading, claimed, cut) : deniedBefore(reading, claimed, cut);
}

function deniedAfter({ text, words }: Reading, claimed: number, end: number): boolean {
  for (let at = claimed + 1; at < words.length; at++) {
    const [before, word] = [words[at - 1], words[at]];
    if (!before || !word || word.start >= end || CLAUSE_POINT.test(text.slice(before.end, word.start)))
      return false;
    if (isDenial(word.key)) return true;
    if (BOUNDARIES.has(word.key) || COMPLEMENTS.test(word.key)) return false;
  }
  return false;
}

function deniedBefore({ text, words }: Reading, claimed: number, start: number): boolean {
  let reach = Number.POSITIVE_INFINITY;
  for (let at = claimed; at >= 0; at--, reach--) {
    const word = words[at];
    if (!word || word.start < start || reach < 0) return false;
    if (at < claimed && isDenial(word.key)) return true;
    if (BOUNDARIES.has(word.key)) return false;
    if (COMPLEMENTS.test(word.key)) reach = LONGEST_VERB + 1;
    if (CLAUSE_POINT.test(text.slice(words[at - 1]?.end ?? word.start, word.start))) return false;
  }
  return false;
}
