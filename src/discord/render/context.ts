import type { ArticleParagraph } from '../../archive/archive.js';
import type { Span } from '../../text/span.js';
import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { type Opened, passageId, refOf, tabRow } from '../passage.js';
import { buttonRow, small, text, type View, view } from '../view.js';
import { pageFrom, pageText, startBefore } from './pages.js';
import { changedLine } from './paging.js';
import { drawParagraph, gapLines } from './paragraph.js';
import { paragraphOf, sourceLine } from './source.js';

/** Most bytes of paragraphs on a page: what a telephone shows at once or twice, not all that fits into a message. */
const PAGE_ROOM = 2200;

/**
 * Words in their article: the paragraphs around them, themselves in bold, and buttons to read on either way. `at` is where the page
 * begins; null for a page on which they stand with what comes before them.
 */
export function contextView(opened: Opened, at: number | null, turning: Turning, words: Words): View {
  const { result, article, words: passage } = opened;
  const head = [text(`### ${words.context.heading}`), ...changedLine(turning, result.snapshot, words)];
  const tabs = tabRow('context', opened, turning, words);
  const draw = (paragraph: ArticleParagraph, span: Span) => {
    const inText = { start: paragraph.start + span.start, end: paragraph.start + span.end };
    return [drawParagraph(paragraph, span, [passage]), ...gapLines(result, paragraph, inText, words)].join(
      '\n',
    );
  };
  const labels = bytes(words.context.earlier + words.context.later);
  const gaps = result.gaps.filter((gap) => gap >= passage.start && gap < passage.end);
  const linked = { text: passage.text, gaps: gaps.map((gap) => gap - passage.start) };
  const source = (first: number, last: number) =>
    small(sourceLine(article, words, paragraphOf(words, first, last), linked));
  // No paragraph has a longer number than the last.
  const left =
    LIMITS.text - measure([...head, tabs]).text - labels - bytes(source(result.total, result.total + 1));
  const room = Math.min(left, PAGE_ROOM);
  const { paragraphs } = result;
  const start = at ?? pageWith(passage, paragraphs, room, draw);
  const page = pageFrom(paragraphs, start, room, draw);
  return view([
    ...head,
    text(pageText(page)),
    text(source(page.first, page.last)),
    ...earlierAndLater(),
    tabs,
  ]);

  function earlierAndLater() {
    if (page.start <= 0 && page.end >= result.length) return [];
    const id = (to: number) => passageId('around', refOf(opened), to, turning.owner, result.snapshot);
    const before = startBefore(paragraphs, page.start, room, draw);
    return [
      buttonRow([
        { label: words.context.earlier, customId: id(before), disabled: page.start <= 0 },
        { label: words.context.later, customId: id(page.end), disabled: page.end >= result.length },
      ]),
    ];
  }
}

/** Where a page begins that shows the words: with the paragraph before theirs, with theirs, or with themselves, as far as they fit. */
function pageWith(
  passage: Span,
  paragraphs: readonly ArticleParagraph[],
  room: number,
  draw: Parameters<typeof pageFrom>[3],
): number {
  const own = paragraphs.findIndex(({ start, end }) => start <= passage.start && end > passage.start);
  const candidates = [paragraphs[own - 1]?.start, paragraphs[own]?.start].filter(
    (start) => start !== undefined,
  );
  const wanted = Math.min(passage.end, paragraphs.at(-1)?.end ?? 0);
  return candidates.find((start) => pageFrom(paragraphs, start, room, draw).end >= wanted) ?? passage.start;
}
