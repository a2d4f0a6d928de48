import { z } from 'zod';
import { MAX_FIELD_LENGTH, MAX_SET_LENGTH } from '../articles/limits.js';
import { LONGEST_CLAIM } from '../quotes/verify/claim.js';
import type { VerifyQuery } from '../quotes/verify/verification.js';
import type { Filters } from '../search/answer.js';
import { isCalendarDate } from '../text/dates.js';
import type { ArticleQuery, ArticlesQuery, PeopleQuery, PersonQuery, QuoteQuery } from './archive.js';
import { ArchiveError } from './errors.js';
import type { TimelineQuery } from './timeline.js';

// What a person types is short; what is longer is cut off here, before it is copied to another thread.
const LONGEST_QUESTION = 6000;
const LONGEST_NAME = 200;
const LONGEST_ID = 1000;
// A path on disk, and in an archive of pages one of 65,535 bytes.
const LONGEST_PATH = 70_000;
const MOST_QUOTATIONS = 50;
/** How many articles one question can be narrowed to. */
export const MOST_NAMED_ARTICLES = 100_000;
const MOST_ARTICLES = 50;

const text = (most: number) =>
  z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'is not text') })
    .max(most, `is longer than ${most} characters`);
const name = text(LONGEST_NAME);
const date = z.string('is not text').refine(isCalendarDate, 'is not a calendar date as 2022-01-20');
const ids = z.exactOptional(
  z.array(text(LONGEST_ID)).max(MOST_NAMED_ARTICLES, `names more than ${MOST_NAMED_ARTICLES} articles`),
);
const narrowing = {
  publication: z.exactOptional(name),
  from: z.exactOptional(date),
  to: z.exactOptional(date),
  articles: ids,
};
const whole = z.int('is not a whole number');
const offset = z.exactOptional(whole.min(0, 'is below 0'));
const limit = whole.min(1, 'is below 1');
const id = z.exactOptional(text(LONGEST_ID));

const QuestionSchema = text(LONGEST_QUESTION);
const FiltersSchema = z.strictObject({ person: z.exactOptional(name), ...narrowing });
const QuoteSchema = z.strictObject({
  person: name,
  id,
  about: z.exactOptional(text(LONGEST_QUESTION)),
  ...narrowing,
  offset,
  limit: z.exactOptional(limit.max(MOST_QUOTATIONS, `is above ${MOST_QUOTATIONS}`)),
});
const PeopleSchema = z.strictObject({ name: z.exactOptional(name), offset, limit: z.exactOptional(limit) });
const PublicationsSchema = z.strictObject({ name: z.exactOptional(name) });
const PersonSchema = z.strictObject({ person: z.exactOptional(name), id });
const MOST_PUBLICATIONS = 100;
const SelectionSchema = z.array(name).max(MOST_PUBLICATIONS);
const TimelineSchema = z.strictObject({
  topic: text(LONGEST_QUESTION),
  person: z.exactOptional(name),
  ...narrowing,
  offset,
  limit: z.exactOptional(limit.max(MOST_ARTICLES, `is above ${MOST_ARTICLES}`)),
});
// Titles are at most this long in an article too.
const title = z.exactOptional(text(MAX_FIELD_LENGTH));
const ArticlesSchema = z.strictObject({
  title,
  ids,
  file: z.exactOptional(text(LONGEST_PATH)),
  limit: z.exactOptional(limit),
});
const inText = whole.min(0, 'is below 0').max(MAX_SET_LENGTH, `is above ${MAX_SET_LENGTH}`);
const ArticleSchema = z.strictObject({
  title,
  id,
  offset,
  limit: z.exactOptional(limit),
  within: z.exactOptional(z.strictObject({ start: inText, end: inText })),
  find: z.exactOptional(z.strictObject({ start: inText, length: inText, digest: text(LONGEST_NAME) })),
});
const VerifySchema = z.strictObject({ quote: text(LONGEST_CLAIM), person: z.exactOptional(name) });

// What is passed on is what was read here, never the caller's own object: that may hold what no thread can be sent.

