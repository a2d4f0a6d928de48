import type { ArticleRef } from '../articles/article.js';
import type { Slice, Span } from '../text/span.js';

/** What a question may be narrowed to. Dates are calendar dates (`2022-01-20`), both ends included. */
export type Filters = {
  person?: string;
  publication?: string;
  from?: string;
  to?: string;
  /** Only these articles, by their ids. */
  articles?: readonly string[];
};

/** Where else a passage stands, in the same or nearly the same words. */
export type AlsoPrinted = { article: ArticleRef; paragraph: number };

/** A passage that answers, word for word: `text === article.text.slice(start, end)`. */
export type AnswerPassage = Slice & {
  /** Index of the first paragraph it is in, counted from 0. */
  paragraph: number;
  /** Index of the last paragraph it is in: the same, unless it covers several. */
  lastParagraph: number;
  article: ArticleRef;
  /** Other articles that print it, newest first. */
  also: AlsoPrinted[];
  /** The sentence of the passage that answers best; offsets into the article's text, within the passage. */
  answerSentence: Span;
  /** Offsets into the article's text, within the passage, where the saved copy lost the words of a link. */
  gaps: number[];
  /** Words of the question that it holds in some form, as the question has them. */
  holds: string[];
  /** Higher is better; comparable only within one answer. */
  score: number;
};

/**
 * Why there is no answer. A closed list:
 * - `empty-archive`: there are no articles
 * - `empty-question`: nothing to search for (only punctuation or words that carry no meaning)
 * - `no-match`: no passage holds the words of the question
 * - `weak-match`: passages share words with the question, but not enough of what it asks
 * - `nothing-in-filter`: the filters leave no article to search
 * - `unknown-person`: the person filter names nobody in the archive
 */
export type NoAnswerReason =
  | 'empty-archive'
  | 'empty-question'
  | 'no-match'
  | 'weak-match'
  | 'nothing-in-filter'
  | 'unknown-person';

/** The reply to a question: plain data that knows nothing of Discord or terminals. */
export type Answer = {
  question: string;
  filters: Filters;
  /** Id of the snapshot it came from. */
  snapshot: string;
  answered: boolean;
  /** Null when answered. */
  reason: NoAnswerReason | null;
  /** How sure the program is that the first passage answers, from 0 to 1. */
  confidence: number;
  /** Best first, at most 5. When not answered, empty or the closest passages, which may not say what was asked. */
  passages: AnswerPassage[];
  /** When not answered: the nearest articles, at most 3. */
  nearest: ArticleRef[];
  /** Words of the question that the archive does not hold, and those of its own that they were taken for. */
  corrected: { written: string; used: string }[];
  /** Roles of the question and whom they were taken for; `seen` is the day of the newest article that calls them so. */
  roles: { written: string; name: string; seen: string | null }[];
  /** The days that words of the question such as "last year" were taken for; null where it has none. */
  period: { from: string; to: string } | null;
  /** Words of the question that no passage of the archive holds, but for those that only ask ("happened"). */
  unmatched: string[];
  /** How many articles `from` and `to` leave out because they have no date. */
  undatedLeftOut: number;
};
