import { createHash } from 'node:crypto';
import type { Article } from '../articles/article.js';
import { sentenceSpans } from '../text/sentences.js';
import { PARAGRAPH_BREAK, type Slice, type Span } from '../text/span.js';

/** Where words stood in an article, and what tells that they are those words: enough to find them again in a later snapshot. */
export type Place = {
  /** UTF-16 offset into the article's text. */
  start: number;
  /** In UTF-16 units. */
  length: number;
  /** Eight characters that stand for the article and the words. */
  digest: string;
};

// Words to be compared, counted once for every place where they could begin: what a second is enough for.
const MOST_COMPARED = 50_000_000;

/** The place of a slice of an article. */
export function placeOf(article: string, { start, text }: Slice): Place {
  return { start, length: text.length, digest: wordsDigest(article, text) };
}

/** Where the words of a place stand now: there, else where a sentence or a quotation begins with them; null where nowhere. */
export function findPlace(
  { id, text, paragraphs }: Pick<Article, 'id' | 'text' | 'paragraphs'>,
  { start, length, digest }: Place,
  quotations: readonly Slice[],
): Span | null {
  const stands = (at: number) => wordsDigest(id, text.slice(at, at + length)) === digest;
  if (length < 1) return null;
  if (stands(start)) return { start, end: start + length };
  let left = MOST_COMPARED;
  for (const at of beginnings(paragraphs, quotations)) {
    if (at + length > text.length) continue;
    left -= length;
    if (left < 0) break;
    if (stands(at)) return { start: at, end: at + length };
  }
  return null;
}

/** Where passages and quotations can begin. */
function* beginnings(paragraphs: readonly string[], quotations: readonly Slice[]): Generator<number> {
  for (const { text, start } of quotations)
    for (const sentence of sentenceSpans(text, start)) yield sentence.start;
  let base = 0;
  for (const paragraph of paragraphs) {
    for (const sentence of sentenceSpans(paragraph, base)) yield sentence.start;
    base += paragraph.length + PARAGRAPH_BREAK.length;
  }
}

function wordsDigest(article: string, words: string): string {
  return createHash('sha256')
    .update(JSON.stringify([article, words]))
    .digest('base64url')
    .slice(0, 8);
}