/** A question and its filters. @throws {ArchiveError} `invalid` for too long a question, or filters that mean nothing */
export function readAsk(question: unknown, filters: unknown): [string, Filters] {
  const read = QuestionSchema.safeParse(question);
  if (!read.success) throw invalid(read.error.issues.map(({ message }) => `“question” ${message}`));
  return [read.data, inOrder(readFields(FiltersSchema, filters, '{ person: "Joly" }'))];
}

/** A look-up of quotations. @throws {ArchiveError} `invalid` where its fields mean nothing */
export function readQuoteQuery(query: unknown): QuoteQuery {
  return inOrder(readFields(QuoteSchema, query, '{ person: "Joly" }'));
}

/** What a list of people is narrowed to. @throws {ArchiveError} `invalid` where it means nothing */
export function readPeopleQuery(query: unknown): PeopleQuery {
  return readFields(PeopleSchema, query, '{ name: "Joly" }');
}

/** What a list of publications is narrowed to. @throws {ArchiveError} `invalid` where it means nothing */
export function readPublicationsQuery(query: unknown): { name?: string } {
  return readFields(PublicationsSchema, query, '{ name: "Post" }');
}

/** Who is asked for. @throws {ArchiveError} `invalid` for too long a name, or neither name nor id */
export function readPersonQuery(query: unknown): PersonQuery {
  const wanted = readFields(PersonSchema, query, '{ person: "Joly" }');
  if (wanted.person === undefined && wanted.id === undefined)
    throw new ArchiveError(
      'invalid',
      'A person is asked for by “person” (a name) or “id”; neither is given.',
    );
  return wanted;
}

/** The publications that an archive is narrowed to. @throws {ArchiveError} `invalid` where they are no list of names */
export function readPublications(publications: unknown): string[] {
  const read = SelectionSchema.safeParse(publications);
  if (!read.success) throw invalid([`“publications” is no list of at most ${MOST_PUBLICATIONS} names`]);
  return read.data;
}

/** Which articles are listed. @throws {ArchiveError} `invalid` where that means nothing */
export function readArticlesQuery(query: unknown): ArticlesQuery {
  return readFields(ArticlesSchema, query, '{ title: "Harbour" }');
}

/** Which article is read. @throws {ArchiveError} `invalid` for too long a title, or neither title nor id */
export function readArticleQuery(query: unknown): ArticleQuery {
  const wanted = readFields(ArticleSchema, query, '{ title: "Harbour works to begin" }');
  if (wanted.title === undefined && wanted.id === undefined)
    throw new ArchiveError('invalid', 'An article is asked for by “title” or “id”; neither is given.');
  return wanted;
}

/** A claimed quote. @throws {ArchiveError} `invalid` where it is too long */
export function readVerifyQuery(query: unknown): VerifyQuery {
  return readFields(VerifySchema, query, '{ quote: "We will mend it" }');
}

/** A topic and what it is narrowed to. @throws {ArchiveError} `invalid` where its fields mean nothing */
export function readTimelineQuery(query: unknown): TimelineQuery {
  return inOrder(readFields(TimelineSchema, query, '{ topic: "ferry" }'));
}

/** The fields of `value`; one that is undefined counts as left out. `example` shows what is wanted where it has no fields. */
function readFields<Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodObject<Shape, z.core.$strict>,
  value: unknown,
  example: string,
) {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid([`An object such as ${example} is needed here, not ${kindOf(value)}`]);
  const given = Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const known = Object.keys(schema.shape).map((key) => `“${key}”`);
  throw invalid(
    read.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `${issue.keys.map((key) => `“${key.slice(0, 40)}”`).join(', ')} is not known here; there are ${known.join(', ')}`
        : `“${issue.path.join('.')}” ${issue.message}`,
    ),
  );
}

function inOrder<Period extends { from?: string; to?: string }>(period: Period): Period {
  const { from, to } = period;
  if (from && to && from > to) throw invalid([`“from” (${from}) is after “to” (${to})`]);
  return period;
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return `the text “${value.slice(0, 40)}”`;
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : `a value of type ${typeof value}`;
}

const invalid = (problems: readonly string[]) => new ArchiveError('invalid', `${problems.join('; ')}.`);
