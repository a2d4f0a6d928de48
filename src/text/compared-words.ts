import { fold } from './fold.js';
import type { Span } from './span.js';

/** One word of a text as wordings are compared: its offsets in the text as it is, and its folded form. */
export type ComparedWord = Span & { key: string };

// In this order: initials ("U.S"), words and numbers with what may stand inside them, signs that change what a number
// says, a minus. Characters that nobody sees (soft hyphens, joiners) belong to the word around them.
const WORD =
  /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*(?:(?:['’‘‛`´′](?=\p{L})|(?<=\d)[.,](?=\d))[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]+)*|[\p{Sc}%°+]|(?<![^\s(“"])[-−](?=\p{Sc}?\d)/gu;
// Scripts that put no space between words: every character counts as one.
const SPACELESS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const CHARACTER = /\P{M}\p{M}*/gsu;
const ASCII_WORD = /^[a-z\d]+$/i;
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const APOSTROPHES = /[’‘‛`´′]/g;
const THOUSANDS = /,(?=\d{3}(?!\d))/g;

/**
 * The words between two offsets of `text`, in order. Case, accents, dashes, spaces, quotation marks and other points
 * are folded away; whatever could change what is said stays: apostrophes ("we're"), currencies, percent, minus.
 */
export function comparedWords(text: string, from = 0, to = text.length): ComparedWord[] {
  const words: ComparedWord[] = [];
  WORD.lastIndex = from;
  for (let match = WORD.exec(text); match && match.index < to; match = WORD.exec(text)) {
    const [raw] = match;
    const start = match.index;
    if (ASCII_WORD.test(raw)) words.push({ start, end: start + raw.length, key: raw.toLowerCase() });
    else if (SPACELESS.test(raw)) words.push(...characters(raw, start));
    else words.push({ start, end: start + raw.length, key: keyOf(raw) });
  }
  return words;
}

function keyOf(raw: string): string {
  const key = fold(raw.replace(UNSEEN, '').replace(APOSTROPHES, "'"));
  if (/^\d/.test(key)) return key.replace(THOUSANDS, '');
  // "U.S." and "US" are one; a minus is a minus.
  return key.replaceAll('.', '').replace('−', '-') || raw;
}

function characters(raw: string, start: number): ComparedWord[] {
  return Array.from(raw.matchAll(CHARACTER), ({ 0: character, index }) => ({
    start: start + index,
    end: start + index + character.length,
    key: fold(character) || character,
  }));
}
