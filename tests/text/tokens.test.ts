import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stem } from '../../src/text/stem.js';
import { tokenize } from '../../src/text/tokens.js';

const words = (text: string) => tokenize(text).map(({ word }) => word);
const terms = (text: string) => tokenize(text).map(({ term }) => term);

it('drops a possessive before stemming, straight or curly', () => {
  expect(terms("Canada's Kremlin’s allies'")).toEqual(terms('Canada Kremlin allies'));
});

it('keeps numbers, shortenings and initials in one piece', () => {
  expect(words('100,000 4.5 U.S. don’t week-long')).toEqual(['100000', '45', 'us', 'dont', 'week', 'long']);
});

it('brings forms of one word together, irregular ones too', () => {
  expect(new Set(terms('write writes wrote written'))).toHaveProperty('size', 1);
  expect(new Set(terms('supply supplied supplying'))).toHaveProperty('size', 1);
  expect(stem('killed')).not.toBe(stem('kilns'));
});

it('gives the same terms with and without accents and capitals', () => {
  expect(terms('Mélanie JOLY')).toEqual(terms('melanie joly'));
});

it('tokens are slices, in order, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let at = 0;
      for (const { start, end, word, term } of tokenize(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(word).not.toBe('');
        expect(term).not.toBe('');
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
  );
});
