import { addressesOf } from './archived-copy.js';
import type { Article, Problem, ReadResult } from './article.js';
import { hasMoreLines, joinParagraphs } from './clean.js';
import type { Part } from './containers/container.js';
import { declaredEncoding, knownEncoding } from './declared-encoding.js';
import { decode } from './decode.js';
import { articleId } from './identity.js';
import { type Refused, refuseBytes, refuseText } from './kinds.js';
import { MAX_FILE_BYTES, MAX_LINES, MAX_PARAGRAPH_LENGTH, MAX_PARAGRAPHS } from './limits.js';
import { rejection, tooLarge, warning } from './problem.js';
import { PROSE_READERS, STRUCTURED_READERS } from './readers/index.js';
import type { Draft, Source } from './readers/reader.js';
import { NO_SETTINGS, removedBy, SETTINGS_FILE, type SetSettings, withDefaults } from './set-settings.js';

/** The articles of a file, or a part of an archive, that is itself no archive. */
export function readText(
  { place, name, bytes, url, charset }: Part,
  settings: SetSettings = NO_SETTINGS,
): ReadResult {
  if (bytes.length === 0) return rejected(emptyFile(place));
  const binary = refuseBytes(bytes);
  if (binary) return rejected(unsupported(place, binary));
  const declared = charset === undefined ? null : knownEncoding(charset);
  const { text, doubt } = decode(bytes, declared ?? declaredEncoding(bytes));
  const source: Source = url === undefined ? { name, text } : { name, text, url };
  const structured = STRUCTURED_READERS.find((reader) => reader.accepts(source));
  const foreign = structured ? null : refuseText(text, name);
  if (foreign) return rejected(unsupported(place, foreign));
  if (!structured && hasMoreLines(text, MAX_LINES)) return rejected(tooManyLines(place));
  const reader = structured ?? PROSE_READERS.find((reader) => reader.accepts(source));
  if (!reader)
    return rejected(unsupported(place, { kind: 'of an unknown kind', remedy: 'save it as plain text' }));
  const most = reader.maxBytes ?? MAX_FILE_BYTES;
  if (bytes.length > most) return rejected(tooLarge(place, bytes.length, most));

  const { drafts, problems } = reader.read(source);
  // Readers know the part by its name; people find it by its place.
  const placed = problems.map((problem) => ({ ...problem, file: place + problem.file.slice(name.length) }));
  const result: ReadResult = { articles: [], problems: placed };
  if (doubt !== null)
    result.problems.push(
      warning(place, { what: 'its characters may be wrong', why: doubt, remedy: 'save the file as UTF-8' }),
    );
  const unwanted = removedBy(settings);
  for (const { item, ...found } of drafts) {
    const draft = without(found, unwanted);
    const own = item === undefined ? place : `${place}#${item}`;
    const refused = unusable(own, draft);
    if (refused) result.problems.push(refused);
    else result.articles.push(toArticle(draft, own, reader.format, settings));
  }
  return result;
}

type Found = Omit<Draft, 'item'>;

function toArticle(draft: Found, file: string, format: string, settings: SetSettings): Article {
  const given = { ...draft, ...addressesOf(draft) };
  const { paragraphs, details, fromSettings, ...fields } = withDefaults(given, file, settings);
  const defaults = Object.fromEntries(fromSettings.map((field) => [field, SETTINGS_FILE]));
  const sources = { ...details?.sources, ...defaults };
  const origin = { format, ...details, ...(Object.keys(sources).length > 0 && { sources }) };
  return { id: articleId(fields), file, origin, ...fields, ...joinParagraphs(paragraphs) };
}

/** A draft without the paragraphs that the settings of the set take out. */
function without(draft: Found, unwanted: (paragraph: string) => string | undefined): Found {
  const reasons = draft.paragraphs.map(({ text }) => unwanted(text));
  if (reasons.every((reason) => reason === undefined)) return draft;
  const removed = draft.paragraphs.flatMap(({ text }, index) =>
    reasons[index] === undefined ? [] : [{ text, line: null, reason: `${SETTINGS_FILE}: ${reasons[index]}` }],
  );
  const isKept = (_: unknown, index: number) => reasons[index] === undefined;
  const kept = draft.paragraphs.map((_, index) => index).filter(isKept);
  const places = new Map(kept.map((index, place) => [index, place]));
  const moved = (marked: number[] | undefined) => marked?.flatMap((index) => places.get(index) ?? []);
  return {
    ...draft,
    paragraphs: draft.paragraphs.filter(isKept),
    removed: [...draft.removed, ...removed],
    ...(draft.headings && { headings: moved(draft.headings) ?? [] }),
    ...(draft.listItems && { listItems: moved(draft.listItems) ?? [] }),
  };
}

function unusable(file: string, { paragraphs }: Draft): Problem | null {
  if (paragraphs.length === 0)
    return rejection(file, {
      what: 'it has no text',
      why: 'nothing is left after the header and the lines that advertise other stories',
      remedy: 'add the article’s paragraphs, or take the file out of the article set',
    });
  if (paragraphs.length > MAX_PARAGRAPHS)
    return rejection(file, {
      what: 'it has too many paragraphs',
      why: `it has ${paragraphs.length}, and ${MAX_PARAGRAPHS} is the most`,
      remedy: 'split it into one file for each article',
    });
  const longest = paragraphs.reduce((most, { text }) => Math.max(most, text.length), 0);
  if (longest > MAX_PARAGRAPH_LENGTH)
    return rejection(file, {
      what: 'it has a paragraph that is too long',
      why: `it has ${longest} characters, and ${MAX_PARAGRAPH_LENGTH} is the most`,
      remedy: 'put a blank line between its paragraphs',
    });
  return null;
}

function emptyFile(file: string): Problem {
  return rejection(file, {
    what: 'it is empty',
    why: 'the file has no bytes',
    remedy: 'save the article again, or take the file out of the article set',
  });
}

function tooManyLines(file: string): Problem {
  return rejection(file, {
    what: 'it has too many lines',
    why: `it has more than ${MAX_LINES}`,
    remedy: 'split it into one file for each article',
  });
}

function unsupported(file: string, { kind, remedy }: Refused): Problem {
  return rejection(file, {
    what: 'it is in a format that is not supported yet',
    why: `it is ${kind}; plain text, Markdown, web pages, JSON, feeds and archives of these are read`,
    remedy,
  });
}

function rejected(problem: Problem): ReadResult {
  return { articles: [], problems: [problem] };
}
