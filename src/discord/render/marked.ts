import type { Span } from '../../text/span.js';
import { CUT, cutToFit } from '../cut.js';
import { escapeMarkdown, isolate } from '../escape.js';
import { bytes } from '../limits.js';

/** What stands around the words of a quotation. */
export type Marks = { open: string; close: string };
const NO_MARKS: Marks = { open: '', close: '' };

type Shown = {
  text: string;
  /** The part of `text` that is shown; cut ends are marked. */
  span: Span;
  /** Parts of `text` in bold, in order and apart from one another. */
  bold: readonly Span[];
  marks?: Marks;
};

/** A block quote of `text`, cut to `room` bytes at its ends only, around `keep`, with `bold` parts in bold. */
export function blockQuote(
  text: string,
  { bold = [], keep, room, marks }: { bold?: readonly Span[]; keep: Span; room: number; marks?: Marks },
): string {
  const write = (span: Span) => quoted(markUp({ text, span, bold, ...(marks && { marks }) }));
  return write(cutToFit(text, keep, room, (span) => bytes(write(span))));
}

/** A block quote of just this span of `text`; where that is not its end, "…" marks it. */
export function quotedSpan(text: string, shown: Omit<Shown, 'text'>): string {
  return quoted(markUp({ text, ...shown }));
}

/** The same on one line without the quote's bar, for small print. */
export function oneLiner(
  text: string,
  { bold = [], keep, room }: { bold?: readonly Span[]; keep: Span; room: number },
): string {
  const write = (span: Span) => isolate(markUp({ text, span, bold }).replace(/\s+/g, ' ').trim());
  return write(cutToFit(text, keep, room, (span) => bytes(write(span))));
}

function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => `> ${isolate(line)}`)
    .join('\n');
}

function markUp({ text, span, bold, marks = NO_MARKS }: Shown): string {
  const parts: string[] = [];
  let at = span.start;
  for (const part of bold) {
    const start = Math.max(at, Math.min(part.start, span.end));
    const end = Math.max(start, Math.min(part.end, span.end));
    parts.push(escapeMarkdown(text.slice(at, start)), embolden(escapeMarkdown(text.slice(start, end))));
    at = end;
  }
  parts.push(escapeMarkdown(text.slice(at, span.end)));
  const before = span.start > 0 ? CUT : '';
  const after = span.end < text.length ? CUT : '';
  return `${marks.open}${before}${parts.join('')}${after}${marks.close}`;
}

/** Bold, line by line: marks must touch words and cannot span lines. */
function embolden(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => {
      const words = line.trim();
      if (!words) return line;
      const start = line.length - line.trimStart().length;
      return `${line.slice(0, start)}**${words}**${line.slice(start + words.length)}`;
    })
    .join('\n');
}
