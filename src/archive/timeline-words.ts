import type { Words } from '../words/words.js';
import type { Every } from './time-periods.js';
import type { TimelineResult } from './timeline.js';

/** A period by its first day, in full ("January 2022"). Plain text. */
export function periodOf(every: Every, from: string, { timeline }: Words): string {
  return timeline.period[every](from);
}

/** A period by its first day, as short as a chart needs it ("Jan 2022"). Plain text. */
export function shortPeriodOf(every: Every, from: string, { timeline }: Words): string {
  return every === 'month' ? timeline.short.month(from) : timeline.period[every](from);
}

/** How many articles of how many speak of the topic, in which time, and how many without a date: a line each. Plain text. */
export function howOften(
  { every, periods, dated, undated, undatedLeftOut }: TimelineResult,
  words: Words,
): string[] {
  const [first, last] = [periods[0], periods.at(-1)].map((period) => period?.from);
  const passages = (count: number) => ` (${words.timeline.passages(count)})`;
  return [
    first !== undefined &&
      last !== undefined &&
      words.timeline.dated(
        dated.articles,
        dated.of,
        periodOf(every, first, words),
        periodOf(every, last, words),
      ) + passages(dated.passages),
    undated.of > 0 &&
      words.timeline.undated(undated.articles, undated.of) +
        (undated.articles > 0 ? passages(undated.passages) : ''),
    undatedLeftOut > 0 && words.filters.undatedLeftOut(undatedLeftOut),
  ].flatMap((line) => (line ? [line.charAt(0).toUpperCase() + line.slice(1)] : []));
}

/** Why a timeline shows nothing, as a sentence or two. Plain text. */
export function whyNoTimeline(
  { reason, unmatched, undatedLeftOut }: TimelineResult,
  { timeline, ask, filters }: Words,
): string {
  return [
    reason && timeline.why[reason],
    unmatched.length > 0 && ask.notMentioned(unmatched.slice(0, 8), unmatched.length > 8),
    undatedLeftOut > 0 && filters.undatedLeftOut(undatedLeftOut),
  ]
    .filter(Boolean)
    .join(' ');
}
