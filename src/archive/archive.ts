import type { ArticleRef, Problem } from '../articles/article.js';
import type { Quotation } from '../quotes/quotation.js';
import type { Verification, VerifyQuery } from '../quotes/verify/verification.js';
import type { Answer, Filters } from '../search/answer.js';
import type { Slice, Span } from '../text/span.js';
import type { Place } from './place.js';
import type { TimelineQuery, TimelineResult } from './timeline.js';

/** A person as a list shows one. */
export type PersonSummary = {
  id: string;
  name: string;
  aliases: string[];
  roles: string[];
  articles: number;
  quotations: number;
  /** Calendar dates of the first and the last article that quotes them; null where none of them has a date. */
  first: string | null;
  last: string | null;
};

export type PeopleQuery = {
  /** Only people whose name fits this; all without it. */
  name?: string;
  /** How many to skip, and how many to give (all without it). */
  offset?: number;
  limit?: number;
};

export type PeopleResult = {
  query: PeopleQuery;
  snapshot: string;
  /** How many people fit, of whom `people` holds those from `offset` on. */
  total: number;
  /** Most quoted first; with a `name`, those whose name begins with it before the others. */
  people: PersonSummary[];
};

/** Who is meant: a name as a person types it, or an id that a result gave. The id decides where both are given. */
export type PersonQuery = { person?: string; id?: string };

/** One role of a person as articles print it, and when. */
export type RoleSeen = {
  role: string;
  /** How many articles give them this role; `first` is the oldest of them and `last` the newest. */
  articles: number;
  first: ArticleRef;
  last: ArticleRef;
};

export type PersonProfile = PersonSummary & {
  /** The role seen last comes first. */
  roleHistory: RoleSeen[];
  /** What they are quoted on, as the articles print it: at most six words, the most telling first. */
  topics: string[];
  /** The articles that quote them and how often, newest first. */
  quotedIn: { article: ArticleRef; quotations: number }[];
};

/** Whom a name was taken to mean. */
export type WhoIsMeant = {
  /** How the name was matched: `spelling` means that the result is for a similar name. */
  matched: 'full-name' | 'alias' | 'surname' | 'spelling' | null;
  /** Others whom the name could mean, most quoted first; at most five. */
  others: PersonSummary[];
};

export type PersonResult = WhoIsMeant & {
  query: PersonQuery;
  snapshot: string;
  /** Null when nobody fits. */
  person: PersonProfile | null;
};

export type QuoteQuery = {
  /** A name as a person types it: full, surname only, without accents, or slightly misspelt. */
  person: string;
  /** The id of whom is meant where the name fits several. */
  id?: string;
  /** Only quotations about this. */
  about?: string;
  publication?: string;
  /** Calendar dates, both ends included. */
  from?: string;
  to?: string;
  /** Only these articles, by their ids. */
  articles?: readonly string[];
  /** How many to skip and how many to give (at most 50; default 10). */
  offset?: number;
  limit?: number;
};

/** A quotation with the article that prints it. */
export type PrintedQuotation = Quotation & { article: ArticleRef };

export type FoundQuotation = PrintedQuotation & {
  /** Where else the same words of the same person are printed (in other type or capitals too). */
  also: PrintedQuotation[];
};

export type QuotesResult = WhoIsMeant & {
  query: QuoteQuery;
  snapshot: string;
  /** Whose words these are; null when nobody fits the name. */
  person: PersonSummary | null;
  /** How many quotations there are, the same words counted once, of which `quotations` holds those from `offset` on. */
  total: number;
  /** Newest first; where they are asked to be about something, those that say most of it first. */
  quotations: FoundQuotation[];
  /** How many articles that quote them `from` and `to` leave out because they have no date. */
  undatedLeftOut: number;
};

export type ArticlesQuery = {
  /** Only articles whose title fits this, best first; all of them without it. The empty title fits all, newest first. */
  title?: string;
  /** Of those only the ones with these ids (100,000 at most). */
  ids?: readonly string[];
  /** Of those only the ones that stand in this file, by itself or with others: "a.txt", or "all.jsonl" for "all.jsonl#3" too. */
  file?: string;
  /** How many to give (all without it). */
  limit?: number;
};

