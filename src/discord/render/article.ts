import type { ArticleParagraph, ArticleResult } from '../../archive/archive.js';
import type { ArticleRef } from '../../articles/article.js';
import type { Span } from '../../text/span.js';
import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { snapshotDigest, writeCustomId } from '../custom-id.js';
import { plainLine, shorten } from '../cut.js';
import { LIMITS, measure } from '../limits.js';
import { headingOf } from '../state.js';
import { type Button, buttonRow, divider, small, text, turnRow, type View, view } from '../view.js';
import { pageFrom, pageText, startBefore } from './pages.js';
import { changedLine, PAGER_ROOM } from './paging.js';
import { drawParagraph, gapLines, saidLines } from './paragraph.js';
import { archivedCopy, dayOf, safeUrl, sourceLines } from './source.js';

const AUTHORS_ROOM = 300;
const PUBLICATION_ROOM = 100;

/**
 * A page of an article, or the question which is meant. `result` must reach a page to either side of `turning.at`. The title stands in
 * the message for its buttons, which name the article by its id.
 */
export function articleView(result: ArticleResult, typed: string, turning: Turning, words: Words): View {
  const { article, paragraphs, quotations, snapshot } = result;
  if (!article) return whichArticle(result, typed, turning, words);
  const head = [
    headingOf('title', shorten(article.title, 300) ? article.title : words.source.untitled),
    text(small(factsOf(article, words))),
    ...changedLine(turning, snapshot, words),
    divider(),
  ];
  const draw = (paragraph: ArticleParagraph, span: Span) => {
    const inText = { start: paragraph.start + span.start, end: paragraph.start + span.end };
    return [
      drawParagraph(paragraph, span, quotations),
      ...saidLines(quotations, inText, words),
      ...gapLines(result, paragraph, inText, words),
    ].join('\n');
  };
  const room = LIMITS.text - measure(head).text - PAGER_ROOM;
  const page = pageFrom(paragraphs, turning.at, room, draw);
  return view([...head, text(pageText(page)), ...pager()]);

  function pager() {
    if (page.start <= 0 && page.end >= result.length) return [];
    const id = (at: number) => articleButton(article, at, turning, snapshot);
    const before = startBefore(paragraphs, page.start, room, draw);
    const range = page.first === page.last ? `${page.first + 1}` : `${page.first + 1}–${page.last + 1}`;
    return [
      text(small(words.pages.paragraphs(range, result.total))),
      turnRow(
        { customId: id(before), disabled: page.start <= 0 },
        { customId: id(page.end), disabled: page.end >= result.length },
        words,
      ),
    ];
  }
}

/** Publication, day, authors and links, on one line. */
function factsOf(article: ArticleRef, words: Words): string {
  const { publication, authors } = article;
  const url = safeUrl(article.url);
  return [
    publication && shorten(publication, PUBLICATION_ROOM),
    dayOf(article, words) ?? words.source.noDate,
    authors.length > 0 && shorten(words.article.by(authors), AUTHORS_ROOM),
    url && `[${words.source.link}](${url})`,
    archivedCopy(article, words),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The articles that a typed title fits, each with its button; or that there is none. */
function whichArticle(
  { fits, others, snapshot }: ArticleResult,
  typed: string,
  turning: Turning,
  words: Words,
) {
  const head = headingOf('title', typed);
  if (others.length === 0) return view([head, text(words.article.none(shorten(typed, 300)))]);
  const buttons = others.map((article, index): Button => {
    const details = [article.publication, dayOf(article, words)].filter(Boolean).join(', ');
    const label = `${index + 1}. ${plainLine(article.title, 40)}${details && ` (${details})`}`;
    return {
      label: plainLine(label, LIMITS.buttonLabel),
      customId: articleButton(article, 0, turning, snapshot),
      disabled: false,
    };
  });
  const more = fits > others.length ? [text(small(words.article.firstOf(others.length)))] : [];
  const row = buttonRow(buttons);
  const title = words.article.several(fits);
  const room = LIMITS.text - measure([head, text(`${title}\n`), ...more, row]).text;
  const lines = sourceLines(others, room, words, (index) => `${index + 1}. `);
  return view([head, text([title, ...lines].join('\n')), ...more, row]);
}

function articleButton(article: ArticleRef | null, at: number, turning: Turning, snapshot: string): string {
  return writeCustomId({
    command: 'article',
    at,
    owner: turning.owner,
    private: turning.private,
    snapshot: snapshotDigest(snapshot),
    choice: article?.id ?? null,
    item: null,
  });
}
