import { PARAGRAPH_BREAK } from '../text/span.js';
import { MAX_FIELD_LENGTH } from './limits.js';

// Controls other than tab and line ends, soft hyphens, zero-width and bidi controls, tag characters, half characters.
const INVISIBLE =
  /(?![\t\n\v\f\r\u0085])\p{Cc}|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;
const LINE_END = /\r\n|[\n\r\v\f\u2028\u2029]/;
const SPACES = /\s+/g;
const SENTENCE_END = /[.!?…:;][”’"'»)\]]*$/u;

/** Text without the characters that nobody sees: controls, zero-width and bidi marks, half characters. */
export function dropInvisible(text: string): string {
  // NEL is a line end that JavaScript does not count as white space.
  return text.replace(INVISIBLE, '').replaceAll('\u0085', '\n');
}

/** The lines of a file, without invisible characters and without their ends. */
export function splitLines(text: string): string[] {
  return dropInvisible(text).split(LINE_END);
}

/** True where a text has more than `most` line ends; looks no further than it must. */
export function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (const _ of text.matchAll(/[\n\r]/g)) if (++lines > most) return true;
  return false;
}

/** One value on one line: invisible characters dropped, white space closed up, ends trimmed. */
export function cleanValue(text: string): string {
  return dropInvisible(text).replace(SPACES, ' ').trim();
}

/** A title, a name or another short value: as `cleanValue`, and of bounded length. */
export function cleanField(text: string): string {
  return cleanValue(text.slice(0, MAX_FIELD_LENGTH));
}

/** A paragraph with its white space closed up; `gaps` are offsets of the spaces where words of a link were lost. */
export type ClosedUp = { text: string; gaps: number[] };

/**
 * Drops invisible characters and closes every run of white space up to one space. A run of two or more inside
 * a sentence is where the words of a link were lost; after a sentence end, at a tab or at a line end it is only
 * typography.
 */
export function closeUp(raw: string): ClosedUp {
  const gaps: number[] = [];
  const parts: string[] = [];
  // Again after the lines were cleaned: entities and escapes can bring such characters back.
  const trimmed = dropInvisible(raw).trim();
  let from = 0;
  let length = 0;
  for (const { 0: run, index } of trimmed.matchAll(SPACES)) {
    parts.push(trimmed.slice(from, index), ' ');
    length += index - from;
    from = index + run.length;
    // Enough to see a full stop and the quotation marks and brackets that may close after it.
    const before = trimmed.slice(Math.max(0, index - 4), index);
    if (run.length > 1 && !/[\t\n\r\v\f\u2028\u2029]/.test(run) && !SENTENCE_END.test(before))
      gaps.push(length);
    length++;
  }
  return { text: parts.join('') + trimmed.slice(from), gaps };
}

/** Joins closed-up paragraphs into an article's text, with the gaps as offsets into it. */
export function joinParagraphs(closed: readonly ClosedUp[]): {
  paragraphs: string[];
  text: string;
  gaps: number[];
} {
  const paragraphs = closed.map(({ text }) => text);
  const gaps: number[] = [];
  let base = 0;
  for (const paragraph of closed) {
    for (const gap of paragraph.gaps) gaps.push(base + gap);
    base += paragraph.text.length + PARAGRAPH_BREAK.length;
  }
  return { paragraphs, text: paragraphs.join(PARAGRAPH_BREAK), gaps };
}
