import type { Removed } from './article.js';
import { type ClosedUp, cleanField } from './clean.js';
import { headerFields } from './header-fields.js';
import { MAX_AUTHORS } from './limits.js';
import { nameLines } from './masthead.js';
import { countWords, isProse, isTitleCase } from './prose.js';

/** A paragraph of a plain text, closed up, with the line it starts on. */
export type Paragraph = ClosedUp & { line: number };

/** What the lines before the first real paragraph say, and the paragraphs that are left for the body. */
export type Header = {
  title: string | null;
  publication: string | null;
  tagline: string | null;
  authors: string[];
  publishedAt: string | null;
  url: string | null;
  removed: Removed[];
  body: Paragraph[];
};

// More lines than this before the first paragraph are no header but a list.
const MAX_LINES = 12;
const MAX_HEADLINE_WORDS = 25;

/** Reads the header block of a plain text. Nothing is lost: what is no field goes to the body or to `removed`. */
export function readHeader(paragraphs: readonly Paragraph[]): Header {
  const first = paragraphs.slice(0, MAX_LINES + 1).findIndex(({ text }) => isParagraph(text));
  // Where nothing looks like a paragraph, the first line is the headline and the rest is the text.
  const length = first === -1 ? Math.min(1, paragraphs.length - 1) : first;
  const authors = new Set<string>();
  const removed: Removed[] = [];
  const unread: Paragraph[] = [];
  let title: string | null = null;
  let publication: string | null = null;
  let publishedAt: string | null = null;
  let updatedAt: string | null = null;
  let url: string | null = null;
  for (const paragraph of paragraphs.slice(0, length)) {
    const fields = headerFields(paragraph.text);
    if (!fields) unread.push(paragraph);
    title ??= fields?.title ?? null;
    publication ??= fields?.publication ?? null;
    publishedAt ??= fields?.publishedAt ?? null;
    updatedAt ??= fields?.updatedAt ?? null;
    url ??= fields?.url ?? null;
    for (const author of fields?.authors ?? []) authors.add(cleanField(author));
    for (const part of fields?.removed ?? []) removed.push({ ...part, line: paragraph.line });
  }
  const names = nameLines(
    unread.map(({ text }) => text),
    { title, publication },
  );
  return {
    title: names.title,
    publication: names.publication,
    tagline: names.tagline,
    authors: [...authors].filter(Boolean).slice(0, MAX_AUTHORS),
    publishedAt: publishedAt ?? updatedAt,
    url,
    removed,
    body: unread.slice(names.used).concat(paragraphs.slice(length)),
  };
}

// A headline may end in a full stop, but no paragraph has a capital on every word.
function isParagraph(text: string): boolean {
  return isProse(text) && !(countWords(text) <= MAX_HEADLINE_WORDS && isTitleCase(text));
}
