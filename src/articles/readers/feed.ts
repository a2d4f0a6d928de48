import { cleanField } from '../clean.js';
import { MAX_INPUT_BYTES } from '../limits.js';
import { countWords } from '../prose.js';
import { rfc822Date } from '../rfc822.js';
import { plainValue, readBody } from './body.js';
import { bodyDraft } from './body-draft.js';
import { feedRoot } from './feed-root.js';
import { type FeedContent, type FeedField, type FeedItem, readFeed } from './feed-xml.js';
import { type Item, type Note, type Notes, notesFor, placeItems } from './items.js';
import { lineCounter } from './line-counter.js';
import { isoDate } from './metadata.js';
import type { Drafts, Reader, Source } from './reader.js';
import { teaserSign } from './teaser.js';
import { authorNames, languageOf, webUrl } from './values.js';

/** RSS 0.9 to 2.0 and Atom: known by the root element. */
export const feed: Reader = {
  format: 'RSS or Atom',
  maxBytes: MAX_INPUT_BYTES,
  accepts: ({ text }) => feedRoot(text) !== null,
  read,
};

function read({ name, text }: Source): Drafts {
  if (feedRoot(text)?.declaresEntities) return { drafts: [], problems: [{ file: name, ...ENTITIES }] };
  const content = readFeed(text);
  const lineAt = lineCounter(text);
  const items = content.items.map((item) => readItem(item, content, notesFor(lineAt(item.offset))));
  const about: Note[] = [];
  if (content.fault !== null)
    about.push({
      line: null,
      rejected: false,
      what: 'not all of it was read',
      why: content.fault,
      remedy: 'download the feed again',
    });
  if (items.length === 0) about.push(NO_ITEMS);
  return placeItems(name, items, about);
}

function readItem(item: FeedItem, { channel, language }: FeedContent, notes: Notes): Item {
  if (!item.isWhole)
    return notes.refused('it was left out', 'the feed ends in the middle of it', 'download the feed again');
  const full = textOf(item.fields, ['content:encoded', 'content', 'fulltext']);
  const summary = textOf(item.fields, ['description', 'summary', 'dcterms:abstract']);
  const text = countWords(full.slice(0, COUNTED)) >= countWords(summary.slice(0, COUNTED)) ? full : summary;
  if (text.trim() === '') return notes.refused('it was left out', 'it has no text', FULL_TEXT);
  const body = readBody(text);
  const teaser =
    body.paragraphs.length === 0 ? null : teaserSign(body, text === full ? 'content' : 'summary');
  if (teaser?.isCertain)
    return notes.refused('it was left out', `it is only a teaser: ${teaser.why}`, FULL_TEXT);
  if (teaser) notes.warned('it may be only the start of an article', teaser.why, FULL_TEXT);
  return bodyDraft(body, notes, {
    title: plainValue(textOf(item.fields, ['title', 'dc:title'])) || null,
    publication: plainValue(textOf(item.fields, ['source']) || textOf(channel, ['title'])) || null,
    authors: authorsOf(item.fields) ?? authorsOf(channel) ?? [],
    publishedAt: dateOf(item.fields, notes),
    url: addressOf(item.fields),
    ...languageOf(item.language ?? (textOf(item.fields, ['dc:language']) || language)),
    ...channelLanguage(item, channel),
  });
}

const COUNTED = 20_000;
const FULL_TEXT = 'use a feed that has the whole text, or save the pages themselves';
const ENTITIES: Note = {
  line: null,
  rejected: true,
  what: 'it was not read',
  why: 'it declares entities of its own (a DTD), which no feed needs and which can be made to fill the memory',
  remedy: 'take the <!DOCTYPE … [ … ]> out of it',
};
const NO_ITEMS: Note = {
  line: null,
  rejected: true,
  what: 'it has no articles',
  why: 'the feed has no items',
  remedy: 'download the feed again, or take the file out of the article set',
};

function textOf(fields: readonly FeedField[], names: readonly string[]): string {
  for (const name of names) {
    const found = fields.find((field) => field.name === name && isText(field));
    if (found) return found.value;
  }
  return '';
}

// Atom can hold content of any kind; text and HTML have names without a slash, or one of a text.
function isText({ attributes: { type = 'text' }, value }: FeedField): boolean {
  return value.trim() !== '' && (!type.includes('/') || /^text\/|xhtml/i.test(type));
}

// The item's own language first, then what the channel says of all of them.
function channelLanguage(
  { language, fields }: FeedItem,
  channel: readonly FeedField[],
): { language?: string } {
  if (language !== null || textOf(fields, ['dc:language']) !== '') return {};
  return languageOf(textOf(channel, ['language', 'dc:language']));
}

// `media:credit` and the like are not authors. RSS writes "desk@example.com (Jane Roe)".
function authorsOf(fields: readonly FeedField[]): string[] | null {
  const names = fields.flatMap(({ name, value, personName }) => {
    if (name === 'dc:creator') return plainValue(value);
    if (name !== 'author') return [];
    if (personName !== '') return plainValue(personName);
    return /\(([^()]{2,200})\)\s*$/.exec(value)?.[1] ?? (value.includes('@') ? [] : plainValue(value));
  });
  const authors = authorNames(names);
  return authors.length > 0 ? authors : null;
}

// The date of a later edit is not the date of publication; where there is no other, it is the nearest that is known.
function dateOf(fields: readonly FeedField[], notes: Notes): string | null {
  const names = [
    'pubDate',
    'published',
    'issued',
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
    'updated',
    'modified',
  ];
  const text = cleanField(textOf(fields, names));
  if (text === '') return null;
  const date = isoDate(text) ?? rfc822Date(text);
  if (date === null) notes.ignored('date', `"${text}" is no date in a form that is read`);
  return date;
}

function addressOf(fields: readonly FeedField[]): string | null {
  const links = fields.filter(({ name }) => name === 'link');
  const alternate = links.find(({ attributes: { href, rel = 'alternate' } }) => href && rel === 'alternate');
  const guid = fields.find(
    ({ name, attributes }) => name === 'guid' && attributes['isPermaLink'] !== 'false',
  );
  const given = [
    textOf(fields, ['feedburner:origLink']),
    alternate?.attributes['href'],
    textOf(links, ['link']),
    guid?.value,
  ];
  for (const text of given) {
    const url = webUrl(text ?? '');
    if (url !== null) return url;
  }
  return null;
}
