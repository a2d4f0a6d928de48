import { type Article, type Problem, PublishedAtSchema, WebUrlSchema } from '../article.js';
import { splitAuthors } from '../byline.js';
import { cleanField } from '../clean.js';
import { calendarDate } from '../dates.js';
import { MAX_AUTHORS } from '../limits.js';
import { warning } from '../problem.js';
import type { Field, FieldValue, FrontMatter } from './front-matter.js';

/** What front matter can say about an article; what it does not say is null or empty. */
export type Metadata = Pick<Article, 'publication' | 'authors' | 'publishedAt' | 'url'> & {
  title: string | null;
  archivedUrl?: string;
};

const KNOWN = ['title', 'publication', 'authors', 'publishedAt', 'url', 'archivedUrl'] as const;
type Known = (typeof KNOWN)[number];

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
// The forms of ISO 8601 and of YAML: "T" or spaces between, and a zone, or none.
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt]|[ \t]+)(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)[ \t]*([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

/** Reads the fields we know. Whatever is wrong with one is a warning with its line, and the field is left out. */
export function readMetadata(
  file: string,
  { fields, fault }: FrontMatter,
): { metadata: Metadata; problems: Problem[] } {
  const metadata: Metadata = { title: null, publication: null, authors: [], publishedAt: null, url: null };
  const problems: Problem[] = [];
  const unknown: Field[] = [];
  const seen = new Set<string>();
  const ignore = (line: number, what: string, why: string, remedy: string) =>
    problems.push(warning(file, { what, why, remedy }, line));

  if (fault) ignore(fault.line, 'its front matter was ignored', fault.why, FAULT_REMEDY);
  for (const field of fields) {
    const { key, value, line } = field;
    const name = KNOWN.find((known) => known === key);
    if (!name) unknown.push(field);
    else if (seen.has(name))
      ignore(line, `its second ${name} was ignored`, 'a field stands once', 'keep one of the two');
    else {
      seen.add(name);
      const wrong = setField(metadata, name, value);
      if (wrong) ignore(line, `its ${name} was ignored`, wrong, REMEDIES[name]);
    }
  }
  const [first] = unknown;
  if (first)
    ignore(
      first.line,
      `fields in its front matter were ignored: ${listed(unknown.map(({ key }) => cleanField(key)))}`,
      'no such field is known',
      `the fields are ${KNOWN.join(', ')}`,
    );
  return { metadata, problems };
}

const FAULT_REMEDY =
  'write one field a line, such as "title: …", between two lines of three hyphens; put a value that has a colon or a quotation mark in it into quotation marks';
const REMEDIES: Record<Known, string> = {
  title: 'write it as one line of text',
  publication: 'write it as one line of text',
  authors: 'write one name, or a list of names',
  publishedAt:
    'write a date (2022-01-20) or an instant with its zone (2022-01-20T09:30:00Z, 2022-01-20T09:30:00+01:00)',
  url: 'write a full web address that starts with http:// or https://',
  archivedUrl: 'write a full web address that starts with http:// or https://',
};

// Gives the reason where the value cannot be that field.
function setField(metadata: Metadata, name: Known, value: FieldValue): string | null {
  if (typeof value === 'object' && 'unusable' in value) return `it is ${value.unusable}`;
  if (name === 'authors') {
    const names = [value].flat().flatMap(splitAuthors).map(cleanField).filter(Boolean);
    metadata.authors = [...new Set(names)].slice(0, MAX_AUTHORS);
    return null;
  }
  if (typeof value !== 'string') return 'it is a list';
  const text = cleanField(value);
  if (text === '') return null;
  if (name === 'title' || name === 'publication') metadata[name] = text;
  else if (name === 'url' || name === 'archivedUrl') {
    const address = WebUrlSchema.safeParse(text).data;
    if (address === undefined) return `"${text}" is no web address`;
    metadata[name] = address;
  } else {
    metadata.publishedAt = isoDate(text);
    if (metadata.publishedAt === null) return `"${text}" is no date in a form that is read`;
  }
  return null;
}

/**
 * A date or an instant in a form of ISO 8601, as an article holds it; null for anything else.
 * Without a zone the instant is unknown, but the day that the publication printed is not.
 */
export function isoDate(text: string): string | null {
  const date = DATE.exec(text);
  if (date) return calendarDate(Number(date[1]), Number(date[2]), Number(date[3]));
  const instant = INSTANT.exec(text);
  if (!instant) return null;
  const [, day = '', time, zone] = instant;
  if (zone === undefined) return isoDate(day);
  const offset = zone.length === 3 ? `${zone}:00` : zone.replace(/^(...)(\d\d)$/, '$1:$2').toUpperCase();
  return PublishedAtSchema.safeParse(`${day}T${time}${offset}`).data ?? null;
}

function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, 10).join(', ');
  return keys.length > 10 ? `${shown} and ${keys.length - 10} more` : shown;
}
