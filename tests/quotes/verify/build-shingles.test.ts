import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildShingles } from '../../../src/quotes/verify/build-shingles.js';

const word = fc.constantFrom('ferry', 'the', 'harbour', 'mayor', 'said', '1990', '日本', '“no”', '…');
// Lengths around those of one and several chunks, and a text without words.
const text = fc
  .oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 60, max: 200 }))
  .chain((length) => fc.array(word, { minLength: length, maxLength: length }))
  .map((words) => words.join(' '));

test('whatever texts come, go and change places, an index with what stood in the last one is the same as one made anew', () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 8 }).chain((all) =>
        fc.record({
          before: fc.subarray(all.map((one, number) => ({ one, number }))),
          now: fc.oneof(
            fc.subarray(all.map((one, number) => ({ one, number }))),
            fc.shuffledSubarray(all.map((one, number) => ({ one, number }))),
          ),
        }),
      ),
      ({ before, now }) => {
        const texts = now.map(({ one }) => one);
        const shingles = buildShingles(before.map(({ one }) => one));
        const places = new Map(before.map(({ number }, place) => [number, place]));
        const sameAs = (at: number) => places.get(now[at]?.number ?? -1);
        expect(buildShingles(texts, { shingles, sameAs })).toEqual(buildShingles(texts));
      },
    ),
  );
});

test('GIVEN so many new words that they want more buckets THEN the index is the one made anew', () => {
  const many = Array.from({ length: 3000 }, (_, number) => `w${number}`).join(' ');
  const shingles = buildShingles(['the ferry']);
  const sameAs = (at: number) => (at === 0 ? 0 : undefined);
  const texts = ['the ferry', many];
  expect(buildShingles(texts, { shingles, sameAs })).toEqual(buildShingles(texts));
  const all = buildShingles(texts);
  expect(buildShingles(['the ferry'], { shingles: all, sameAs })).toEqual(shingles);
});
