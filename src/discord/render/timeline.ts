import type { TimelineEntry, TimelineResult } from '../../archive/timeline.js';
import { howOften, periodOf, whyNoTimeline } from '../../archive/timeline-words.js';
import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { plainLine, shorten } from '../cut.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { type Block, blockSize, fullestBlock, withMore } from '../passage.js';
import { filterLines, headingOf } from '../state.js';
import { divider, picture, small, text, type View, view } from '../view.js';
import { blockQuote } from './marked.js';
import { changedLine, PAGER_ROOM, pageOf, pager } from './paging.js';
import { paragraphOf, sourceWays } from './source.js';

/** Articles on one page, at most. */
export const ARTICLES_PER_PAGE = 4;
const PASSAGE_ROOM = 700;
/** What Discord takes as the description of a picture, in bytes here; the heading and the end fit beside the counts. */
const COUNTS_ROOM = 600;
const TOPIC_ROOM = 200;
const CHART = 'timeline.png';

/** A picture (PNG), the id of the failure that it was lost by, or null where there is none to draw. */
export type Chart = { png: Buffer } | { failure: string } | null;

/**
 * A timeline as a message: the counts in words, the chart and the dated passages. `result` must
 * start at most a page before `turning.at` and reach a page beyond it, so that the page before can be measured too.
 */
export function timelineView(result: TimelineResult, turning: Turning, words: Words, chart: Chart): View {
  const { topic, offset, limit: _, ...filters } = result.query;
  const png = chart && 'png' in chart ? chart.png : null;
  const notes =
    result.corrected.length > 0 ? [text(small(shorten(words.ask.readAs(result.corrected), 400)))] : [];
  const head = [
    headingOf('topic', topic),
    ...filterLines(filters, words),
    ...changedLine(turning, result.snapshot, words),
    ...notes,
  ];
  if (result.entries.length === 0)
    return view([...head, text(`**${words.timeline.none}**\n${shorten(whyNoTimeline(result, words), 700)}`)]);

  const top = [
    ...head,
    text(howOften(result, words).join('\n')),
    ...(png ? [picture(CHART, altOf(result, words))] : []),
    ...(chart && 'failure' in chart ? [text(small(words.timeline.noChart(chart.failure)))] : []),
  ];
  const room = LIMITS.text - measure(top).text - PAGER_ROOM;
  const blocks = result.entries.map((entry) => entryBlock(entry, room, words));
  const sizes = blocks.map((block) => blockSize(block, words));
  const { index, ...page } = pageOf(sizes, {
    at: turning.at,
    offset: offset ?? 0,
    room,
    most: ARTICLES_PER_PAGE,
  });
  return view(
    [
      ...top,
      ...result.entries.slice(index, index + page.count).flatMap((entry, place) => {
        const block = blocks[index + place];
        const passage = { article: entry.article, slice: entry };
        return block ? [divider(), ...withMore(block, passage, turning, result.snapshot, words)] : [];
      }),
      ...pager({
        command: 'timeline',
        range: words.pages.articles,
        words,
        turning,
        snapshot: result.snapshot,
        page,
        total: result.total,
      }),
    ],
    png ? [{ name: CHART, data: png, description: altOf(result, words) }] : [],
  );
}

/** Whether a chart shows more than the words do. */
export function isWorthDrawing({ periods }: Pick<TimelineResult, 'periods'>): boolean {
  return periods.length > 1;
}

/** What the chart shows, in words: the count of every period that has any; of many periods the greatest. Plain text. */
function altOf({ query, every, periods }: TimelineResult, words: Words): string {
  const [first = '', last = ''] = [periods[0], periods.at(-1)].map(
    (period) => period && periodOf(every, period.from, words),
  );
  const counted = periods.filter(({ articles }) => articles > 0);
  const named: { from: string; said: string }[] = [];
  let used = 0;
  for (const { from, articles } of [...counted].sort((a, b) => b.articles - a.articles)) {
    const said = words.labelled(periodOf(every, from, words), articles);
    used += bytes(said) + 2;
    if (used > COUNTS_ROOM) break;
    named.push({ from, said });
  }
  const more = counted.length - named.length;
  const counts = [
    ...named.sort((a, b) => a.from.localeCompare(b.from)).map(({ said }) => said),
    ...(more > 0 ? [words.timeline.altMore(more)] : []),
  ];
  const title = words.timeline.chart(plainLine(query.topic, TOPIC_ROOM));
  return words.timeline.alt(title, first, last, counts.join(', '));
}

function entryBlock(entry: TimelineEntry, room: number, words: Words): Block {
  const { article, paragraph, lastParagraph, passages } = entry;
  const place = [
    paragraphOf(words, paragraph, lastParagraph),
    ...(passages > 1 ? [words.timeline.inArticle(passages)] : []),
  ];
  const sentence = {
    start: Math.max(0, entry.sentence.start - entry.start),
    end: Math.min(entry.text.length, entry.sentence.end - entry.start),
  };
  return fullestBlock(
    sourceWays({ article, also: [] }, 0, words, place.join(' · '), entry),
    { room, wanted: PASSAGE_ROOM },
    words,
    (left) => blockQuote(entry.text, { bold: [sentence], keep: sentence, room: left }),
  );
}
