import { type ArticleRef, articleRef } from '../articles/article.js';
import { allowedPassages } from '../search/allowed.js';
import type { Answer } from '../search/answer.js';
import { articleFilter } from '../search/filters.js';
import { passageAt } from '../search/passage-table.js';
import { passagesAbout, type TopicPassage } from '../search/topic.js';
import { type Slice, type Span, sliceOf } from '../text/span.js';
import { type PersonFilter, personFilter } from './person-filter.js';
import type { Snapshot } from './snapshot.js';
import { type Every, periodsOver } from './time-periods.js';

export type TimelineQuery = {
  /** Words that passages must hold; a phrase in quotation marks must stand there as it is. */
  topic: string;
  /** Only passages that name this person or hold their words. */
  person?: string;
  publication?: string;
  /** Calendar dates, both ends included. */
  from?: string;
  to?: string;
  /** Which of the articles found: how many to skip, and how many to give (at most 50; default 10). */
  offset?: number;
  limit?: number;
};

/** How often a topic is spoken of: in how many articles and passages, and how many articles there are (of those that pass the filters). */
export type TimelineCount = { articles: number; passages: number; of: number };

/** The same for the days from `from` to `to` (calendar dates, both included). */
export type TimelinePeriod = TimelineCount & { from: string; to: string };

/** An article that speaks of the topic, with the passage of it that says most. */
export type TimelineEntry = Slice & {
  article: ArticleRef;
  paragraph: number;
  lastParagraph: number;
  /** The sentence of the passage that holds most of the topic; offsets into the article's text. */
  sentence: Span;
  /** How many passages of the article speak of it, this one included. */
  passages: number;
};

/**
 * Why nothing speaks of a topic. A closed list:
 * - `empty-topic`: no word that carries meaning
 * - `no-match`: no passage holds all its words
 * - `nothing-in-filter`: the filters leave no article
 * - `unknown-person`: nobody of that name is in the archive
 */
export type NoTimelineReason = 'empty-topic' | 'no-match' | 'nothing-in-filter' | 'unknown-person';

export type TimelineResult = {
  query: TimelineQuery;
  snapshot: string;
  /** Null where something was found. */
  reason: NoTimelineReason | null;
  /** How long each of `periods` is: as short as lets there be at most 48 (100 of centuries). */
  every: Every;
  /** From the first dated article found to the last, without a hole; empty where none has a date. */
  periods: TimelinePeriod[];
  /** The sum of `periods`; and articles without a date, which stand in none. */
  dated: TimelineCount;
  undated: TimelineCount;
  /** How many articles were found, dated or not, of which `entries` holds those from `offset` on: oldest first, those without a date last. */
  total: number;
  entries: TimelineEntry[];
} & Pick<Answer, 'corrected' | 'unmatched'>;

const DEFAULT_LIMIT = 10;

/** How often, and when, a snapshot speaks of a topic. */
export function timelineOf(snapshot: Snapshot, query: TimelineQuery): TimelineResult {
  const { index } = snapshot;
  const person = query.person === undefined ? null : personFilter(snapshot, query.person);
  const allowed = allowedPassages(index, query, person?.passes);
  const wanted = articleFilter(query) ?? (() => true);
  const inFilter = index.articles.references.filter(wanted);
  const found = passagesAbout(index, query.topic, allowed);
  const byArticle = new Map<number, TopicPassage[]>();
  for (const each of found.passages) {
    const article = index.table.article[each.passage] ?? 0;
    const same = byArticle.get(article);
    if (same) same.push(each);
    else byArticle.set(article, [each]);
  }
  const entries = [...byArticle.values()]
    .map((passages) => ({
      passages,
      day: dayOf(index.articles.references[articleOf(snapshot, passages[0])]),
    }))
    .sort((a, b) => (a.day ?? LAST).localeCompare(b.day ?? LAST));
  const offset = query.offset ?? 0;
  const days = entries.flatMap(({ day }) => day ?? []);
  const { every, periods } = periodsOver(days[0], days.at(-1));
  const counts = periods.map((period) => ({ ...period, articles: 0, passages: 0, of: 0 }));
  const undated = { articles: 0, passages: 0, of: 0 };
  for (const article of inFilter) {
    const day = dayOf(article);
    const count = day === null ? undated : counts.find(({ from, to }) => day >= from && day <= to);
    if (count) count.of++;
  }
  for (const { day, passages } of entries) {
    const count = day === null ? undated : counts.find(({ from, to }) => day >= from && day <= to);
    if (!count) continue;
    count.articles++;
    count.passages += passages.length;
  }
  return {
    query,
    snapshot: snapshot.id,
    reason: reasonAgainst(found, inFilter.length, person),
    corrected: found.corrected,
    unmatched: found.unmatched,
    every,
    periods: counts,
    dated: counts.reduce(
      (sum, { articles, passages, of }) => ({
        articles: sum.articles + articles,
        passages: sum.passages + passages,
        of: sum.of + of,
      }),
      { articles: 0, passages: 0, of: 0 },
    ),
    undated,
    total: entries.length,
    entries: entries
      .slice(offset, offset + (query.limit ?? DEFAULT_LIMIT))
      .flatMap(({ passages }) => entryOf(snapshot, passages)),
  };
}

/** After every date. */
const LAST = '99999';

function reasonAgainst(
  { passages, empty }: { passages: readonly unknown[]; empty: boolean },
  articles: number,
  person: PersonFilter | null,
): NoTimelineReason | null {
  if (passages.length > 0) return null;
  if (empty) return 'empty-topic';
  if (articles === 0) return 'nothing-in-filter';
  return person && !person.known() ? 'unknown-person' : 'no-match';
}

function articleOf({ index }: Snapshot, passage: TopicPassage | undefined): number {
  return index.table.article[passage?.passage ?? -1] ?? 0;
}

function dayOf(article: { publishedAt: string | null } | undefined): string | null {
  return article?.publishedAt?.slice(0, 10) ?? null;
}

function entryOf(snapshot: Snapshot, passages: readonly TopicPassage[]): TimelineEntry[] {
  const [first] = passages;
  const article = snapshot.articles.articleAt(articleOf(snapshot, first));
  if (!first || !article) return [];
  // The earliest among those that say as much.
  const most = passages.reduce((best, each) => (each.held > best.held ? each : best), first);
  const { paragraph, lastParagraph, start, end } = passageAt(snapshot.index.table, most.passage);
  return [
    {
      ...sliceOf(article.text, { start, end }),
      article: articleRef(article),
      paragraph,
      lastParagraph,
      sentence: most.sentence,
      passages: passages.length,
    },
  ];
}
