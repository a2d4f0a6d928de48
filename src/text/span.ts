/** A slice of a text: UTF-16 offsets, `end` exclusive. `text.slice(start, end)` is its words. */
export type Span = { start: number; end: number };

/** A slice together with its words, so that plain data can be read without the text it came from. */
export type Slice = Span & { text: string };

/** The slice of `text` that `span` names. */
export function sliceOf(text: string, span: Span): Slice {
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

/** What joins an article's paragraphs into its text. */
export const PARAGRAPH_BREAK = '\n\n';

/** Spans of the paragraphs in a text whose paragraphs are joined by a blank line. */
export function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    const at = text.indexOf(PARAGRAPH_BREAK, start);
    const end = at === -1 ? text.length : at;
    if (end > start) spans.push({ start, end });
    if (at === -1) break;
    start = at + PARAGRAPH_BREAK.length;
  }
  return spans;
}
