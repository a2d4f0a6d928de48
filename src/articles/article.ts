import { z } from 'zod';
import { PARAGRAPH_BREAK } from '../text/span.js';

/** A part of the source that was not kept, so that an admin can see what was cut and why. */
const RemovedSchema = z.strictObject({
  text: z.string(),
  /** Line of the file, counted from 1. */
  line: z.int().positive().nullable(),
  reason: z.string(),
});
export type Removed = z.infer<typeof RemovedSchema>;

/** A calendar date (`2022-01-20`) or an instant with its zone (`2022-01-20T09:30:00Z`). */
export const PublishedAtSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** Only web addresses are ever linked. */
export const WebUrlSchema = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });

/** A BCP 47 tag of the usual shape. */
export const LanguageSchema = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/);

/** How an article was got out of its file, for whoever looks after the set. */
const OriginSchema = z.strictObject({
  /** The format it was in: "HTML", "plain text". */
  format: z.string(),
  /** Where each value stood that the text itself does not show: "JSON-LD", "meta og:title", "archive.yaml". */
  sources: z.record(z.string(), z.string()).optional(),
  /** Other titles that the file gives the article. */
  alternates: z.array(z.string()).optional(),
  /** Those of the authors that are agencies, newsrooms or publications, not people. */
  agencies: z.array(z.string()).optional(),
  /** From 0 to 1: how likely it is that the text is the article, all of it and nothing else. */
  confidence: z.number().optional(),
});
export type Origin = z.infer<typeof OriginSchema>;

export const ArticleSchema = z
  .strictObject({
    /** Stable over renames: made from the url, else from publication, date and title. */
    id: z.string().min(1),
    /** Path inside the article set with `/` between folders; `file#n` for the nth of several in one file. */
    file: z.string().min(1),
    /** Other files of the set with the same story; missing where there are none. */
    otherFiles: z.array(z.string().min(1)).optional(),
    origin: OriginSchema.optional(),
    title: z.string().min(1),
    publication: z.string().min(1).nullable(),
    /** The publication's own line about itself, where a file carries one. */
    tagline: z.string().min(1).nullable(),
    authors: z.array(z.string().min(1)),
    publishedAt: PublishedAtSchema.nullable(),
    url: WebUrlSchema.nullable(),
    /** A copy of the page in a web archive; missing where none is known. */
    archivedUrl: WebUrlSchema.optional(),
    /** The language that the file names (`en`, `pt-BR`); missing where it names none. */
    language: LanguageSchema.optional(),
    paragraphs: z.array(z.string().min(1)).min(1),
    /** The paragraphs joined by a blank line. Every offset in this project counts UTF-16 units into it. */
    text: z.string().min(1),
    /** Indices into `paragraphs` of subheadings, and of list items; left out where the format has none. */
    headings: z.array(z.int().nonnegative()).optional(),
    listItems: z.array(z.int().nonnegative()).optional(),
    removed: z.array(RemovedSchema),
    /** Offsets into `text` of the spaces where the words of a link were lost before the file was saved. */
    gaps: z.array(z.int().nonnegative()),
  })
  .refine((article) => article.text === article.paragraphs.join(PARAGRAPH_BREAK), {
    message: 'text is not the paragraphs joined by a blank line',
    path: ['text'],
  });
export type Article = z.infer<typeof ArticleSchema>;

/** What an answer says about where it comes from. */
export type ArticleRef = Pick<
  Article,
  'id' | 'file' | 'title' | 'publication' | 'authors' | 'publishedAt' | 'url' | 'archivedUrl'
>;

/** The reference of an article: everything but its text. */
export function articleRef(article: Article): ArticleRef {
  const { id, file, title, publication, authors, publishedAt, url, archivedUrl } = article;
  const archived = archivedUrl === undefined ? {} : { archivedUrl };
  return { id, file, title, publication, authors, publishedAt, url, ...archived };
}

/** Something an admin should know about a file. A bad file is reported, never fatal. */
export type Problem = {
  /** Path inside the article set. */
  file: string;
  /** Line of the file, counted from 1, where known. */
  line: number | null;
  /** True where no article came from the file (or this part of it); false for a warning. */
  rejected: boolean;
  what: string;
  why: string;
  remedy: string;
};

/** What came out of one file. */
export type ReadResult = { articles: Article[]; problems: Problem[] };