/** Which article, and which part of it. */
export type ArticleQuery = {
  /** Its title as a person types it, or its id. */
  title?: string;
  /** Its id, which decides where both are given. */
  id?: string;
  /** How many paragraphs to skip, and how many to give (all without it). */
  offset?: number;
  limit?: number;
  /** Of those only the paragraphs that this span of the article's text touches. */
  within?: Span;
  /** Words to be found again in it, wherever they now stand. */
  find?: Place;
};

/** A paragraph of an article: `text` is the slice of the article's text from `start` to `end`. */
export type ArticleParagraph = Slice & {
  /** Counted from 0. */
  index: number;
  kind: 'paragraph' | 'heading' | 'item';
};

export type ArticleResult = {
  query: ArticleQuery;
  snapshot: string;
  /** Null where no title fits, or several do. */
  article: ArticleRef | null;
  /** How many articles fit, and the best of them where they are several: at most five. */
  fits: number;
  others: ArticleRef[];
  /** How many paragraphs it has, of which `paragraphs` holds those asked for, and how many UTF-16 units its text has. */
  total: number;
  length: number;
  paragraphs: ArticleParagraph[];
  /** The quotations of these paragraphs, in the order of the text. */
  quotations: Quotation[];
  /** Offsets into the article's text, in these paragraphs, where the saved copy lost the words of a link. */
  gaps: number[];
  /** Where the words of `find` stand; null where they are not there any more, or none were asked for. */
  found: Span | null;
};

export type ReloadReport = {
  /** False where the old snapshot was kept: `why` says what was wrong, or is null where nothing had changed. */
  swapped: boolean;
  why: string | null;
  snapshot: string;
  articles: number;
  added: ArticleRef[];
  changed: ArticleRef[];
  removed: ArticleRef[];
  problems: Problem[];
  milliseconds: number;
};

export type Progress = { stage: 'reading' | 'quotations' | 'index'; done: number; total: number };

export type ArchiveStatus = {
  snapshot: string;
  builtAt: string;
  directory: string;
  articles: number;
  passages: number;
  quotations: number;
  people: number;
  /** What holds the full-text index: "lunr", "sqlite". */
  engine: string;
  /** How many there are; `problems()` gives them. */
  problems: number;
};

/** Everything that the bot, the terminal and an embedding program can ask of an archive. */
export type Archive = {
  /** The same archive as if it held only the articles of these publications; nothing of others shows in any answer. */
  only(publications: readonly string[]): Archive;
  ask(question: string, filters?: Filters): Promise<Answer>;
  quotes(query: QuoteQuery): Promise<QuotesResult>;
  /** What the archive holds of a claimed quote, and of whose it is. */
  verify(query: VerifyQuery): Promise<Verification>;
  /** Who is quoted: everybody, or those whose name fits. */
  people(query?: PeopleQuery): Promise<PeopleResult>;
  /** One person: what they were called when, and where they are quoted. */
  person(query: PersonQuery): Promise<PersonResult>;
  /** How often, and when, it speaks of a topic, with the dated passages. */
  timeline(query: TimelineQuery): Promise<TimelineResult>;
  /** A few bytes for each article as it is now, to be kept and given to `newSince`. */
  fingerprints(): Promise<Uint8Array>;
  /** The ids of the articles that are new, or have other contents, since `fingerprints` gave these bytes. */
  newSince(fingerprints: Uint8Array): Promise<string[]>;
  articles(query?: ArticlesQuery): Promise<ArticleRef[]>;
  /** One article's own words, its quotations marked. */
  article(query: ArticleQuery): Promise<ArticleResult>;
  /** Names of publications, in the order of the alphabet: all, or those that hold `name`. */
  publications(query?: { name?: string }): Promise<string[]>;
  /** Builds a new snapshot beside this one and swaps when it is good. Joins a reload that is under way. */
  reload(onProgress?: (progress: Progress) => void): Promise<ReloadReport>;
  status(): Promise<ArchiveStatus>;
  /** What was wrong with files of the set, all of it; nothing of an archive of some publications. */
  problems(): Promise<Problem[]>;
  close(): Promise<void>;
};
