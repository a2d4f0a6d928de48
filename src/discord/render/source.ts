import type { ArticleRef } from '../../articles/article.js';
import { isCalendarDate } from '../../text/dates.js';
import { DIRECTIVE, toPassage } from '../../text/text-fragment.js';
import type { Words } from '../../words/words.js';
import { shorten } from '../cut.js';
import { bytes } from '../limits.js';
import { small } from '../view.js';

const TITLE_ROOM = 200;
const PUBLICATION_ROOM = 100;
const URL_ROOM = 300;

// Everything that could end a link early or start something else; none is needed unencoded in a url.
const UNSAFE_IN_LINK = /[\s()<>[\]\\|"'`*~^{}]/g;

/** Words of an article, and offsets into them where its saved copy lost some. */
export type Linked = { text: string; gaps?: readonly number[] };

/**
 * Where something stands, on one line of markdown: title, publication, date, and what `place` adds. With the words that stand there
 * the link leads to them, and an archived copy of the article is linked too.
 */
export function sourceLine(article: ArticleRef, words: Words, place?: string, linked?: Linked): string {
  return [
    titleOf(article, words, linked),
    article.publication && shorten(article.publication, PUBLICATION_ROOM),
    dayOf(article, words),
    place,
    linked && archivedCopy(article, words),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Where else the same words are printed: at most `most` places, and how many more there are. */
export function alsoLines(
  also: readonly { article: ArticleRef; paragraph: number }[],
  most: number,
  words: Words,
): string[] {
  const lines = also
    .slice(0, most)
    .map(({ article, paragraph }) =>
      small(words.source.alsoIn(sourceLine(article, words, paragraphOf(words, paragraph)))),
    );
  const more = also.length - lines.length;
  return more > 0 ? [...lines, small(words.source.inMore(more))] : lines;
}

/**
 * The small lines that say where words stand, from the fullest to the barest: with at most `most` of the other places, with fewer, without
 * the way to the words on the page, in the end without a link.
 */
export function sourceWays(
  { article, also }: { article: ArticleRef; also: readonly { article: ArticleRef; paragraph: number }[] },
  most: number,
  words: Words,
  place: string,
  linked: Linked,
): string[][] {
  const source = small(sourceLine(article, words, place, linked));
  const others = alsoLines(also, 0, words);
  return [
    ...Array.from({ length: most + 1 }, (_, fewer) => [source, ...alsoLines(also, most - fewer, words)]),
    [small(sourceLine(article, words, place)), ...others],
    [small(sourceLine({ ...article, url: null }, words, place)), ...others],
  ];
}

/** Articles as lines that `mark` begins: linked where `room` bytes hold them all so, else as many as they hold unlinked. */
export function sourceLines(
  articles: readonly ArticleRef[],
  room: number,
  words: Words,
  mark: (index: number) => string = () => '- ',
): string[] {
  const linesOf = (shown: readonly ArticleRef[]) =>
    shown.map((article, index) => mark(index) + sourceLine(article, words));
  const linked = linesOf(articles);
  const sizeOf = (lines: readonly string[]) => bytes(lines.join('\n'));
  if (sizeOf(linked) <= room) return linked;
  const unlinked = linesOf(articles.map((article) => ({ ...article, url: null })));
  return unlinked.filter((_, index) => sizeOf(unlinked.slice(0, index + 1)) <= room);
}

/** "paragraph 7" of an index counted from 0; "paragraphs 7–8" where it covers several. */
export function paragraphOf({ source }: Words, first: number, last = first): string {
  return last > first ? source.paragraphs(first + 1, last + 1) : source.paragraph(first + 1);
}

/** The day that an article was published on, or null. */
export function dayOf({ publishedAt }: ArticleRef, words: Words): string | null {
  const published = publishedAt?.slice(0, 10);
  return published && isCalendarDate(published) ? words.date(published) : null;
}

/** A link to a copy of the article in a web archive, or null. */
export function archivedCopy({ archivedUrl }: ArticleRef, { source }: Words): string | null {
  const url = safeUrl(archivedUrl ?? null);
  return url && `[${source.archivedCopy}](${url})`;
}

/** The title, linked if the article has a web address that is fit to be clicked. */
function titleOf(article: ArticleRef, { source }: Words, linked: Linked | undefined): string {
  const title = shorten(article.title, TITLE_ROOM) || source.untitled;
  const page = safeUrl(article.url);
  if (!page) return title;
  const url = linked ? toPassage(page, linked.text, linked.gaps) : page;
  // Discord ends a link's label at any square bracket, escaped or not, so such a title stays outside.
  return /[[\]]/.test(title) ? `${title} · [${source.link}](${url})` : `[${title}](${url})`;
}

/** An http(s) address that cannot break out of `[label](address)`, or null. */
export function safeUrl(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  // A user name in an address only ever serves to look like another site.
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  // A directive that leads to words of the page is known by its two colons and the tilde between them.
  const href = url.href
    .split(DIRECTIVE)
    .map(encoded)
    .join(url.hash.includes(DIRECTIVE) ? DIRECTIVE : ':%7E:');
  return URL.canParse(href) && bytes(href) <= URL_ROOM ? href : null;
}

function encoded(part: string): string {
  return part.replace(
    UNSAFE_IN_LINK,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
