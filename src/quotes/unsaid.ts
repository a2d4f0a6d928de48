import type { Word } from './words.js';

const NOT = /^(?:not|never|cannot|\p{L}+n[’']t)$/u;
const REFUSING = /^(?:den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))$/;
const SUPPOSING = /^(?:if|unless|whether)$/;
/** Farthest that a "not" stands before its verb of speech, in words: "did not, he added" is another's. */
const REACH = 3;

/** Whether a clause says that somebody did not say, or might say: "never said", "denied saying", "if he says". */
export function isUnsaid(words: readonly Word[], start: number, verb: number): boolean {
  if (REFUSING.test(words[verb]?.lower ?? '')) return true;
  for (let at = verb - 1; at >= start && words[at]?.kind === 'word'; at -= 1) {
    const lower = words[at]?.lower ?? '';
    if (NOT.test(lower) && verb - at <= REACH) return true;
    if (REFUSING.test(lower) || SUPPOSING.test(lower)) return true;
  }
  return false;
}
