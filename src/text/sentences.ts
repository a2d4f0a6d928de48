import type { Span } from './span.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

// Intl.Segmenter breaks after these; a sentence that ends in one of them runs on into the next.
const ABBREVIATION =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Cpl|Maj|Adm|Gov|Sen|Rep|Reps|Sens|Rev|Hon|Pres|Supt|Det|Insp|St|Mt|Jr|Sr|No|Nos|vs|v|Inc|Ltd|Co|Corp|approx|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[A-Z]|(?:[A-Z]\.)+[A-Z])\.\s*$/u;
const CLOSING_SENTENCE = /[.!?…]["”’')\]]*\s*$/;

/** Characters around a break that tell whether it is one; more would cost long texts their square. */
const NEAR = 60;

/** Sentences of one paragraph, without the white space around them, offset by `base`. */
export function sentenceSpans(paragraph: string, base = 0): Span[] {
  const spans: Span[] = [];
  let open: Span | undefined;
  for (const { segment, index } of segmenter.segment(paragraph)) {
    const end = index + segment.length;
    open = open ? { start: open.start, end } : { start: index, end };
    const tail = paragraph.slice(Math.max(open.start, end - NEAR), end);
    const next = paragraph.slice(end, end + NEAR).trimStart();
    if (next && (ABBREVIATION.test(tail) || /^\p{Ll}/u.test(next) || !CLOSING_SENTENCE.test(tail))) continue;
    spans.push(open);
    open = undefined;
  }
  if (open) spans.push(open);
  return spans.map((span) => trim(paragraph, span, base)).filter((span) => span.end > span.start);
}

function trim(text: string, span: Span, base: number): Span {
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = span.end - (words.length - words.trimEnd().length);
  return { start: base + start, end: base + Math.max(start, end) };
}
