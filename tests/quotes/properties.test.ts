import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.js';

const pieces = fc.constantFrom(
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '„',
  "''",
  ' ',
  '\n\n',
  '\n',
  ', ',
  '. ',
  ': ',
  '—',
  '(',
  ')',
  'said',
  'told',
  'according to',
  'Ann Moss',
  'Mr Moss',
  'she',
  'he',
  'the mayor',
  'that',
  'and',
  'SMITH:',
  'ice',
  'Ünal',
  '日本',
  '🙂',
);
const articles = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(' '));

describe('extractQuotes', () => {
  it('gives slices of the text, in order, without double marks at their edges, never overlapping', () => {
    fc.assert(
      fc.property(articles, (text) => {
        let end = 0;
        for (const quotation of extractQuotes(text)) {
          expect(text.slice(quotation.start, quotation.end)).toBe(quotation.text);
          expect(quotation.text).not.toMatch(/^[\s“”"«»„]|[\s“”"«»„]$/);
          expect(quotation.start).toBeGreaterThanOrEqual(end);
          end = quotation.end;
          const { speaker } = quotation;
          for (const slice of speaker ? [speaker.mention, speaker.cue, speaker.evidence] : [])
            if (slice) expect(text.slice(slice.start, slice.end)).toBe(slice.text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same for the same text', () => {
    fc.assert(
      fc.property(articles, (text) => {
        expect(extractQuotes(text)).toEqual(extractQuotes(text));
      }),
    );
  });

  it.each(['"', '“', '”', "'", '‘'])('ends on a megabyte of %s', (piece) => {
    const text = piece.repeat(1_000_000);
    expect(extractQuotes(text).length).toBeLessThan(text.length);
  });

  it.each(['“a” ', '"no" said Ann Moss, ', 'Ann Moss said ', 'the mayor of ', '‘the boys’ '])(
    'ends on %s without end',
    (piece) => {
      const text = piece.repeat(20_000);
      expect(extractQuotes(text).length).toBeLessThan(text.length);
    },
  );
});
