import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSpans } from '../../src/text/sentences.js';

const sentences = (text: string) => sentenceSpans(text).map(({ start, end }) => text.slice(start, end));

describe('sentenceSpans', () => {
  it('does not end a sentence after a title, an initial or an abbreviation', () => {
    expect(sentences('Mr. A. J. Moss met Gov. Lee on Jan. 3. It rained.')).toEqual([
      'Mr. A. J. Moss met Gov. Lee on Jan. 3.',
      'It rained.',
    ]);
  });

  it('keeps closing marks with their sentence', () => {
    expect(sentences('“It is dry.” She left. “Why?” he asked.')).toEqual([
      '“It is dry.”',
      'She left.',
      '“Why?” he asked.',
    ]);
  });

  it('offsets the spans by the base', () => {
    expect(sentenceSpans('One. Two.', 10)).toEqual([
      { start: 10, end: 14 },
      { start: 15, end: 19 },
    ]);
  });

  it('covers every letter once, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '!', ' ', '”', 'Mr', 'é') }), (text) => {
        let end = 0;
        let covered = '';
        for (const span of sentenceSpans(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
          covered += text.slice(span.start, span.end);
        }
        expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('ends on a long text without a full stop', () => {
    expect(sentenceSpans('a. '.repeat(100_000)).length).toBeGreaterThan(0);
  });
});
