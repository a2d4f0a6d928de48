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

const textOf = (most: number) => z.string('is no text').max(most, `is longer than ${most} characters`);
const name = textOf(LONGEST_NAME);
const date = z.string('is no text').refine(isCalendarDate, 'is not a calendar date as 2022-01-20');
const narrowing = {
  publication: name.exactOptional(),
  from: date.exactOptional(),
  to: date.exactOptional(),
};
const offset = z.int('is not a whole number').min(0, 'is below 0');
const limit = z.int('is not a whole number').min(1, 'is below 1');
const id = textOf(LONGEST_ID);

const FiltersSchema = request('The filters are', { person: name.exactOptional(), ...narrowing });
const QuoteSchema = request('quotes() takes', {
  person: name,
  id: id.exactOptional(),
  about: textOf(LONGEST_QUESTION).exactOptional(),
  ...narrowing,
  offset: offset.exactOptional(),
  limit: limit.max(MOST_QUOTATIONS, `is above ${MOST_QUOTATIONS}`).exactOptional(),
});
const PeopleSchema = request('people() takes', {
  name: name.exactOptional(),
  offset: offset.exactOptional(),
  limit: limit.exactOptional(),
});
const PersonSchema = request('person() takes', { person: name.exactOptional(), id: id.exactOptional() });
const VerifySchema = request('verify() takes', {
  quote: textOf(LONGEST_CLAIM),
  person: name.exactOptional(),
});

/** An object of these fields and no others; a field that is `undefined` is as good as left out. */
function request<Shape extends z.ZodRawShape>(taker: string, shape: Shape) {
  const fields = Object.keys(shape);
  const known = fields.map((field) => `“${field}”`).join(', ');
  const strict = z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `There is no field ${issue.keys.map((key) => `“${String(key).slice(0, LONGEST_NAME)}”`).join(', ')}; there are ${known}`
        : `${taker} an object such as { ${fields[0]}: … }, with ${known}; this is ${kindOf(issue.input)}`,
  });
  return z.preprocess(withoutUndefined, strict);
}

// Each gives back what was proven, which is plain data: only that is sent to the other thread.

/** Refuses a question that is too long or filters that mean nothing. @throws {ArchiveError} `invalid` */
export function checkAsk(question: unknown, filters: unknown): { question: string; filters: Filters } {
  const asked = proven(z.strictObject({ question: textOf(LONGEST_QUESTION) }), { question });
  const narrowed = proven(FiltersSchema, filters);
  checkOrder(narrowed);
  return { question: asked.question, filters: narrowed };
}

/** Refuses a look-up whose fields mean nothing. @throws {ArchiveError} `invalid` */
export function checkQuoteQuery(query: unknown): QuoteQuery {
  const checked = proven(QuoteSchema, query);
  checkOrder(checked);
  return checked;
}

/** Refuses a list of people whose bounds mean nothing. @throws {ArchiveError} `invalid` */
export function checkPeopleQuery(query: unknown): PeopleQuery {
  return proven(PeopleSchema, query);
}

/** Refuses a name that is too long, or neither name nor id. @throws {ArchiveError} `invalid` */
export function checkPersonQuery(query: unknown): PersonQuery {
  const checked = proven(PersonSchema, query);
  if (checked.person === undefined && checked.id === undefined)
    throw new ArchiveError(
      'invalid',
      'A person is asked for by “person” (a name) or “id”; neither is given.',
    );
  return checked;
}

/** Refuses a claimed quote that is too long. @throws {ArchiveError} `invalid` */
export function checkVerifyQuery(query: unknown): VerifyQuery {
  return proven(VerifySchema, query);
}

function proven<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `“${path.join('.')}” ${message}` : message,
  );
  throw new ArchiveError('invalid', `${problems.join('; ')}.`);
}

function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function checkOrder({ from, to }: { from?: string; to?: string }): void {
  if (from && to && from > to) throw new ArchiveError('invalid', `“from” (${from}) is after “to” (${to}).`);
}
