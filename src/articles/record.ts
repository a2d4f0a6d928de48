import { createHash } from 'node:crypto';
import type { Article } from './article.js';
import { contentHash } from './identity.js';

/** What is kept of an article without its text: enough to tell how it stands beside others. */
export type ArticleRecord = {
  id: string;
  /** As `Article.file`. */
  file: string;
  /** Its `contentHash`. */
  hash: string;
  /** The same for articles with one text; of a short text the title counts too. */
  story: string;
  /** Of its text, in UTF-16 units. */
  length: number;
  publication: string | null;
  /** The day of `publishedAt`. */
  day: string | null;
  hasUrl: boolean;
  /** How much it says of itself. */
  detail: number;
};

/** A text of fewer characters may stand under several titles by chance: a notice, a line about a picture. */
const TELLING_LENGTH = 600;
/** Of the hash of a text, in Base64: nobody can make two texts that have the same. */
const HASH_LENGTH = 22;

/** The record of an article. */
export function recordOf(article: Article): ArticleRecord {
  const { id, file, text, title, url, publication, publishedAt, authors } = article;
  const telling = text.length > TELLING_LENGTH ? text : `${title}\n\n${text}`;
  return {
    id,
    file,
    hash: contentHash(article),
    story: createHash('sha256').update(telling).digest('base64').slice(0, HASH_LENGTH),
    length: text.length,
    publication,
    day: publishedAt?.slice(0, 10) ?? null,
    hasUrl: url !== null,
    detail: [url, publication, publishedAt, authors[0]].filter(Boolean).length,
  };
}
