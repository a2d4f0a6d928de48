import type { Span } from '../text/span.js';
import { escapeMarkdown, isolate, oneLine } from './escape.js';
import { bytes } from './limits.js';

/** Marks where something was left out: only ever at an end. */
export const CUT = '…';

// Longer "words" than this are none: a hostile text, or a script without spaces that no dictionary knows.
const LONGEST_WORD = 40;
const words = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const NOT_A_WORD = /^[\s\p{P}]*$/u;

/**
 * The widest slice of `text` around `keep` whose `cost` is at most `room`: all of it if it fits, else cut at its
 * ends only, on words. `keep` stays whole unless it alone costs too much; then only its own end is cut.
 * `cost` takes a span of `text` and must count the marks of cutting.
 */
export function cutToFit(text: string, keep: Span, room: number, cost: (span: Span) => number): Span {
  const whole = { start: 0, end: text.length };
  if (text.length <= 4 * room && cost(whole) <= room) return whole;
  const fits = (span: Span) => cost(span) <= room;
  if (keep.end - keep.start > room || !fits(keep)) return cutKept(text, keep, room, fits);

  const starts = wordEdges(text, Math.max(0, keep.start - room), keep.start).starts.reverse();
  const ends = wordEdges(text, keep.end, Math.min(text.length, keep.end + room)).ends;
  const half = (cost(keep) + room) / 2;
  // Half of what is left goes before, the rest after, and what that does not need before again.
  const first = last(starts, (start) => cost({ start, end: keep.end }) <= half) ?? keep.start;
  const end = last(ends, (at) => fits({ start: first, end: at })) ?? keep.end;
  const start = last(starts, (at) => at <= first && fits({ start: at, end })) ?? first;
  return { start, end };
}

/** `text` escaped on one line, cut at its end to at most `room` bytes. */
export function shorten(text: string, room: number): string {
  const line = oneLine(text);
  const write = (span: Span) =>
    isolate(escapeMarkdown(line.slice(span.start, span.end)) + (span.end < line.length ? CUT : ''));
  const span = cutToFit(line, { start: 0, end: line.length }, room, (part) => bytes(write(part)));
  return write(span);
}

/** `text` on one line as it is, for where Discord reads no markdown, cut at its end to at most `room` bytes. */
export function plainLine(text: string, room: number): string {
  const line = oneLine(text);
  const write = (span: Span) => line.slice(span.start, span.end) + (span.end < line.length ? CUT : '');
  return write(cutToFit(line, { start: 0, end: line.length }, room, (part) => bytes(write(part))));
}

function cutKept(text: string, keep: Span, room: number, fits: (span: Span) => boolean): Span {
  const end = Math.min(keep.end, keep.start + room);
  const levels = [
    () => wordEdges(text, keep.start, end).ends,
    () => edges(graphemes.segment(text.slice(keep.start, end)), keep.start),
    () => codePoints(text, keep.start, end),
  ];
  for (const level of levels) {
    const at = last(level(), (candidate) => fits({ start: keep.start, end: candidate }));
    if (at !== undefined && at > keep.start) return { start: keep.start, end: at };
  }
  return { start: keep.start, end: keep.start };
}

/** Where words start and end between two offsets; the ends of the text count, those of the window do not. */
function wordEdges(text: string, from: number, to: number): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  if (from === 0) starts.push(0);
  for (const { segment, index, isWordLike } of words.segment(text.slice(from, to))) {
    if (!isWordLike && NOT_A_WORD.test(segment)) continue;
    const start = from + index;
    if (segment.length > LONGEST_WORD) {
      const inner = edges(graphemes.segment(segment), start);
      starts.push(...inner.slice(0, -1));
      ends.push(...inner);
      continue;
    }
    if (start > from || from === 0) starts.push(start);
    if (start + segment.length < to || to === text.length) ends.push(start + segment.length);
  }
  if (to === text.length) ends.push(text.length);
  return { starts: [...new Set(starts)], ends: [...new Set(ends)] };
}

function edges(segments: Intl.Segments, base: number): number[] {
  return Array.from(segments, ({ index, segment }) => base + index + segment.length);
}

function codePoints(text: string, from: number, to: number): number[] {
  const at: number[] = [];
  for (let next = from; next < to; ) {
    next += (text.codePointAt(next) ?? 0) > 0xffff ? 2 : 1;
    at.push(Math.min(next, text.length));
  }
  return at;
}

/** The last candidate that fits, by halving: what costs more comes later. */
function last(candidates: readonly number[], fits: (candidate: number) => boolean): number | undefined {
  let low = 0;
  let high = candidates.length - 1;
  let best: number | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = candidates[middle];
    if (candidate === undefined) break;
    if (fits(candidate)) {
      best = candidate;
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}
