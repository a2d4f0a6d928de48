import { type Removed, WebUrlSchema } from './article.js';
import { bylineAuthors, splitAuthors } from './byline.js';
import { cleanField } from './clean.js';
import { isUpdate, isVagueDate, writtenDate } from './dates.js';
import { phraseKind } from './promo-phrases.js';
import { countWords } from './prose.js';

/** What single lines above an article say for themselves. */
export type HeaderFields = {
  title?: string;
  publication?: string;
  authors?: string[];
  publishedAt?: string;
  updatedAt?: string;
  url?: string;
  /** Parts of the line that are none of these, and why they go. */
  removed?: Omit<Removed, 'line'>[];
};

const LABELLED =
  /^(title|headline|authors?|byline|date|published|source|publication|newspaper|url|link)\s*:\s*(\S.*)$/i;
const ADDRESS = /^https?:\/\/\S+$/i;
const SECTION =
  /^(?:(?:breaking|latest|local|uk|us|world|business|sports?) news|news|politics|world|business|sports?|opinion|comment|culture|technology|science|health|entertainment|lifestyle|travel|local|national|international|uk|us|europe|home|breaking|exclusive|live|analysis|\d+ min(?:ute)?s? read)$/i;
const PARTS = /\s[|•·]\s/;
const MAX_PART_WORDS = 8;
const MAX_LENGTH = 300;

/** Reads a byline, a date line, an address, a labelled value or page furniture; null where the line is none. */
export function headerFields(text: string): HeaderFields | null {
  if (text.length > MAX_LENGTH) return null;
  return labelled(text) ?? whole(text) ?? bylineWithDate(text) ?? parts(text);
}

function whole(text: string): HeaderFields | null {
  const authors = bylineAuthors(text);
  if (authors) return { authors };
  const date = writtenDate(text);
  if (date !== null) return isUpdate(text) ? { updatedAt: date } : { publishedAt: date };
  if (ADDRESS.test(text)) return address(text);
  if (isVagueDate(text)) return { removed: [{ text, reason: 'a date that does not name the day' }] };
  if (SECTION.test(text)) return { removed: [{ text, reason: 'the name of a section' }] };
  const kind = phraseKind(text);
  return kind === 'furniture' || kind === 'lone-label'
    ? { removed: [{ text, reason: 'page furniture' }] }
    : null;
}

function labelled(text: string): HeaderFields | null {
  const [, label = '', value = ''] = LABELLED.exec(text) ?? [];
  switch (label.toLowerCase()) {
    case 'title':
    case 'headline':
      return { title: cleanField(value) };
    case 'author':
    case 'authors':
    case 'byline':
      return {
        authors: bylineAuthors(value) ?? bylineAuthors(`By ${value}`) ?? splitAuthors(value).map(cleanField),
      };
    case 'source':
    case 'publication':
    case 'newspaper':
      return ADDRESS.test(value) ? address(value) : { publication: cleanField(value) };
    case 'url':
    case 'link':
      return address(value);
    // A date with its label is read whole.
    default:
      return null;
  }
}

function address(text: string): HeaderFields {
  const url = WebUrlSchema.safeParse(text).data;
  return url === undefined
    ? { removed: [{ text, reason: 'not a web address that can be linked' }] }
    : { url };
}

// "By Jane Roe, 20 January 2024".
function bylineWithDate(text: string): HeaderFields | null {
  if (countWords(text) > MAX_PART_WORDS * 2) return null;
  for (const { index, 0: joint } of text.matchAll(/,\s|\s[–—-]\s/g)) {
    const authors = bylineAuthors(text.slice(0, index));
    const publishedAt = authors && writtenDate(text.slice(index + joint.length));
    if (authors && publishedAt) return { authors, publishedAt };
  }
  return null;
}

// "By Jane Roe | The Wrenfield Courier | 20 January 2024": one part that is known vouches for the others.
function parts(text: string): HeaderFields | null {
  if (!PARTS.test(text)) return null;
  const all = text.split(PARTS).map((part) => part.trim());
  if (all.some((part) => countWords(part) > MAX_PART_WORDS)) return null;
  const read = all.map((part) => whole(part) ?? bylineWithDate(part));
  if (!read.some((fields) => fields?.authors || fields?.publishedAt || fields?.updatedAt)) return null;
  const removed = all.flatMap(
    (part, index) =>
      read[index]?.removed ?? (read[index] ? [] : [{ text: part, reason: 'beside the byline' }]),
  );
  return { ...Object.assign({}, ...read), removed };
}
