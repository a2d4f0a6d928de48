import type { ArticleParagraph } from '../../archive/archive.js';
import type { Span } from '../../text/span.js';
import { cutToFit } from '../cut.js';
import { bytes, LIMITS } from '../limits.js';

/** Writes a span of a paragraph, given in offsets into that paragraph, as markdown. A longer span must not cost less. */
export type Draw = (paragraph: ArticleParagraph, span: Span) => string;

/** What a page of an article shows: UTF-16 offsets into its text, and its paragraphs as markdown. */
export type Page = Span & {
  blocks: string[];
  /** Indices of its first and last paragraph. */
  first: number;
  last: number;
};

/** How far to either side of a page's beginning its article is needed, in UTF-16 units: more than a message holds. */
export const WINDOW = LIMITS.text;

// A blank line between paragraphs.
const BETWEEN = '\n\n';

/** A page's paragraphs as one text. */
export const pageText = ({ blocks }: Page) => blocks.join(BETWEEN);

/**
 * The page that begins at `at`: as many whole paragraphs as fit into `room` bytes, at least a part of one. Only a paragraph that is
 * longer than a page is cut, at a word. `paragraphs` must reach a page beyond `at`.
 */
export function pageFrom(
  paragraphs: readonly ArticleParagraph[],
  at: number,
  room: number,
  draw: Draw,
): Page {
  const page: Page = { start: at, end: at, blocks: [], first: 0, last: 0 };
  let used = 0;
  for (const paragraph of paragraphs) {
    if (paragraph.end <= at) continue;
    const from = Math.max(0, at - paragraph.start);
    const isFirst = page.blocks.length === 0;
    let end = paragraph.text.length;
    let block = drawIfShort(paragraph, { start: from, end }, room, draw);
    if (block === null || used + bytes(block) + BETWEEN.length > room) {
      if (!isFirst) break;
      end = cutEnd(paragraph, from, room, draw);
      block = draw(paragraph, { start: from, end });
    }
    if (isFirst) page.first = paragraph.index;
    page.last = paragraph.index;
    page.blocks.push(block);
    page.end = paragraph.start + end;
    used += bytes(block) + BETWEEN.length;
    if (end < paragraph.text.length) break;
  }
  return page;
}

/** Where the page begins that ends at `at`. `paragraphs` must reach a page back from there. */
export function startBefore(
  paragraphs: readonly ArticleParagraph[],
  at: number,
  room: number,
  draw: Draw,
): number {
  let start = at;
  let used = 0;
  for (const paragraph of paragraphs.toReversed()) {
    if (paragraph.start >= at) continue;
    const end = Math.min(paragraph.text.length, at - paragraph.start);
    const block = drawIfShort(paragraph, { start: 0, end }, room, draw);
    if (block === null || used + bytes(block) + BETWEEN.length > room) {
      if (start === at) start = paragraph.start + cutStart(paragraph, end, room, draw);
      break;
    }
    start = paragraph.start;
    used += bytes(block) + BETWEEN.length;
  }
  return start;
}

/** Null where it cannot fit: a character takes a byte at least, and a paragraph may have a hundred thousand. */
function drawIfShort(paragraph: ArticleParagraph, span: Span, room: number, draw: Draw): string | null {
  return span.end - span.start > room ? null : draw(paragraph, span);
}

// A page that is cut takes the marks beside its last word along: so many characters, for which so many bytes are kept.
const MARKS_AFTER = /^[^\s\p{L}\p{N}]{1,4}/u;
const MARKS_BEFORE = /[^\s\p{L}\p{N}]{1,4}$/u;
const MARKS_ROOM = 24;

function cutEnd(paragraph: ArticleParagraph, from: number, room: number, draw: Draw): number {
  const rest = paragraph.text.slice(from);
  const cost = (span: Span) => bytes(draw(paragraph, { start: from + span.start, end: from + span.end }));
  const { end } = cutToFit(rest, { start: 0, end: rest.length }, room - MARKS_ROOM, cost);
  const marks = MARKS_AFTER.exec(rest.slice(end, end + 8))?.[0].length ?? 0;
  // Whatever happens, reading goes on.
  return from + Math.max(end + marks, 1);
}

function cutStart(paragraph: ArticleParagraph, end: number, room: number, draw: Draw): number {
  const rest = paragraph.text.slice(0, end);
  const cost = (span: Span) => bytes(draw(paragraph, span));
  const { start } = cutToFit(rest, { start: end, end }, room - MARKS_ROOM, cost);
  // No word and no part of one fits, where a text is no text: a few characters do.
  if (start >= end) return Math.max(0, end - Math.max(1, room >> 5));
  const marks = MARKS_BEFORE.exec(rest.slice(Math.max(0, start - 8), start))?.[0].length ?? 0;
  return start - marks;
}
