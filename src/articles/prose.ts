const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const SENTENCE_END = /[.!?…。！？][”’"'»)\]]*$/u;
const FULL_STOP = /[.…。][”’"'»)\]]*$/u;
const INNER_END = /[.!?][”’"']?\s+[“‘"']?\p{Lu}/u;

// A headline has fewer words; a paragraph with so many is prose whatever it ends in.
const LONG = 40;
const SHORT = 10;
// Nor is any headline so long, in UTF-16 units; that much need not be counted.
const LONG_TEXT = 400;

/** True where the text ends as a sentence does, closing quotation marks and brackets allowed. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** True where the text ends in a full stop, as few headlines do. */
export function endsInFullStop(text: string): boolean {
  return FULL_STOP.test(text);
}

/** Words of a text; two characters count as one where a script has no spaces. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return unspaced > 0 ? Math.ceil(unspaced / 2) : (text.match(WORD)?.length ?? 0);
}

/** True for a paragraph of an article, as against a headline, a name or a label. */
export function isProse(text: string): boolean {
  if (text.length >= LONG_TEXT) return true;
  const words = countWords(text);
  if (words >= LONG) return true;
  if (words < SHORT || !endsSentence(text)) return false;
  return endsInFullStop(text) || INNER_END.test(text);
}

/** True where every word of a line has a capital but for small ones: "London Defender", "Isle of Man Examiner". */
export function isTitleCase(text: string): boolean {
  const words = text.match(WORD) ?? [];
  return (
    words.length > 0 &&
    words.every((word, at) => /^[\p{Lu}\p{N}]/u.test(word) || (at > 0 && SMALL.test(word)))
  );
}

const SMALL =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|nor|of|off|on|or|over|per|the|to|up|via|with|de|la|le|du|des|der|die|das|und)$/i;
