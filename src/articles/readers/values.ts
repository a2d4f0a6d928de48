import { LanguageSchema, WebUrlSchema } from '../article.js';
import { bylineAuthors, splitAuthors } from '../byline.js';
import { cleanField } from '../clean.js';
import { MAX_AUTHORS } from '../limits.js';
import type { Notes } from './items.js';
import { isoDate } from './metadata.js';

/** An object of a JSON text, as yet without known types. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for an object: neither null nor a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a list: itself where it is one, nothing where it is missing. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The name of the first of these fields that is there. */
export function firstPresent(fields: Fields, names: readonly string[]): string | null {
  return names.find((name) => isPresent(fields[name])) ?? null;
}

/** The text of the first of these fields that is there; a value of another type is noted and counts as missing. */
export function textOf(fields: Fields, names: readonly string[], notes: Notes): string | null {
  const name = firstPresent(fields, names);
  if (name === null) return null;
  const value = fields[name];
  if (typeof value === 'string') return value;
  notes.ignored(name, `it is ${typeName(value)}, not text`);
  return null;
}

/** A title or a name from the first of these fields that is there. */
export function fieldOf(fields: Fields, names: readonly string[], notes: Notes): string | null {
  return cleanField(textOf(fields, names, notes) ?? '') || null;
}

/** The date of the first of these fields that is there; what is no date is noted. */
export function dateOf(fields: Fields, names: readonly string[], notes: Notes): string | null {
  const text = fieldOf(fields, names, notes);
  if (text === null) return null;
  const date = isoDate(text);
  if (date === null)
    notes.ignored(firstPresent(fields, names) ?? '', `"${text}" is no date in a form that is read`);
  return date;
}

/** A web address, or null where the text is none; what is none is noted under that name. */
export function urlOf(text: string | null, name: string, notes: Notes): string | null {
  if (text === null || text.trim() === '') return null;
  const url = webUrl(text);
  if (url === null) notes.ignored(name, `"${cleanField(text)}" is no web address`);
  return url;
}

/** `{ archivedUrl }` where the text is a web address, else nothing; what is none is noted under that name. */
export function archivedOf(text: string | null, name: string, notes: Notes): { archivedUrl?: string } {
  const archivedUrl = urlOf(text, name, notes);
  return archivedUrl === null ? {} : { archivedUrl };
}

/** The text as a web address; null where it is none. */
export function webUrl(text: string): string | null {
  return WebUrlSchema.safeParse(cleanField(text)).data ?? null;
}

/** `{ language }` where the text is a language tag, else nothing; `en_GB` is read as `en-GB`. */
export function languageOf(text: string | null): { language?: string } {
  const language = LanguageSchema.safeParse((text ?? '').trim().replaceAll('_', '-')).data;
  return language === undefined ? {} : { language };
}

/** Names of people from bylines: "By Jane Roe and Ann Poe" gives two. */
export function authorNames(bylines: readonly string[]): string[] {
  const names = bylines.flatMap((byline) => bylineAuthors(byline) ?? splitAuthors(byline)).map(cleanField);
  return [...new Set(names.filter(Boolean))].slice(0, MAX_AUTHORS);
}

/** What a value is, for messages: "a number". */
export function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'text' : `a ${typeof value}`;
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
