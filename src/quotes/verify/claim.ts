import { type ComparedWord, comparedWords } from '../../text/compared-words.js';
import { STOP_WORDS } from '../../text/stop-words.js';

/** Longer claims are cut here, before any work. UTF-16 units. */
export const LONGEST_CLAIM = 2000;

/** Claims of no more words than this share too few pairs of words with what is near them to be found by these alone. */
export const SHORT_CLAIM = 8;

/** A claimed quote in its words. */
export type Claim = {
  text: string;
  words: ComparedWord[];
  /** Indexes of the words before which the claim marks a cut: "…", "...", "[…]". */
  cutBefore: ReadonlySet<number>;
  /** Indexes of the words that carry meaning. */
  content: ReadonlySet<number>;
};

const CUT_MARK = /…|\.\s?\.\s?\.|\[\s?\]/;

/** Reads a claim. Any text gives one; of no words, where it has none. */
export function readClaim(quote: string): Claim {
  const text = quote.slice(0, LONGEST_CLAIM);
  const words = comparedWords(text);
  const cutBefore = new Set<number>();
  const content = new Set<number>();
  for (const [at, word] of words.entries()) {
    if (at > 0 && CUT_MARK.test(text.slice(words[at - 1]?.end, word.start))) cutBefore.add(at);
    if (isContent(word.key)) content.add(at);
  }
  return { text, words, cutBefore, content };
}

/** True for a word that says something by itself. */
function isContent(key: string): boolean {
  // One letter says nothing; one character of Chinese can.
  return (
    (key.length > 1 || key > '\u2E7F') && !STOP_WORDS.has(key) && !STOP_WORDS.has(key.split("'")[0] ?? '')
  );
}

/**
 * How much a claim of these words can show:
 * - `none`: one word, or three common ones: everybody has said them
 * - `exact`: two or three words: the same words show something, and others only where little differs from a whole sentence
 * - `near`: enough to look for words that differ a little
 */
export function weightOf({ words, content }: Claim): 'none' | 'exact' | 'near' {
  if (words.length < 2 || (words.length < 4 && content.size === 0)) return 'none';
  return words.length < 4 ? 'exact' : 'near';
}
