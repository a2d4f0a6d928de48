import { z } from 'zod';
import { LONGEST_CLAIM } from '../quotes/verify/claim.js';
import type { VerifyQuery } from '../quotes/verify/verification.js';
import type { Filters } from '../search/answer.js';
import { isCalendarDate } from '../text/dates.js';
import type { PeopleQuery, PersonQuery, QuoteQuery } from './archive.js';
import { ArchiveError } from './errors.js';

// What a person types is short; what is longer is cut off here, before it is copied to another thread.
const LONGEST_QUESTION = 6000;
const LONGEST_NAME = 200;
const LONGEST_ID = 1000;
const MOST_QUOTATIONS = 50;

const name = z.string().max(LONGEST_NAME, `is longer than ${LONGEST_NAME} characters`);
const date = z.string().refine(isCalendarDate, 'is not a calendar date as 2022-01-20');
const narrowing = { publication: name.optional(), from: date.optional(), to: date.optional() };

const AskSchema = z.object({
  question: z.string().max(LONGEST_QUESTION, `is longer than ${LONGEST_QUESTION} characters`),
  filters: z.object({ person: name.optional(), ...narrowing }),
});

const offset = z.int('is not a whole number').min(0, 'is below 0').optional();
const limit = z.int('is not a whole number').min(1, 'is below 1');
const id = z.string().max(LONGEST_ID, `is longer than ${LONGEST_ID} characters`).optional();

const QuoteSchema = z.object({
  person: name,
  id,
  about: z.string().max(LONGEST_QUESTION).optional(),
  ...narrowing,
  offset,
  limit: limit.max(MOST_QUOTATIONS, `is above ${MOST_QUOTATIONS}`).optional(),
});

const PeopleSchema = z.object({ name: name.optional(), offset, limit: limit.optional() });
const PersonSchema = z.object({ person: name.optional(), id });

const VerifySchema = z.object({
  quote: z.string().max(LONGEST_CLAIM, `is longer than ${LONGEST_CLAIM} characters`),
  person: name.optional(),
});

/** Refuses a question that is too long or filters that mean nothing. @throws {ArchiveError} `invalid` */
export function checkAsk(question: string, filters: Filters): void {
  check(AskSchema, { question, filters });
  checkOrder(filters);
}

/** Refuses a look-up whose fields mean nothing. @throws {ArchiveError} `invalid` */
export function checkQuoteQuery(query: QuoteQuery): void {
  check(QuoteSchema, query);
  checkOrder(query);
}

/** Refuses a list of people whose bounds mean nothing. @throws {ArchiveError} `invalid` */
export function checkPeopleQuery(query: PeopleQuery): void {
  check(PeopleSchema, query);
}

/** Refuses a name that is too long, or neither name nor id. @throws {ArchiveError} `invalid` */
export function checkPersonQuery(query: PersonQuery): void {
  check(PersonSchema, query);
  if (query.person === undefined && query.id === undefined)
    throw new ArchiveError(
      'invalid',
      'A person is asked for by “person” (a name) or “id”; neither is given.',
    );
}

/** Refuses a claimed quote that is too long. @throws {ArchiveError} `invalid` */
export function checkVerifyQuery(query: VerifyQuery): void {
  check(VerifySchema, query);
}

function check(schema: z.ZodType, value: unknown): void {
  const parsed = schema.safeParse(value);
  if (parsed.success) return;
  const problems = parsed.error.issues.map((issue) => `“${issue.path.join('.')}” ${issue.message}`);
  throw new ArchiveError('invalid', `${problems.join('; ')}.`);
}

function checkOrder({ from, to }: { from?: string; to?: string }): void {
  if (from && to && from > to) throw new ArchiveError('invalid', `“from” (${from}) is after “to” (${to}).`);
}
