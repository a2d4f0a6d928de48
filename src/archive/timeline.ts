import { type ArticleRef, articleRef } from '../articles/article.js';
import { allowedPassages } from '../search/allowed.js';
import type { Answer } from '../search/answer.js';
import { articleFilter, undatedLeftOut } from '../search/filters.js';
import { articleOf, paragraphOf, spanOf, spanOfSentences } from '../search/passage-table.js';
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
 * - `empty-archive`: there are no articles
 * - `empty-topic`: no word that carries meaning
 * - `no-match`: no passage holds all its words
 * - `nothing-in-filter`: the filters leave no article
 * - `unknown-person`: nobody of that name is in the archive
 */
export type NoTimelineReason =
  | 'empty-archive'
  | 'empty-topic'
  | 'no-match'
  | 'nothing-in-filter'
  | 'unknown-person';

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
  /** How many articles `from` and `to` leave out because they have no date; `undated` counts none of them. */
  undatedLeftOut: number;
} & Pick<Answer, 'corrected' | 'unmatched'>;

const DEFAULT_LIMIT = 10;

/** How often, and when, a snapshot speaks of a topic. */
export async function timelineOf(snapshot: Snapshot, query: TimelineQuery): Promise<TimelineResult> {
  const { index } = snapshot;
  const person = query.person === undefined ? null : await personFilter(snapshot, query.person);
  const found = await passagesAbout(index, query.topic, allowedPassages(index, query, person?.passes));
  const isEmpty = index.articles.references.length === 0;
  const inFilter = index.articles.references.filter(articleFilter(query) ?? (() => true));
  const entries = byArticle(snapshot, found.passages);
  const offset = query.offset ?? 0;
  return {
    query,
    snapshot: snapshot.id,
    reason: isEmpty ? 'empty-archive' : reasonAgainst(found, inFilter.length, person),
    corrected: found.corrected,
    unmatched: isEmpty ? [] : found.unmatched,
    ...countsOf(entries, inFilter.map(dayOf)),
    total: entries.length,
    entries: entries
      .slice(offset, offset + (query.limit ?? DEFAULT_LIMIT))
      .flatMap(({ passages }) => entryOf(snapshot, passages)),
    undatedLeftOut: undatedLeftOut(index.articles.references, query),
  };
}

type Found = { passages: TopicPassage[]; day: string | null };

/** Passages by their article: oldest first, those without a date last. */
function byArticle(snapshot: Snapshot, passages: readonly TopicPassage[]): Found[] {
  const { articles, table } = snapshot.index;
  const found = new Map<number, Found>();
  for (const passage of passages) {
    const number = articleOf(table, passage.passage);
    const same = found.get(number);
    if (same) same.passages.push(passage);
    else found.set(number, { passages: [passage], day: dayOf(articles.references[number]) });
  }
  return [...found.values()].sort((a, b) => (a.day ?? LAST).localeCompare(b.day ?? LAST));
}

/** The counts of every period, of all and of what has no date. `days` are those of all articles that there are. */
function countsOf(
  found: readonly Found[],
  days: readonly (string | null)[],
): Pick<TimelineResult, 'every' | 'periods' | 'dated' | 'undated'> {
  const dates = found.flatMap(({ day }) => day ?? []);
  const { every, periods } = periodsOver(dates[0], dates.at(-1));
  const counts = periods.map((period) => ({ ...period, ...NONE }));
  const dated = { ...NONE };
  const undated = { ...NONE };
  /** Where a day is counted: in its period and the sum of them, or apart; nowhere where it is outside all periods. */
  const placesOf = (day: string | null): TimelineCount[] => {
    if (day === null) return [undated];
    const period = counts.find(({ from, to }) => day >= from && day <= to);
    return period ? [period, dated] : [];
  };
  for (const day of days) for (const count of placesOf(day)) count.of++;
  for (const { day, passages } of found)
    for (const count of placesOf(day)) {
      count.articles++;
      count.passages += passages.length;
    }
  return { every, periods: counts, dated, undated };
}

const NONE: TimelineCount = { articles: 0, passages: 0, of: 0 };

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
  return person && !person.isKnown ? 'unknown-person' : 'no-match';
}

function dayOf(article: { publishedAt: string | null } | undefined): string | null {
  return article?.publishedAt?.slice(0, 10) ?? null;
}

function entryOf(snapshot: Snapshot, passages: readonly TopicPassage[]): TimelineEntry[] {
  const [first] = passages;
  const { table } = snapshot.index;
  const article = snapshot.articles.articleAt(articleOf(table, first?.passage ?? -1));
  if (!first || !article) return [];
  // The earliest among those that say as much.
  const most = passages.reduce((best, each) => (each.held > best.held ? each : best), first);
  const paragraph = paragraphOf(table, most.passage);
  return [
    {
      ...sliceOf(article.text, spanOf(table, most.passage)),
      article: articleRef(article),
      paragraph,
      lastParagraph: paragraph,
      sentence: spanOfSentences(table, most.sentence, most.sentence + 1),
      passages: passages.length,
    },
  ];
}
