import type { ArticleRef, Problem } from '../articles/article.js';
import type { Quotation } from '../quotes/quotation.js';
import type { Verification, VerifyQuery } from '../quotes/verify/verification.js';
import type { Answer, Filters } from '../search/answer.js';

/** A person as a list shows one. */
export type PersonSummary = {
  id: string;
  name: string;
  aliases: string[];
  roles: string[];
  articles: number;
  quotations: number;
};

export type QuoteQuery = {
  /** A name as a person types it: full, surname only, without accents, or slightly misspelt. */
  person: string;
  /** Only quotations about this. */
  about?: string;
  publication?: string;
  /** Calendar dates, both ends included. */
  from?: string;
  to?: string;
  /** How many to skip and how many to give (at most 50; default 10). */
  offset?: number;
  limit?: number;
};

export type FoundQuotation = Quotation & { article: ArticleRef };

export type QuotesResult = {
  query: QuoteQuery;
  snapshot: string;
  /** Whose words these are; null when nobody fits the name. */
  person: PersonSummary | null;
  /** How the name was matched: `spelling` means that the result is for a similar name. */
  matched: 'full-name' | 'alias' | 'surname' | 'spelling' | null;
  /** Others whom the name could mean, most quoted first. */
  others: PersonSummary[];
  /** How many quotations there are, of which `quotations` holds those from `offset` on. */
  total: number;
  /** Newest first. */
  quotations: FoundQuotation[];
};

export type ReloadReport = {
  /** False where the old snapshot was kept; `why` then says the reason. */
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
  problems: Problem[];
};

/** Everything that the bot, the terminal and an embedding program can ask of an archive. */
export type Archive = {
  ask(question: string, filters?: Filters): Promise<Answer>;
  quotes(query: QuoteQuery): Promise<QuotesResult>;
  /** What the archive holds of a claimed quote, and of whose it is. */
  verify(query: VerifyQuery): Promise<Verification>;
  /** People whose name fits `name` (all without it), most quoted first. */
  people(query?: { name?: string; limit?: number }): Promise<PersonSummary[]>;
  articles(): Promise<ArticleRef[]>;
  /** Builds a new snapshot beside this one and swaps when it is good. Joins a reload that is under way. */
  reload(onProgress?: (progress: Progress) => void): Promise<ReloadReport>;
  status(): Promise<ArchiveStatus>;
  close(): Promise<void>;
};
