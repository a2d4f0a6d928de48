import type { Span } from './span.js';

/**
 * What a fragment directive begins with: `#:~:text=start,end` makes a browser scroll to the words and mark them.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export const DIRECTIVE = ':~:';
/** Up to so many words are named whole; of more, so many of either end, each of at most so many characters once encoded. */
const WHOLE_WORDS = 8;
const MOST_WORDS = 6;
const MOST_LENGTH = 100;
/** How far from either end words are looked for, in UTF-16 units. */
const NEAR = 300;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * `url` with a directive that leads to these words of its page; as it is where it has one already, or the words give none. `gaps`
 * are offsets into `words` where the page has words that these lack. What is added is at most 220 letters, digits, `#%,:=~`.
 */
export function toPassage(url: string, words: string, gaps: readonly number[] = []): string {
  const fragment = url.includes(DIRECTIVE) ? null : textFragment(words, gaps);
  if (fragment === null) return url;
  return `${url}${url.includes('#') ? '' : '#'}${DIRECTIVE}${fragment}`;
}

/** `text=words` for a few words, else `text=first words,last words`; null where there is nothing to find them by. */
export function textFragment(words: string, gaps: readonly number[] = []): string | null {
  // A browser finds each end only inside one block of the page, and not across what was lost.
  const lines = [words.indexOf('\n'), words.lastIndexOf('\n')];
  const breaks = [...lines, ...gaps].filter((at) => at >= 0 && at < words.length);
  const headEnd = breaks.reduce((least, at) => Math.min(least, at), words.length);
  const tailStart = breaks.reduce((most, at) => Math.max(most, at + 1), 0);
  const head = wordsIn(words, { start: 0, end: headEnd }, 'head');
  const [first] = head;
  if (!first) return null;
  if (breaks.length === 0 && words.length <= NEAR && head.length <= WHOLE_WORDS) {
    const whole = encoded(words.slice(first.start, head.at(-1)?.end));
    if (whole.length <= 2 * MOST_LENGTH) return `text=${whole}`;
  }
  const start = longest(head.length, (count) => words.slice(first.start, head[count - 1]?.end));
  if (start === null) return null;
  const tail = wordsIn(words, { start: tailStart, end: words.length }, 'tail').filter(
    (word) => word.start >= first.start + start.length,
  );
  const end = longest(tail.length, (count) => words.slice(tail.at(-count)?.start, tail.at(-1)?.end));
  return `text=${encoded(start)}${end === null ? '' : `,${encoded(end)}`}`;
}

/** Whole words within `NEAR` of one end of a span of `text`. */
function wordsIn(text: string, span: Span, side: 'head' | 'tail'): Span[] {
  const start = side === 'head' ? span.start : Math.max(span.start, span.end - NEAR);
  const end = side === 'head' ? Math.min(span.end, span.start + NEAR) : span.end;
  return [...segmenter.segment(text.slice(start, end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }))
    .filter((word) => (word.start > start || start === span.start) && (word.end < end || end === span.end));
}

/** The words of the highest count whose encoding is short enough; null where not even one word's is. */
function longest(available: number, take: (count: number) => string): string | null {
  for (let count = Math.min(MOST_WORDS, available); count > 0; count--) {
    const words = take(count);
    if (encoded(words).length <= MOST_LENGTH) return words;
  }
  return null;
}

// Everything but letters and digits: the specification wants `&`, `-` and `,` encoded, and some others could end a link in Markdown.
function encoded(words: string): string {
  return [...new TextEncoder().encode(words)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[0-9A-Za-z]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
