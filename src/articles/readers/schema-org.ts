import { plainValue, readBody } from './body.js';
import { bodyDraft } from './body-draft.js';
import type { Item, Notes } from './items.js';
import {
  archivedOf,
  authorNames,
  dateOf,
  type Fields,
  fieldOf,
  firstPresent,
  isFields,
  languageOf,
  listOf,
  textOf,
  typeName,
  urlOf,
  webUrl,
} from './values.js';

// NewsArticle and its kinds, Article, BlogPosting and other postings, Report: https://schema.org/Article
const ARTICLE = /(?:^|[/:#])\w*(?:Article|Posting|Report)$/;

/** True where `@type` names an article of schema.org. */
export function isSchemaArticle(fields: Fields): boolean {
  return typesOf(fields).some((type) => ARTICLE.test(type));
}

/** True where an object is of schema.org, article or not: a publisher or a breadcrumb beside an article is no fault. */
export function isSchemaThing(fields: Fields): boolean {
  return typesOf(fields).length > 0;
}

/** Names of other objects of the same graph by their `@id`, so that an author given by reference has a name. */
export type GraphNames = ReadonlyMap<string, string>;

/** Reads a schema.org article. Media credits, editors and contributors are not authors. */
export function readSchemaArticle(fields: Fields, names: GraphNames, notes: Notes): Item {
  const bodyField = firstPresent(fields, ['articleBody', 'text']);
  const body = bodyField === null ? null : fields[bodyField];
  if (typeof body !== 'string')
    return notes.refused(
      'it was left out',
      bodyField === null ? 'it has no articleBody' : `its ${bodyField} is ${typeName(body)}, not text`,
      'export the articles with their full text as articleBody',
    );
  const title = textOf(fields, ['headline', 'name', 'alternativeHeadline'], notes);
  return bodyDraft(readBody(body), notes, {
    title: title === null ? null : plainValue(title),
    publication: publicationOf(fields, names),
    authors: authorNames(listOf(fields['author']).flatMap((author) => nameOf(author, names) ?? [])),
    publishedAt: dateOf(fields, ['datePublished'], notes),
    url: addressOf(fields, notes),
    ...archivedOf(archivedAt(fields), 'archivedAt', notes),
    ...languageOf(languageName(fields['inLanguage'])),
  });
}

function typesOf(fields: Fields): string[] {
  return listOf(fields['@type']).filter((type) => typeof type === 'string');
}

// A person or an organisation: its name, an object with a name, or a reference to one.
function nameOf(value: unknown, names: GraphNames): string | null {
  if (typeof value === 'string')
    return webUrl(value) === null ? plainValue(value) : (names.get(value) ?? null);
  if (!isFields(value)) return null;
  const [name] = listOf(value['name']);
  if (typeof name === 'string') return plainValue(name);
  return typeof value['@id'] === 'string' ? (names.get(value['@id']) ?? null) : null;
}

function publicationOf(fields: Fields, names: GraphNames): string | null {
  for (const field of ['publisher', 'sourceOrganization', 'isPartOf'])
    for (const value of listOf(fields[field])) {
      const name = nameOf(value, names);
      if (name) return name;
    }
  return null;
}

// The page's own address may stand in any of these; the first that is one is taken.
function addressOf(fields: Fields, notes: Notes): string | null {
  const page = fields['mainEntityOfPage'];
  const inPage = isFields(page) ? [page['@id'], page['url']] : [page];
  const given = [fields['url'], ...inPage, fields['@id']].filter((value) => typeof value === 'string');
  const found = given.map(webUrl).find((url) => url !== null);
  return found ?? urlOf(fieldOf(fields, ['url'], notes), 'url', notes);
}

// An address, or a web page with one: https://schema.org/archivedAt
function archivedAt(fields: Fields): string | null {
  const [first] = listOf(fields['archivedAt']);
  const address = isFields(first) ? (first['url'] ?? first['@id']) : first;
  return typeof address === 'string' ? address : null;
}

function languageName(value: unknown): string | null {
  const [first] = listOf(value);
  if (typeof first === 'string') return first;
  return isFields(first) && typeof first['alternateName'] === 'string' ? first['alternateName'] : null;
}
