import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildShingles } from '../../../src/quotes/verify/build-shingles.js';
import { joinedShingles, wholeShingles } from '../../../src/quotes/verify/joined-shingles.js';
import { bucketOf, pairsOver } from '../../../src/quotes/verify/pairs.js';
import { findPlaces, hashWord, pairHash, type Shingles } from '../../../src/quotes/verify/shingles.js';
import { comparedWords } from '../../../src/text/compared-words.js';
import type { Stretch } from '../../../src/text/stretches.js';

const word = fc.constantFrom('ferry', 'the', 'harbour', 'mayor', 'said', '1990', '日本', '“no”', '…');
// Lengths around those of one and several chunks, and a text without words.
const text = fc
  .oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 60, max: 200 }))
  .chain((length) => fc.array(word, { minLength: length, maxLength: length }))
  .map((words) => words.join(' '));

const wordsOf = (texts: readonly string[]) => texts.map((one) => comparedWords(one));
const hashesOf = (texts: readonly string[]) => [
  ...new Set(
    wordsOf(texts).flatMap((words) =>
      words.slice(1).map(({ key }, at) => pairHash(hashWord(words[at]?.key ?? ''), hashWord(key))),
    ),
  ),
];

/** As it is read from disk: nothing but its lists. */
const reread = ({ pairs, ...chunks }: Shingles): Shingles => ({ ...chunks, pairs: pairsOver(pairs.lists()) });

/** Every chunk of every pair of some texts, in buckets of so many bits. */
const all = ({ pairs, ...chunks }: Shingles, texts: readonly string[], bits: number) => ({
  ...chunks,
  found: hashesOf(texts).map((hash) => [...pairs.inBucket(bucketOf(hash, bits), bits)]),
});

test('whatever texts of several lists are joined, in whatever order, their pairs stand where they would in an index of these texts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { maxLength: 4 }), { minLength: 1, maxLength: 3 }).chain((lists) => {
        const places = lists.flatMap((list, source) => list.map((_, number) => ({ source, number })));
        return fc.record({
          lists: fc.constant(lists),
          places: fc.oneof(fc.subarray(places), fc.shuffledSubarray(places)),
          // The first of the lists may be a whole archive's, which keeps no hashes.
          isWhole: fc.boolean(),
        });
      }),
      ({ lists, places, isWhole }) => {
        const sources = lists.map((list, at) => {
          const shingles = buildShingles(list);
          return isWhole && at === 0 ? wholeShingles(shingles, () => list) : reread(shingles);
        });
        const stretches = places.map(
          ({ source, number }): Stretch => ({ source, first: number, after: number + 1 }),
        );
        const texts = places.map(({ source, number }) => lists[source]?.[number] ?? '');
        const joined = joinedShingles(sources, stretches);
        const { bits } = joined.pairs;
        const built = all(buildShingles(texts), texts, bits);
        const whole = wholeShingles(joined, () => texts);
        for (const one of [joined, reread(joined)]) expect(all(one, texts, bits)).toEqual(built);
        expect(all(whole, texts, whole.pairs.bits)).toEqual(
          all(buildShingles(texts), texts, whole.pairs.bits),
        );
        expect(whole.pairs.lists().hashes).toBeUndefined();
        const [claim = []] = wordsOf([texts.at(-1)?.split(' ').slice(0, 9).join(' ') ?? '']);
        const look = (shingles: Shingles) =>
          findPlaces(shingles, claim, { skip: new Set(), most: 5, mostFull: 9 });
        if (bits === whole.pairs.bits) expect(look(joined)).toEqual(look(whole));
      },
    ),
  );
});

test('GIVEN so many new words that they want other buckets THEN the texts are indexed anew', () => {
  const many = Array.from({ length: 9000 }, (_, number) => `w${number}`).join(' ');
  const few = wholeShingles(buildShingles(['the ferry']), () => ['the ferry']);
  const texts = ['the ferry', many];
  const joined = joinedShingles(
    [few, buildShingles([many])],
    [
      { source: 0, first: 0, after: 1 },
      { source: 1, first: 0, after: 1 },
    ],
  );
  expect(joined.pairs.bits).toBe(few.pairs.bits);
  const whole = wholeShingles(joined, () => texts);
  expect(whole.pairs.bits).toBeGreaterThan(few.pairs.bits);
  expect(whole.pairs.lists()).toEqual(wholeShingles(buildShingles(texts), () => texts).pairs.lists());
});
