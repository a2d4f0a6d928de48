import { type ComparedWord, comparedWords } from '../../text/compared-words.js';
import { sentenceSpans } from '../../text/sentences.js';
import { PARAGRAPH_BREAK, type Span } from '../../text/span.js';
import type { Quotation } from '../quotation.js';
import { isNegation } from './reversing.js';

/** Sentences are looked for this far around the words that matter, in UTF-16 units. */
const LONGEST_SENTENCE = 1500;
/** Most words of the article's own between two quotations of one statement. */
const LONGEST_ASIDE = 30;

/** A stretch of an article as words, with the quotation that each stands in. */
export type Reading = {
  text: string;
  words: readonly ComparedWord[];
  /** Per word: index in `quotations`, or -1. */
  inside: Int32Array;
  quotations: readonly Quotation[];
};

/** Reads the words between two offsets. `quotations` are the whole article's, in order of `start`. */
export function readPlace(text: string, quotations: readonly Quotation[], { start, end }: Span): Reading {
  return readWords(text, comparedWords(text, start, Math.min(end, text.length)), quotations);
}

/** The same of words that are there already. */
export function readWords(
  text: string,
  words: readonly ComparedWord[],
  quotations: readonly Quotation[],
): Reading {
  const inside = new Int32Array(words.length).fill(-1);
  let next = 0;
  for (const [at, word] of words.entries()) {
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= word.start) next += 1;
    const quotation = quotations[next];
    if (quotation && quotation.start <= word.start) inside[at] = next;
  }
  return { text, words, inside, quotations };
}

/**
 * The sentence that a word stands in: of its quotation where it is quoted, else of its paragraph.
 * Never longer than `LONGEST_SENTENCE` on either side of the word.
 */
export function sentenceOf({ text, quotations }: Reading, word: Span, quotation: number): Span {
  const quoted = quotations[quotation];
  const bounds = quoted ?? paragraphAround(text, word);
  const from = Math.max(bounds.start, word.start - LONGEST_SENTENCE);
  const to = Math.min(bounds.end, word.end + LONGEST_SENTENCE);
  const found = sentenceSpans(text.slice(from, to), from).find((span) => span.end > word.start);
  return found && found.start <= word.start ? found : { start: from, end: to };
}

function paragraphAround(text: string, { start, end }: Span): Span {
  const before = text.lastIndexOf(PARAGRAPH_BREAK, start);
  const after = text.indexOf(PARAGRAPH_BREAK, end);
  return {
    start: before === -1 ? 0 : before + PARAGRAPH_BREAK.length,
    end: after === -1 ? text.length : after,
  };
}

/**
 * True where the archive holds two quotations, one after the other, as one statement: nothing or a short remark of the
 * article's own ("she said") stands between, and one person says both.
 */
export function isOneStatement({ text, quotations }: Reading, one: number, other: number): boolean {
  if (other !== one + 1) return false;
  const [first, second] = [quotations[one], quotations[other]];
  if (!first || !second) return false;
  const between = comparedWords(text, first.end, second.start);
  // A quotation that goes on in the next paragraph has no closing mark before it.
  if (between.length === 0 && /^\s*$/.test(text.slice(first.end, second.start).replace(/["“„«]\s*$/, '')))
    return true;
  if (between.length > LONGEST_ASIDE || between.some((word) => isNegation(word.key))) return false;
  if (between.length > 0 && second.kind !== 'direct') return false;
  return first.speaker !== null && second.speaker !== null && first.speaker.name === second.speaker.name;
}
