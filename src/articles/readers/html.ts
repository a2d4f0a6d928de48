import { addressesOf } from '../archived-copy.js';
import { LanguageSchema, type Problem, type Removed } from '../article.js';
import { isFarFromArticle } from '../html/judged.js';
import { looksLikePage } from '../html/looks-like-page.js';
import { type ReadPage, readPage } from '../html/page.js';
import { MAX_PAGE_BYTES, MAX_REMOVED } from '../limits.js';
import { warning } from '../problem.js';
import { titleFromName } from './names.js';
import type { Drafts, Reader, Source } from './reader.js';
import { webUrl } from './values.js';

/** A saved web page: known by its head, else by its name and a tag. */
export const html: Reader = {
  format: 'HTML',
  accepts: ({ name, text }) => looksLikePage(text, name),
  read,
  maxBytes: MAX_PAGE_BYTES,
};

function read({ name, text, url: savedFrom = '' }: Source): Drafts {
  const page = readPage(text);
  const { paragraphs, metadata } = page;
  const { title, authors, publishedAt, publication, url, archivedUrl, sources, alternates, language } =
    metadata;
  const archived = archivedUrl ?? addressesOf({ url: webUrl(savedFrom) }).archivedUrl;
  const agencies = authors.filter(({ agency }) => agency).map((author) => author.name);
  const draft = {
    title: title ?? titleFromName(name),
    publication,
    tagline: null,
    authors: authors.map((author) => author.name),
    publishedAt,
    url: url ?? webUrl(savedFrom),
    ...(archived !== undefined && { archivedUrl: archived }),
    ...(language !== null && LanguageSchema.safeParse(language).success && { language }),
    removed: removedFrom(page),
    // The gaps that other formats keep are typography here: HTML has no double spaces.
    paragraphs: paragraphs.map(({ text }) => ({ text, gaps: [] })),
    headings: placesOf(paragraphs, 'heading'),
    listItems: placesOf(paragraphs, 'item'),
    details: {
      sources,
      ...(alternates.length > 0 && { alternates }),
      ...(agencies.length > 0 && { agencies }),
      confidence: Math.round(page.confidence * 100) / 100,
    },
  };
  return { drafts: [draft], problems: problemsOf(name, page) };
}

function placesOf(paragraphs: ReadPage['paragraphs'], wanted: 'heading' | 'item'): number[] {
  return paragraphs.flatMap(({ kind }, index) => (kind === wanted ? [index] : []));
}

// The page's menus and other stories are no part of the article, so they were not removed from it.
function removedFrom({ judged, lines }: ReadPage): Removed[] {
  return judged
    .filter((block) => !isFarFromArticle(block))
    .slice(0, MAX_REMOVED)
    .map(({ text, rule, element }) => ({ text, line: lines.get(element) ?? null, reason: rule ?? '' }));
}

function problemsOf(name: string, { cut, fromData }: ReadPage): Problem[] {
  const problems: Problem[] = [];
  if (cut !== null)
    problems.push(
      warning(name, {
        what: 'it was read only in part',
        why: cut,
        remedy: 'save the article as plain text (.txt), or check that its end is there',
      }),
    );
  if (fromData)
    problems.push(
      warning(name, {
        what: 'its text was taken from the page’s data',
        why: 'the page shows only a little of the article',
        remedy: 'check that the text is whole',
      }),
    );
  return problems;
}
