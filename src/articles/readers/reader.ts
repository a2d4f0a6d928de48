import type { Article, Problem } from '../article.js';
import type { ClosedUp } from '../clean.js';

/** A decoded file. */
export type Source = {
  /** Path inside the article set. */
  name: string;
  text: string;
};

/** What a reader found in a file, before it is an article: without id, and with paragraphs not yet joined. */
export type Draft = Pick<
  Article,
  'title' | 'publication' | 'tagline' | 'authors' | 'publishedAt' | 'url' | 'removed'
> & {
  paragraphs: ClosedUp[];
};

/** Articles of one file, in its order, and what an admin should know about them. */
export type Drafts = { drafts: Draft[]; problems: Problem[] };

/** One file format. Readers are pure: they see a decoded text and nothing else. */
export type Reader = {
  /** What the format is called in messages: "plain text". */
  format: string;
  /** True where this reader takes the file; the first in the list that does gets it. */
  accepts(source: Source): boolean;
  read(source: Source): Drafts;
};
