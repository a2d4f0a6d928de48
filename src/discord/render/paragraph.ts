import type { ArticleParagraph, ArticleResult } from '../../archive/archive.js';
import type { Quotation, Speaker } from '../../quotes/quotation.js';
import type { Span } from '../../text/span.js';
import type { Words } from '../../words/words.js';
import { shorten } from '../cut.js';
import { small } from '../view.js';
import { quotedSpan } from './marked.js';

const MOST_SPEAKERS = 4;
const MOST_GAPS = 2;
const WHO_ROOM = 120;
const FIRST_WORDS_ROOM = 40;
const BEFORE_GAP = 30;

/** A paragraph as a block quote, parts of it in bold; `bold` are spans of the article's text. */
export function drawParagraph(paragraph: ArticleParagraph, span: Span, bold: readonly Span[]): string {
  const { text, start, kind } = paragraph;
  const inside = bold
    .filter((part) => part.start < start + span.end && part.end > start + span.start)
    .map((part) => ({
      start: Math.max(0, part.start - start),
      end: Math.min(text.length, part.end - start),
    }));
  return quotedSpan(text, {
    span,
    bold: kind === 'heading' ? [{ start: 0, end: text.length }] : inside,
    ...(kind === 'item' && { marks: { open: '• ', close: '' } }),
  });
}

/** Who said the quotations in a span of the article's text, a small line each; where one person said all of them, one line. */
export function saidLines(quotations: readonly Quotation[], span: Span, words: Words): string[] {
  const { article, quoted, source } = words;
  const inside = quotations.filter(({ start, end }) => start < span.end && end > span.start);
  const groups: [Quotation, ...Quotation[]][] = [];
  for (const quotation of inside) {
    const last = groups.at(-1);
    if (last && sameSpeaker(last[0].speaker, quotation.speaker)) last.push(quotation);
    else groups.push([quotation]);
  }
  const [only, ...more] = groups;
  if (!only) return [];
  if (more.length === 0) {
    const { speaker } = only[0];
    return [small(speaker ? article.saidBy(whoIs(speaker), isLikely(speaker)) : article.notSaid)];
  }
  const lines = groups.slice(0, MOST_SPEAKERS).map(([{ text, speaker }]) => {
    const first = quoted(shorten(text, FIRST_WORDS_ROOM));
    return small(
      speaker ? article.partBy(first, whoIs(speaker), isLikely(speaker)) : article.partNotSaid(first),
    );
  });
  const left = groups.length - lines.length;
  return left > 0 ? [...lines, small(source.more(left))] : lines;
}

/** Where the saved copy of the article lost words in a span of its text, a small line each. */
export function gapLines(
  { gaps }: Pick<ArticleResult, 'gaps'>,
  { start, text }: ArticleParagraph,
  span: Span,
  { article, quoted }: Words,
): string[] {
  const inside = gaps.filter((gap) => gap >= span.start && gap < span.end);
  const lines = inside.slice(0, MOST_GAPS).map((gap) => {
    const before = text.slice(Math.max(0, gap - start - BEFORE_GAP), gap - start);
    // From a whole word on.
    const from = gap - start > BEFORE_GAP ? before.slice(before.indexOf(' ') + 1) : before;
    return small(article.gap(quoted(`…${shorten(from, 2 * BEFORE_GAP)}`)));
  });
  const more = inside.length - lines.length;
  return more > 0 ? [...lines, small(article.gaps(more))] : lines;
}

function sameSpeaker(one: Speaker | null, other: Speaker | null): boolean {
  return one?.name === other?.name && one?.confidence === other?.confidence;
}

const isLikely = ({ confidence }: Speaker) => confidence === 'likely';

function whoIs({ name, role }: Speaker): string {
  return shorten(role ? `${name}, ${role}` : name, WHO_ROOM);
}
