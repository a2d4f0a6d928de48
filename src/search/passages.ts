import type { Article } from '../articles/article.js';
import { leansBack } from '../text/leaning.js';
import { sentenceSpans } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { PARAGRAPH_BREAK } from '../text/span.js';

/** A part of an article that can be shown as an answer: whole sentences, at most one paragraph. */
export type Passage = Span & {
  /** Index of its article in the list that was indexed. */
  article: number;
  /** Index of the paragraph it is in, counted from 0. */
  paragraph: number;
  /** Its sentences in order, as offsets into the article's text. Never empty. */
  sentences: Span[];
};

// Passages of very different length cannot be compared fairly, so paragraphs over LONG are split evenly.
const LONG = 1500;
const GOOD = 900;

/** The passages of one article in order of text. `article` is its index. */
export function passagesOf({ paragraphs }: Pick<Article, 'paragraphs'>, article: number): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  for (const [paragraph, text] of paragraphs.entries()) {
    for (const sentences of parts(sentenceSpans(text, start), text.length)) {
      const first = sentences[0];
      const last = sentences[sentences.length - 1];
      if (!first || !last) continue;
      passages.push({
        article,
        paragraph,
        start: first.start,
        end: last.end,
        sentences,
      });
    }
    start += text.length + PARAGRAPH_BREAK.length;
  }
  return passages;
}

// Sentences in groups of about the same length, at most about GOOD characters each where sentences allow it.
function parts(sentences: Span[], length: number): Span[][] {
  if (length <= LONG) return [sentences];
  const share = length / Math.ceil(length / GOOD);
  const groups: Span[][] = [];
  let group: Span[] = [];
  for (const sentence of sentences) {
    const first = group[0];
    // A sentence goes where more of it would lie.
    if (first && (sentence.start + sentence.end) / 2 - first.start > share) {
      groups.push(group);
      group = [];
    }
    group.push(sentence);
  }
  groups.push(group);
  return groups;
}

/** What "he" means is mostly named in the paragraph before, or in the one before that. */
const MOST_BEFORE = 2;

/** For each passage of an article, in order: how many before it it needs to be understood. Never any across a heading. */
export function leaningOf(text: string, passages: readonly Span[]): number[] {
  const leaning: number[] = [];
  for (const [at, { start, end }] of passages.entries()) {
    const before = passages[at - 1];
    const isAlone =
      !before || !leansBack(text.slice(start, end)) || isHeading(text.slice(before.start, before.end));
    leaning.push(isAlone ? 0 : Math.min(MOST_BEFORE, 1 + (leaning[at - 1] ?? 0)));
  }
  return leaning;
}

/** Longer questions are part of the text. */
const LONGEST_QUESTION = 60;

// Written so that each part stops where the next begins: whatever stands here is read in one go.
const TWO_WORDS = /\p{L}[^\p{L}\s]*\s\P{L}*\p{L}/u;

/** Whether a paragraph is a heading or a break between sections: it has no sentence, or is a short question. */
export function isHeading(paragraph: string): boolean {
  const text = paragraph.trim();
  if (!/[.!?…:;,][”"’'»)\]]*$/u.test(text) || !TWO_WORDS.test(text)) return true;
  return text.endsWith('?') && text.length <= LONGEST_QUESTION;
}
