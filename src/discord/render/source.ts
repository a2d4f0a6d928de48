import type { ArticleRef } from '../../articles/article.js';
import { isCalendarDate } from '../../text/dates.js';
import type { Words } from '../../words/words.js';
import { shorten } from '../cut.js';
import { bytes } from '../limits.js';

const TITLE_ROOM = 200;
const PUBLICATION_ROOM = 100;
const URL_ROOM = 300;

// Everything that could end a link early or start something else; none is needed unencoded in a url.
const UNSAFE_IN_LINK = /[\s()<>[\]\\|"'`*~^{}]/g;

/** Where something stands, on one line of markdown: title, publication, date, and what `place` adds. */
export function sourceLine(article: ArticleRef, words: Words, place?: string): string {
  const published = article.publishedAt?.slice(0, 10);
  return [
    titleOf(article, words),
    article.publication && shorten(article.publication, PUBLICATION_ROOM),
    published && isCalendarDate(published) ? words.date(published) : null,
    place,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** "paragraph 7" of an index counted from 0; "paragraphs 7–8" where it covers several. */
export function paragraphOf({ source }: Words, first: number, last = first): string {
  return last > first ? source.paragraphs(first + 1, last + 1) : source.paragraph(first + 1);
}

/** The title, linked if the article has a web address that is fit to be clicked. */
function titleOf(article: ArticleRef, { source }: Words): string {
  const title = shorten(article.title, TITLE_ROOM) || source.untitled;
  const url = safeUrl(article.url);
  if (!url) return title;
  // Discord ends a link's label at any square bracket, escaped or not, so such a title stays outside.
  return /[[\]]/.test(title) ? `${title} · [${source.link}](${url})` : `[${title}](${url})`;
}

/** An http(s) address that cannot break out of `[label](address)`, or null. */
export function safeUrl(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  // A user name in an address only ever serves to look like another site.
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  const href = url.href.replace(
    UNSAFE_IN_LINK,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return URL.canParse(href) && bytes(href) <= URL_ROOM ? href : null;
}
