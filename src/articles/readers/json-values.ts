import { cleanField } from '../clean.js';
import { type Item, type Note, type Notes, notesFor } from './items.js';
import type { JsonItem } from './json-scan.js';
import { isNinjs, readNinjs } from './ninjs.js';
import { isOwnArticle, readOwnArticle } from './own-article.js';
import { type GraphNames, isSchemaArticle, isSchemaThing, readSchemaArticle } from './schema-org.js';
import { type Fields, isFields, typeName } from './values.js';

const NO_NAMES: GraphNames = new Map();

/** The articles of JSON values, each read for itself. An object that is about something else gives none. */
export function readValues(found: readonly JsonItem[]): Item[] {
  const names = found.some(({ text }) => text.includes('"@id"')) ? graphNames(found) : NO_NAMES;
  return found.flatMap((item) => readValue(item, names));
}

function readValue(item: JsonItem, names: GraphNames): Item[] {
  const notes = notesFor(item.line);
  const parsed = item.fault === null ? parse(item.text) : { fault: item.fault };
  if ('fault' in parsed)
    return [notes.refused('it was left out', parsed.fault, 'export it again, or correct the line')];
  if (item.duplicate !== null)
    notes.warned(
      `its ${cleanField(item.duplicate)} stands twice`,
      'which of the two counts is not defined; the last was taken',
      'keep one of the two',
    );
  return expand(parsed.value, item.line, notes, names);
}

// `cuttings read --json` prints a line for each file, with its articles in a list.
function expand(value: unknown, line: number, notes: Notes, names: GraphNames): Item[] {
  if (!isFields(value) || !Array.isArray(value['articles']) || isOwnArticle(value))
    return readOne(value, notes, names);
  const about: Item = { draft: null, notes: notes.list };
  const inside = value['articles'].flatMap((article) => readOne(article, notesFor(line), names));
  return notes.list.length > 0 ? [about, ...inside] : inside;
}

function readOne(value: unknown, notes: Notes, names: GraphNames): Item[] {
  if (!isFields(value))
    return [notes.refused('it was left out', `it is ${typeName(value)}, not an object`, FORMS)];
  if (isOwnArticle(value)) return [readOwnArticle(value, notes)];
  if (isSchemaArticle(value)) return [readSchemaArticle(value, names, notes)];
  if (isSchemaThing(value)) return [];
  if (isNinjs(value)) return [readNinjs(value, notes)];
  return [
    notes.refused('it was left out', `${described(value)} is no article in a form that is read`, FORMS),
  ];
}

const FORMS =
  'the forms are schema.org NewsArticle, IPTC ninjs, and what "cuttings read --json" prints; save others as plain text (.txt)';

function described(fields: Fields): string {
  const keys = Object.keys(fields).slice(0, 5).map(cleanField);
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
}

function graphNames(found: readonly JsonItem[]): GraphNames {
  const names = new Map<string, string>();
  for (const { text, fault } of found) {
    const parsed = fault === null ? parse(text) : { fault };
    if ('fault' in parsed || !isFields(parsed.value)) continue;
    const { '@id': id, name } = parsed.value;
    if (typeof id === 'string' && typeof name === 'string') names.set(id, name);
  }
  return names;
}

function parse(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return {
      fault: `it is not valid JSON (${cleanField(error instanceof Error ? error.message : String(error))})`,
    };
  }
}

/** What is to be said where a JSON text gave no item at all. */
export const NO_ARTICLES: Note = {
  line: null,
  rejected: true,
  what: 'it has no articles',
  why: 'nothing in it is an article in a form that is read',
  remedy: FORMS,
};
