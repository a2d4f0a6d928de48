import { fold } from './fold.js';
import { stem } from './stem.js';

/** One word of a text: where it stands, its folded form and the term that is indexed. */
export type Token = { start: number; end: number; word: string; term: string };

// Letters and digits, with apostrophes, points and hyphens only inside: "don't", "U.S", "14,000", "week-long" is two.
const WORD = /[\p{L}\p{N}\p{M}]+(?:(?:['’.]|(?<=\d),(?=\d))[\p{L}\p{N}\p{M}]+)*/gu;
const POSSESSIVE = /'s?$/;

/** Words of `text` in order. `word` is folded without a possessive, `term` is its Porter stem. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]).replace(POSSESSIVE, '').replace(/[.,']/g, '');
    if (word) tokens.push({ start: match.index, end: match.index + match[0].length, word, term: stem(word) });
  }
  return tokens;
}
