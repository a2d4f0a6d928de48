import type { Article, Problem, ReadResult } from './article.js';
import { cleanValue, hasMoreLines, joinParagraphs } from './clean.js';
import { decode } from './decode.js';
import { articleId } from './identity.js';
import { refuseBytes, refuseText } from './kinds.js';
import { MAX_FILE_BYTES, MAX_LINES, MAX_PARAGRAPH_LENGTH, MAX_PARAGRAPHS } from './limits.js';
import { rejection, warning } from './problem.js';
import { READERS } from './readers/index.js';
import type { Draft } from './readers/reader.js';

/**
 * Reads one file of an article set. `name` is its path inside the set. Never throws: what cannot be used
 * comes back as a problem. Pure: the same bytes and name always give the same result.
 */
export function readArticle(bytes: Uint8Array, { name }: { name: string }): ReadResult {
  const file = cleanValue(name) || 'unnamed';
  try {
    return readFile(bytes, file);
  } catch (error) {
    // A reader must not throw; if one does, it costs this file only.
    const why = error instanceof Error ? error.message : String(error);
    return reject(
      rejection(file, { what: 'it could not be read', why, remedy: 'please report this file as a bug' }),
    );
  }
}

function readFile(bytes: Uint8Array, file: string): ReadResult {
  if (bytes.length === 0) return reject(emptyFile(file));
  if (bytes.length > MAX_FILE_BYTES) return reject(tooLarge(file, bytes.length));
  const binary = refuseBytes(bytes);
  if (binary) return reject(unsupported(file, binary));
  const { text, doubt } = decode(bytes);
  const foreign = refuseText(text, file);
  if (foreign) return reject(unsupported(file, foreign));
  if (hasMoreLines(text, MAX_LINES)) return reject(tooManyLines(file));
  const source = { name: file, text };
  const reader = READERS.find((reader) => reader.accepts(source));
  if (!reader)
    return reject(unsupported(file, { kind: 'of an unknown kind', remedy: 'save it as plain text' }));
  const { drafts, problems } = reader.read(source);
  const result: ReadResult = { articles: [], problems: [...problems] };
  if (doubt !== null)
    result.problems.push(
      warning(file, { what: 'its characters may be wrong', why: doubt, remedy: 'save the file as UTF-8' }),
    );
  drafts.forEach((draft, index) => {
    const place = drafts.length > 1 ? `${file}#${index + 1}` : file;
    const refused = unusable(place, draft);
    if (refused) result.problems.push(refused);
    else result.articles.push(toArticle(draft, place));
  });
  return result;
}

function toArticle({ paragraphs, ...fields }: Draft, file: string): Article {
  return { id: articleId(fields), file, ...fields, ...joinParagraphs(paragraphs) };
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

/** The problem of a file with more bytes than are read. */
export function tooLarge(file: string, bytes: number): Problem {
  return rejection(file, {
    what: 'it is too large',
    why: `it has ${bytes} bytes, and ${MAX_FILE_BYTES} is the most for one article`,
    remedy: 'split it into one file for each article',
  });
}

function tooManyLines(file: string): Problem {
  return rejection(file, {
    what: 'it has too many lines',
    why: `it has more than ${MAX_LINES}`,
    remedy: 'split it into one file for each article',
  });
}

function unsupported(file: string, { kind, remedy }: { kind: string; remedy: string }): Problem {
  return rejection(file, {
    what: 'it is in a format that is not supported yet',
    why: `it is ${kind}; plain text and Markdown are read`,
    remedy,
  });
}

function reject(problem: Problem): ReadResult {
  return { articles: [], problems: [problem] };
}
