import type { TimelineEntry, TimelineResult } from '../archive/timeline.js';
import { howOften, shortPeriodOf, whyNoTimeline } from '../archive/timeline-words.js';
import { en } from '../words/en.js';
import { emphasise, placeOf } from './render.js';
import type { Screen } from './screen.js';

const INDENT = '  ';
const WIDEST_BAR = 40;

/** How often a topic is spoken of: a bar for each period, and the passages, oldest first. */
export function renderTimeline(result: TimelineResult, screen: Screen): string {
  const { query, entries, total, corrected } = result;
  const head = corrected.length > 0 ? [screen.wrap(screen.dim(en.ask.readAs(corrected)))] : [];
  if (total === 0)
    return [...head, `${screen.bold(en.timeline.none)} ${whyNoTimeline(result, en)}`].join('\n');
  const offset = query.offset ?? 0;
  const range =
    entries.length < total && entries.length > 0
      ? [screen.dim(en.pages.articles(`${offset + 1}–${offset + entries.length}`, total))]
      : [];
  return [
    [...head, ...howOften(result, en)].join('\n'),
    ...(result.periods.length > 0 ? [chart(result, screen)] : []),
    ...entries.map((entry) => renderEntry(entry, screen)),
    ...range,
  ].join('\n\n');
}

function chart({ every, periods }: TimelineResult, screen: Screen): string {
  const most = Math.max(...periods.map(({ articles }) => articles), 1);
  const labels = periods.map(({ from }) => shortPeriodOf(every, from, en));
  const width = Math.max(...labels.map((label) => label.length));
  return periods
    .map(({ articles, of }, at) => {
      const bar = '█'.repeat(articles > 0 ? Math.max(1, Math.round((WIDEST_BAR * articles) / most)) : 0);
      const count = of === 0 ? screen.dim('–') : `${articles}/${of}`;
      return [(labels[at] ?? '').padStart(width), bar && screen.accent(bar), count].filter(Boolean).join(' ');
    })
    .join('\n');
}

function renderEntry(entry: TimelineEntry, screen: Screen): string {
  const { article, paragraph, passages } = entry;
  const more = passages > 1 ? `; ${en.timeline.inArticle(passages)}` : '';
  return [
    screen.wrap(emphasise(entry, entry.sentence, screen), INDENT),
    screen.wrap(screen.dim(placeOf({ article, paragraph }) + more), INDENT),
    ...(article.url ? [INDENT + screen.accent(article.url)] : []),
  ].join('\n');
}
