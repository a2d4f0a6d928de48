import type { ArticleRef } from '../../articles/article.js';
import { isCalendarDate, longDate } from '../../text/dates.js';

/** Words of an article, and where they stand in it. */
export type Citation = {
  /** The words as they are to be printed: a slice of the article's text, with "…" at an end that was cut. */
  words: string;
  article: ArticleRef;
  /** Indices of the first and the last paragraph that the words are in, counted from 0. */
  paragraph: number;
  lastParagraph: number;
  /** Who said them and as what; null where they are the article's own, or it does not say. */
  speaker: { name: string; role: string | null } | null;
};

// What breaks lines, cannot be seen, or turns the order of what is beside it; half characters too.
const DISTURBING = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** A value on one line, without what could not be printed there. */
export function oneLine(text: string): string {
  return text.replace(DISTURBING, ' ').replace(/\s+/g, ' ').trim();
}

/** An http(s) address without a character that a format reads as its own, or null. */
export function citedUrl(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  // A user name in an address only ever serves to look like another site.
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.href.replace(
    /[\s\\{}<>()[\]"'`|^]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** The calendar date on which an article was published, or null. */
export function dayOf({ publishedAt }: ArticleRef): string | null {
  const day = publishedAt?.slice(0, 10);
  return day && isCalendarDate(day) ? day : null;
}

/** "paragraph 7", "paragraphs 7–8" */
export function placeIn({ paragraph, lastParagraph }: Citation): string {
  return lastParagraph > paragraph
    ? `paragraphs ${paragraph + 1}–${lastParagraph + 1}`
    : `paragraph ${paragraph + 1}`;
}

/** Who said the words: "Mabel Orr, Mayor of Wickhollow"; null where that is not known. */
export function saidBy({ speaker }: Citation): string | null {
  if (!speaker) return null;
  return [speaker.name, speaker.role ?? ''].map(oneLine).filter(Boolean).join(', ') || null;
}

/** The words on one line, in quotation marks. */
export function quoted({ words }: Citation): string {
  return `“${oneLine(words)}”`;
}

/** The parts of a reference in order, as text: authors, title, publication, day, place. */
export function partsOf(citation: Citation) {
  const { article } = citation;
  const day = dayOf(article);
  return {
    authors: article.authors.map(oneLine).filter(Boolean).join(', '),
    title: oneLine(article.title) || 'Untitled',
    publication: oneLine(article.publication ?? ''),
    date: day ? longDate(day, 'en-GB') : '',
    place: placeIn(citation),
    url: citedUrl(article.url),
    archivedUrl: citedUrl(article.archivedUrl),
  };
}
