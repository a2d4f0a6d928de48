import { createHash } from 'node:crypto';
import { fold } from '../text/fold.js';
import type { Article } from './article.js';

/** Hexadecimal digits of an id: 64 bits, so that a set of a million articles meets by chance once in 30 million. */
const ID_LENGTH = 16;
/** Of a content hash: nobody can make two articles that have the same. */
const HASH_LENGTH = 32;

/**
 * An id that stays the same when the file is renamed or its text edited: made from the url (without its
 * fragment), else from publication, date and title, whose spelling counts only as `fold` leaves it.
 */
export function articleId(article: Pick<Article, 'url' | 'publication' | 'publishedAt' | 'title'>): string {
  const { url, publication, publishedAt, title } = article;
  if (url !== null) return digest(['url', withoutFragment(url)], ID_LENGTH);
  return digest(['title', fold(publication ?? ''), publishedAt ?? '', fold(title)], ID_LENGTH);
}

/** A hash of all that readers see of an article, to tell "changed" from "same". File and removed parts do not count. */
export function contentHash(article: Article): string {
  const { title, publication, tagline, authors, publishedAt, url, text, gaps } = article;
  const { archivedUrl = null, headings = [], listItems = [] } = article;
  const lengths = article.paragraphs.map(({ length }) => length);
  const seen = [
    title,
    publication,
    tagline,
    authors,
    publishedAt,
    url,
    archivedUrl,
    text,
    lengths,
    gaps,
    headings,
    listItems,
  ];
  return digest(seen, HASH_LENGTH);
}

function withoutFragment(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}

// JSON keeps the parts apart: ["ab", "c"] and ["a", "bc"] differ.
function digest(parts: unknown, length: number): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, length);
}
