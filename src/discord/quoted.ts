import { oneLine } from './escape.js';

// A span ends at the first mark of any kind, so that no text is read twice.
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
const NOT_WORDS = /<(?:[@#][!&]?|a?:\w+:|t:|\/[^:<>]*:)[\w:-]*>|https?:\/\/\S+|^\s*(?:>{1,3}|-#|#{1,3})\s/gm;

/**
 * The words of a message that somebody is quoted with: the longest span in double quotation marks, else all of it,
 * without mentions, emoji, links and the marks of quoting. On one line; at most `most` UTF-16 units, cut at a word.
 */
export function quotedIn(content: string, most: number): string {
  const words = content.replace(NOT_WORDS, ' ');
  let longest = '';
  // Every mark can open: what stands between two spans is looked at too where marks are unbalanced.
  for (const [, span = ''] of words.matchAll(QUOTED))
    if (span.trim().length > longest.length) longest = span.trim();
  return bounded(longest || words, most);
}

/** The words of a message, as in `quotedIn`, but all of them. */
export function wordsIn(content: string, most: number): string {
  return bounded(content.replace(NOT_WORDS, ' '), most);
}

function bounded(words: string, most: number): string {
  const line = oneLine(words);
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return oneLine(space > 0 ? cut.slice(0, space) : cut);
}
