import { PARAGRAPH_BREAK } from '../../text/span.js';
import { type ClosedUp, cleanField, closeUp } from '../clean.js';
import { MAX_AUTHORS } from '../limits.js';
import type { Item, Notes } from './items.js';
import { titleFromText } from './names.js';
import {
  archivedOf,
  dateOf,
  type Fields,
  fieldOf,
  languageOf,
  listOf,
  textOf,
  typeName,
  urlOf,
} from './values.js';

/** True for an article as this project prints it: it has a list of paragraphs. */
export function isOwnArticle(fields: Fields): boolean {
  return 'paragraphs' in fields;
}

/** Reads an article as `cuttings read --json` prints it. Its text was cleaned then and is not cleaned again. */
export function readOwnArticle(fields: Fields, notes: Notes): Item {
  const given = listOf(fields['paragraphs']);
  const wrong = given.find((paragraph) => typeof paragraph !== 'string');
  if (!Array.isArray(fields['paragraphs']) || wrong !== undefined)
    return notes.refused(
      'it was left out',
      `its paragraphs are ${wrong === undefined ? typeName(fields['paragraphs']) : `not all text: one is ${typeName(wrong)}`}`,
      'write paragraphs as a list of texts',
    );
  const paragraphs = withGaps(
    given.map((paragraph) => closeUp(String(paragraph))).filter(({ text }) => text !== ''),
    listOf(fields['gaps']),
  );
  const draft = {
    title: fieldOf(fields, ['title'], notes) ?? titleFromText(paragraphs[0]?.text ?? ''),
    publication: fieldOf(fields, ['publication'], notes),
    tagline: fieldOf(fields, ['tagline'], notes),
    authors: authorsOf(fields, notes),
    publishedAt: dateOf(fields, ['publishedAt'], notes),
    url: urlOf(textOf(fields, ['url'], notes), 'url', notes),
    ...archivedOf(textOf(fields, ['archivedUrl'], notes), 'archivedUrl', notes),
    ...languageOf(fieldOf(fields, ['language'], notes)),
    removed: [],
    paragraphs,
  };
  return { draft, notes: notes.list };
}

function authorsOf(fields: Fields, notes: Notes): string[] {
  const names: string[] = [];
  for (const author of listOf(fields['authors'])) {
    if (typeof author !== 'string') notes.ignored('authors', `one of them is ${typeName(author)}, not text`);
    else if (cleanField(author) !== '') names.push(cleanField(author));
  }
  return [...new Set(names)].slice(0, MAX_AUTHORS);
}

// Gaps are offsets into the whole text; they hold only where a space stands at every one of them.
function withGaps(paragraphs: readonly ClosedUp[], gaps: readonly unknown[]): ClosedUp[] {
  const text = paragraphs.map((paragraph) => paragraph.text).join(PARAGRAPH_BREAK);
  const offsets = gaps.filter((gap) => typeof gap === 'number').filter((gap) => text[gap] === ' ');
  if (offsets.length !== gaps.length || offsets.length === 0) return [...paragraphs];
  const sorted = [...new Set(offsets)].sort((a, b) => a - b);
  let next = 0;
  let base = 0;
  return paragraphs.map((paragraph) => {
    const end = base + paragraph.text.length;
    const own: number[] = [];
    for (let gap = sorted[next]; gap !== undefined && gap < end; gap = sorted[++next]) own.push(gap - base);
    base = end + PARAGRAPH_BREAK.length;
    return { text: paragraph.text, gaps: own };
  });
}
