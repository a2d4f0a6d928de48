export type {
  Archive,
  ArchiveStatus,
  ArticleParagraph,
  ArticleQuery,
  ArticleResult,
  ArticlesQuery,
  FoundQuotation,
  PeopleQuery,
  PeopleResult,
  PersonProfile,
  PersonQuery,
  PersonResult,
  PersonSummary,
  PrintedQuotation,
  Progress,
  QuoteQuery,
  QuotesResult,
  ReloadReport,
  RoleSeen,
  WhoIsMeant,
} from './archive/archive.js';
export { ArchiveError } from './archive/errors.js';
export { type ArchiveOptions, openArchive } from './archive/open.js';
export type { Place } from './archive/place.js';
export type { Every } from './archive/time-periods.js';
export type {
  NoTimelineReason,
  TimelineCount,
  TimelineEntry,
  TimelinePeriod,
  TimelineQuery,
  TimelineResult,
} from './archive/timeline.js';
export type { Article, ArticleRef, Problem, ReadResult, Removed } from './articles/article.js';
export { readArticle } from './articles/read.js';
export { extractQuotes } from './quotes/extract.js';
export type { Quotation, Speaker, SpeakerReason } from './quotes/quotation.js';
export type {
  Verdict,
  Verification,
  VerifiedPart,
  VerifiedSource,
  VerifyQuery,
} from './quotes/verify/verification.js';
export type { Answer, AnswerPassage, Filters, NoAnswerReason } from './search/answer.js';
export type { Slice, Span } from './text/span.js';
