import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildShingles, buildWholeShingles } from '../../../src/quotes/verify/build-shingles.js';
import { joinedShingles, wholeShingles } from '../../../src/quotes/verify/joined-shingles.js';
import { bucketOf, pairsOver } from '../../../src/quotes/verify/pairs.js';
import { findPlaces, hashWord, pairHash, type Shingles } from '../../../src/quotes/verify/shingles.js';
import { comparedWords } from '../../../src/text/compared-words.js';
import { type Stretch, stretchesAt } from '../../../src/text/stretches.js';

const word = fc.oneof(
  fc.constantFrom('ferry', 'the', 'harbour', 'mayor', 'said', '1990', '日本', '“no”', '…'),
  // So many that some of their pairs share a bucket.
  fc.nat({ max: 300 }).map((number) => `w${number}`),
);
// Lengths around those of one and several chunks, and a text without words.
const text = fc
  .oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 60, max: 200 }), fc.constant(900))
  .chain((length) => fc.array(word, { minLength: length, maxLength: length }))
  .map((words) => words.join(' '));
const lists = fc.array(fc.record({ texts: fc.array(text, { maxLength: 4 }), isWhole: fc.boolean() }), {
  maxLength: 4,
});

/** As it is read from disk: nothing but its lists. */
const reread = ({ pairs, ...places }: Shingles): Shingles => {
  const { first, chunks, hashes } = pairs.lists();
  return {
    ...places,
    pairs: pairsOver({
      first: first.subarray(0, first.length).slice(),
      chunks: chunks.subarray(0, chunks.length).slice(),
      hashes: hashes?.slice(),
    }),
  };
};

const hashesOf = (texts: readonly string[]) =>
  texts.flatMap((one) => {
    const words = comparedWords(one).map(({ key }) => hashWord(key));
    return words.slice(1).map((hash, at) => pairHash(words[at] ?? 0, hash));
  });

/** Where every pair of some texts stands, in buckets of so many bits. */
const all = ({ pairs, ...places }: Shingles, texts: readonly string[], bits: number) => ({
  ...places,
  found: [...new Set(hashesOf(texts))].map((hash) => {
    const bucket = bucketOf(hash, bits);
    const { chunks } = pairs.inBuckets(bucket, bucket + 1, bits);
    if (bits === pairs.bits) expect(pairs.inBucket(bucket)).toEqual(chunks);
    return `${bucket}: ${chunks}`;
  }),
});

/** All that shingles hold, as they would be saved. */
const saved = ({ pairs, ...places }: Shingles) => {
  const { first, chunks, hashes } = pairs.lists();
  const lists = [first, chunks].map((numbers) => `${numbers.subarray(0, numbers.length)}`);
  return { ...places, bits: pairs.bits, lists, hashes: `${hashes}` };
};

test('whatever texts of several lists are joined, in whatever order, all is where it would be in an index of these texts', () => {
  fc.assert(
    fc.property(
      lists.chain((from) => {
        const places = from.flatMap(({ texts }, source) => texts.map((_, number) => ({ source, number })));
        return fc.record({
          from: fc.constant(from),
          places: fc.oneof(fc.subarray(places), fc.shuffledSubarray(places)),
        });
      }),
      ({ from, places }) => {
        const sources = from.map(({ texts, isWhole }) =>
          isWhole ? buildWholeShingles(texts) : buildShingles(texts),
        );
        const texts = places.map(({ source, number }) => from[source]?.texts[number] ?? '');
        const joined = joinedShingles(sources, stretchesAt(places));
        const built = buildShingles(texts);
        const { bits } = joined.pairs;
        expect(bits).toBe(Math.min(32, ...sources.map(({ pairs }) => pairs.bits)));
        for (const one of [joined, reread(joined)]) {
          expect(all(one, texts, bits)).toEqual(all(built, texts, bits));
          // Fewer bits than it knows: what a bucket of another archive asks.
          expect(all(one, texts, 9)).toEqual(all(built, texts, 9));
        }
        if (bits === 32) expect(saved(joined)).toEqual(saved(built));
        const whole = wholeShingles(joined, () => texts);
        expect(saved(whole)).toEqual(saved(buildWholeShingles(texts)));
        expect(saved(wholeShingles(built, () => []))).toEqual(saved(whole));
      },
    ),
  );
});

test('what was joined can be saved, joined and saved again, and places are found as in an index made at once', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.array(text, { minLength: 1, maxLength: 4 }), fc.array(text, { maxLength: 3 }), text),
      ([base, before, fresh]) => {
        const one = (source: number, first: number): Stretch => ({ source, first, after: first + 1 });
        const patch = reread(
          joinedShingles(
            [buildShingles(before), buildShingles([fresh])],
            // The first of those before is gone, the fresh text stands before the others.
            [one(1, 0), ...(before.length > 1 ? [{ source: 0, first: 1, after: before.length }] : [])],
          ),
        );
        const ofPatch = [fresh, ...before.slice(1)];
        const stretches = [
          ...(base.length > 1 ? [{ source: 0, first: 1, after: base.length }] : []),
          { source: 1, first: 0, after: ofPatch.length },
        ];
        const texts = [...base.slice(1), ...ofPatch];
        const joined = joinedShingles([reread(buildWholeShingles(base)), patch], stretches);
        const whole = reread(wholeShingles(joined, () => texts));
        const look = (shingles: Shingles, claim: string) =>
          findPlaces(shingles, comparedWords(claim), { skip: new Set(), most: 5, mostFull: 9 });
        const { bits } = joined.pairs;
        const built = buildShingles(texts);
        const inBucket = (bucket: number) => built.pairs.inBuckets(bucket, bucket + 1, bits).chunks;
        const underBits = { ...built, pairs: { ...built.pairs, bits, inBucket } };
        for (const claim of texts.map((each) => each.split(' ').slice(3, 12).join(' '))) {
          expect(look(joined, claim)).toEqual(look(underBits, claim));
          expect(look(whole, claim)).toEqual(look(buildWholeShingles(texts), claim));
        }
        // A part of what was joined.
        const part = joinedShingles([joined], [one(0, 0), one(0, texts.length - 1)].slice(0, texts.length));
        const partTexts = texts.length > 1 ? [texts[0] ?? '', texts.at(-1) ?? ''] : texts;
        expect(all(part, partTexts, bits)).toEqual(all(buildShingles(partTexts), partTexts, bits));
      },
    ),
  );
});

test('GIVEN more pairs than the buckets are for THEN the whole is indexed anew from the texts, and from nothing else', () => {
  const many = Array.from({ length: 9000 }, (_, number) => `w${number}`).join(' ');
  const texts = ['the ferry', many];
  const joined = joinedShingles(
    [buildWholeShingles(['the ferry']), buildShingles([many])],
    [
      { source: 0, first: 0, after: 1 },
      { source: 1, first: 0, after: 1 },
    ],
  );
  expect(joined.pairs.bits).toBe(10);
  const whole = wholeShingles(joined, () => texts);
  expect(whole.pairs.bits).toBe(13);
  expect(saved(whole)).toEqual(saved(buildWholeShingles(texts)));
  // Fewer are put in fewer buckets, without a look at the texts.
  const fewer = wholeShingles(joinedShingles([whole], [{ source: 0, first: 0, after: 1 }]), () => []);
  expect(saved(fewer)).toEqual(saved(buildWholeShingles(['the ferry'])));
});
