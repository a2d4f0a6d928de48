import type { Article, Origin, Problem } from '../article.js';
import type { ClosedUp } from '../clean.js';

/** A decoded file. */
export type Source = {
  /** Path inside the article set. */
  name: string;
  text: string;
  /** The address that an archive of web pages keeps beside the page. */
  url?: string;
};

/** What a reader found in a file, before it is an article: without id, and with paragraphs not yet joined. */
export type Draft = Pick<
  Article,
  'title' | 'publication' | 'tagline' | 'authors' | 'publishedAt' | 'url' | 'removed'
> & {
  paragraphs: ClosedUp[];
  language?: string;
  archivedUrl?: string;
  /** Which of several in the file this is, counted from 1, unusable ones counted too; missing where it is the only one. */
  item?: number;
  /** Indices of the paragraphs that are subheadings, and of those that are list items; missing where the format has none. */
  headings?: number[];
  listItems?: number[];
  /** What the reader knows of where the article comes from. */
  details?: Omit<Origin, 'format'>;
};

/** Articles of one file, in its order, and what an admin should know about them. */
export type Drafts = { drafts: Draft[]; problems: Problem[] };

/** One file format. Readers are pure: they see a decoded text and nothing else. */
export type Reader = {
  /** What the format is called in messages: "plain text". */
  format: string;
  /** Largest file it takes; `MAX_FILE_BYTES` where missing. */
  maxBytes?: number;
  /** True where this reader takes the file; the first in the list that does gets it. */
  accepts(source: Source): boolean;
  read(source: Source): Drafts;
};
